package studio.timbre.ui.control;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * Bars beside each other, of which one or a stretch can be chosen: by a click, by dragging over several, or with the arrow keys, Shift
 * and Enter. The whole height over a bar belongs to it, so that the low ones can be hit as well.
 */
public final class Histogram extends Region {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final PseudoClass OTHERS = PseudoClass.getPseudoClass("others");
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  private static final double HEIGHT = 72;
  private static final double AXIS = 16;
  private static final double GAP = 2;

  /** Few bars do not become walls. */
  private static final double WIDEST = 56;

  /** Of what is there at all, something is to be seen. */
  private static final double LEAST = 2;

  /** Between two words below the bars. */
  private static final double WORDS_APART = 6;

  /**
   * @param name what it stands for, with its count, in words
   * @param axis where it begins, as it stands below it
   * @param count its height
   */
  public record Bar(String name, String axis, long count) {}

  /** Bars that lie beside each other, both ends counted in. */
  public record Stretch(int first, int last) {
    private static Stretch between(int one, int other) {
      return new Stretch(Math.min(one, other), Math.max(one, other));
    }

    private boolean holds(int bar) {
      return first <= bar && bar <= last;
    }
  }

  /** Is told what a person chooses. */
  @FunctionalInterface
  public interface Listener {
    void chosen(Stretch stretch);
  }

  private record Column(Region room, Region bar, Label word) {}

  private final Listener listener;
  private List<Bar> bars = List.of();
  private List<Column> columns = List.of();
  private Optional<Stretch> chosen = Optional.empty();
  private Optional<Stretch> marking = Optional.empty();
  private int anchor;
  private int current;

  /**
   * @param name of the whole, for those who do not see it
   * @param help how it is used, for the same
   */
  public Histogram(String name, String help, Listener listener) {
    this.listener = listener;
    getStyleClass().add("histogram");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.PARENT);
    setAccessibleText(name);
    setAccessibleHelp(help);
    setMaxWidth(Double.MAX_VALUE);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    focusedProperty().subscribe(focused -> mark());
  }

  /**
   * @param newChosen of what alone is shown elsewhere; the other bars step back
   */
  public void show(List<Bar> newBars, Optional<Stretch> newChosen) {
    if (!newBars.equals(bars)) {
      bars = List.copyOf(newBars);
      columns = bars.stream().map(this::column).toList();
      getChildren().clear();
      columns.forEach(column -> getChildren().addAll(column.room, column.bar, column.word));
      current = Math.clamp(current, 0, Math.max(0, bars.size() - 1));
      marking = Optional.empty();
    }
    chosen = newChosen;
    mark();
    requestLayout();
  }

  private Column column(Bar bar) {
    var room = new Region();
    room.getStyleClass().add("histogram-room");
    room.setAccessibleText(bar.name());
    Tooltip.install(room, new Tooltip(bar.name()));
    var shape = new Region();
    shape.getStyleClass().add("histogram-bar");
    shape.setMouseTransparent(true);
    var word = new Label(bar.axis());
    word.getStyleClass().addAll("muted", "histogram-word");
    word.setMouseTransparent(true);
    return new Column(room, shape, word);
  }

  private void mark() {
    var shown = marking.or(() -> chosen);
    for (int i = 0; i < columns.size(); i++) {
      int bar = i;
      boolean isChosen = shown.filter(stretch -> stretch.holds(bar)).isPresent();
      columns.get(i).bar.pseudoClassStateChanged(CHOSEN, isChosen);
      columns.get(i).bar.pseudoClassStateChanged(OTHERS, shown.isPresent() && !isChosen);
      columns.get(i).room.pseudoClassStateChanged(CURRENT, isFocused() && i == current);
    }
  }

  private int at(double x) {
    return Math.clamp((int) ((x - snappedLeftInset()) / step()), 0, bars.size() - 1);
  }

  /** From one bar to the next. */
  private double step() {
    return Math.min(WIDEST, (snappedRightEdge() - snappedLeftInset()) / bars.size());
  }

  private double snappedRightEdge() {
    return getWidth() - snappedRightInset();
  }

  private void pressed(MouseEvent event) {
    requestFocus();
    if (bars.isEmpty()) {
      return;
    }
    anchor = event.isShiftDown() ? current : at(event.getX());
    current = at(event.getX());
    marking = Optional.of(Stretch.between(anchor, current));
    mark();
    event.consume();
  }

  private void dragged(MouseEvent event) {
    if (marking.isPresent()) {
      current = at(event.getX());
      marking = Optional.of(Stretch.between(anchor, current));
      mark();
      event.consume();
    }
  }

  private void released(MouseEvent event) {
    choose();
    event.consume();
  }

  private void choose() {
    var asked = marking;
    marking = Optional.empty();
    mark();
    asked.ifPresent(listener::chosen);
  }

  private void key(KeyEvent event) {
    if (bars.isEmpty()) {
      return;
    }
    switch (event.getCode()) {
      case LEFT -> go(current - 1, event);
      case RIGHT -> go(current + 1, event);
      case HOME -> go(0, event);
      case END -> go(bars.size() - 1, event);
      case ENTER, SPACE -> {
        marking = marking.or(() -> Optional.of(new Stretch(current, current)));
        choose();
        event.consume();
      }
      default -> {}
    }
  }

  private void go(int bar, KeyEvent event) {
    if (!event.isShiftDown()) {
      marking = Optional.empty();
    } else if (marking.isEmpty()) {
      anchor = current;
    }
    current = Math.clamp(bar, 0, bars.size() - 1);
    if (event.isShiftDown()) {
      marking = Optional.of(Stretch.between(anchor, current));
    }
    setAccessibleText(bars.get(current).name());
    mark();
    event.consume();
  }

  @Override
  public Orientation getContentBias() {
    return null;
  }

  @Override
  protected double computePrefHeight(double width) {
    return snappedTopInset() + HEIGHT + AXIS + snappedBottomInset();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefWidth(double height) {
    return 240;
  }

  @Override
  protected void layoutChildren() {
    if (columns.isEmpty()) {
      return;
    }
    double left = snappedLeftInset();
    double top = snappedTopInset();
    double step = step();
    long highest = Math.max(1, bars.stream().mapToLong(Bar::count).max().orElse(1));
    double free = left;
    for (int i = 0; i < columns.size(); i++) {
      double x = snapPositionX(left + i * step);
      double width = Math.max(1, snapPositionX(left + (i + 1) * step) - x - GAP);
      long count = bars.get(i).count();
      double height =
          count == 0 ? 0 : snapSizeY(Math.max(LEAST, (double) count / highest * HEIGHT));
      columns.get(i).room.resizeRelocate(x, top, width, HEIGHT);
      columns.get(i).bar.resizeRelocate(x, top + HEIGHT - height, width, height);
      free = place(columns.get(i).word, x, top + HEIGHT, free);
    }
  }

  /** Below its bar, if there is room for it; answers from where there is room for the next. */
  private double place(Label word, double x, double y, double free) {
    double width = snapSizeX(word.prefWidth(-1));
    boolean fits = x >= free && x + width <= snappedRightEdge();
    word.setVisible(fits);
    if (fits) {
      word.resizeRelocate(x, y, width, AXIS);
    }
    return fits ? x + width + WORDS_APART : free;
  }
}
