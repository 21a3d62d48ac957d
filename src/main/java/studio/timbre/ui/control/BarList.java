package studio.timbre.ui.control;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Names below each other, each with a bar as long as its count, and each to be switched on and off. */
public final class BarList extends VBox {

  /**
   * @param count as it is written
   * @param length by which the bars are held against each other
   */
  public record Bar(String name, String count, long length, boolean isChosen) {}

  private final IntConsumer toggled;
  private List<Bar> bars = List.of();
  private List<Act> acts = List.of();

  /**
   * Something that can be done about a bar beside switching it.
   *
   * @param words of the menu
   * @param key does it without the menu
   * @param act is told the number of the bar
   * @param offered whether it can be done about the bar of a number, asked when the menu opens
   */
  public record Act(String words, Optional<KeyCode> key, IntConsumer act, IntPredicate offered) {}

  /**
   * @param toggled is told the number of the bar that a person switches
   */
  public BarList(IntConsumer toggled) {
    this.toggled = toggled;
    getStyleClass().add("bar-list");
  }

  /** Offers acts in a menu of each bar, from now on. */
  public void offer(List<Act> newActs) {
    acts = List.copyOf(newActs);
    getChildren().clear();
    show(bars);
  }

  /** Gives the keyboard to a bar, by its number. */
  public void giveKeyboard(int index) {
    if (index >= 0 && index < getChildren().size()) {
      getChildren().get(index).requestFocus();
    }
  }

  /** Rows that stay keep the keyboard. */
  public void show(List<Bar> newBars) {
    bars = List.copyOf(newBars);
    var rows = getChildren();
    while (rows.size() > bars.size()) {
      rows.removeLast();
    }
    while (rows.size() < bars.size()) {
      int index = rows.size();
      var row = new Row(() -> toggled.accept(index));
      if (!acts.isEmpty()) {
        row.offer(acts, index);
      }
      rows.add(row);
    }
    long longest = bars.stream().mapToLong(Bar::length).max().orElse(0);
    for (int i = 0; i < bars.size(); i++) {
      ((Row) rows.get(i)).show(bars.get(i), longest);
    }
  }

  private static final class Row extends ToggleButton {
    private final Label name = new Label();
    private final Label count = new Label();
    private final Length bar = new Length();
    private final Tooltip whole = new Tooltip();

    Row(Runnable act) {
      getStyleClass().add("bar-row");
      setMaxWidth(Double.MAX_VALUE);
      name.setMinWidth(0);
      name.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(name, Priority.ALWAYS);
      name.getStyleClass().add("excerpt");
      count.getStyleClass().add("muted");
      count.setMinWidth(Region.USE_PREF_SIZE);
      var words = new HBox(name, count);
      words.getStyleClass().add("row-8");
      var graphic = new StackPane(bar, words);
      graphic.setMinWidth(0);
      graphic.prefWidthProperty().bind(widthProperty());
      setGraphic(graphic);
      setOnAction(event -> act.run());
      // Only what is cut off needs to be read elsewhere.
      whole.setWrapText(true);
      name.widthProperty().subscribe(this::explainWhereCut);
      name.textProperty().subscribe(this::explainWhereCut);
    }

    private void explainWhereCut() {
      boolean cut = name.getWidth() > 0 && name.getWidth() + 0.5 < name.prefWidth(-1);
      setTooltip(cut ? whole : null);
    }

    void offer(List<Act> acts, int index) {
      var menu = new ContextMenu();
      for (var act : acts) {
        var item = new MenuItem(act.words());
        item.setMnemonicParsing(false);
        item.setOnAction(event -> act.act().accept(index));
        // Without its key: as an accelerator it would work wherever the keyboard is.
        menu.getItems().add(item);
      }
      menu.setOnShowing(
          event -> {
            for (int i = 0; i < acts.size(); i++) {
              menu.getItems().get(i).setVisible(acts.get(i).offered().test(index));
            }
          });
      setContextMenu(menu);
      setOnKeyPressed(
          event -> {
            // Not every system opens a menu by these keys.
            if (event.getCode() == KeyCode.F10 && event.isShiftDown()) {
              menu.show(this, Side.BOTTOM, 0, 0);
              event.consume();
              return;
            }
            for (var act : acts) {
              boolean meant = act.key().filter(event.getCode()::equals).isPresent();
              if (meant && act.offered().test(index)) {
                act.act().accept(index);
                event.consume();
              }
            }
          });
    }

    void show(Bar shown, long longest) {
      name.setText(shown.name());
      whole.setText(shown.name());
      count.setText(shown.count());
      setSelected(shown.isChosen());
      setAccessibleText(shown.name() + ", " + shown.count());
      bar.show(longest == 0 ? 0 : (double) shown.length() / longest);
    }
  }

  /** A bar behind the words. */
  private static final class Length extends Region {
    private final Region filled = new Region();
    private double share;

    Length() {
      filled.getStyleClass().add("bar-length");
      getChildren().add(filled);
      setMouseTransparent(true);
    }

    void show(double newShare) {
      share = newShare;
      requestLayout();
    }

    @Override
    protected void layoutChildren() {
      filled.resizeRelocate(0, 0, snapSizeX(getWidth() * share), getHeight());
    }
  }
}
