package studio.timbre.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.Bounds;
import javafx.scene.Parent;
import javafx.scene.control.IndexRange;
import javafx.scene.control.skin.TextAreaSkin;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.util.Subscription;

/** Draws a fine wave or a dashed line below words, in the content of the area, so that it is scrolled and cut off with the text. */
final class UnderliningSkin extends TextAreaSkin {
  private static final double STEP = 2;
  private static final double HEIGHT = 1.5;

  private final GrowingTextArea area;
  private final Subscription listening;
  private List<Path> drawn = List.of();

  UnderliningSkin(GrowingTextArea area) {
    super(area);
    this.area = area;
    listening =
        Subscription.combine(
            area.underlined().subscribe(places -> area.requestLayout()),
            area.marked().subscribe(places -> area.requestLayout()),
            area.textProperty().subscribe(text -> clear()));
  }

  @Override
  protected void layoutChildren(double x, double y, double width, double height) {
    super.layoutChildren(x, y, width, height);
    // Where words are is known only after the content has broken its lines anew.
    if (area.lookup(".scroll-pane") instanceof Parent scroll) {
      scroll.layout();
    }
    draw();
  }

  private void clear() {
    removeHighlight(drawn);
    drawn = List.of();
  }

  private void draw() {
    clear();
    var made = new ArrayList<Path>();
    draw(area.marked().get(), "off-voice", UnderliningSkin::straight, made);
    draw(area.underlined().get(), "misspelled", UnderliningSkin::wave, made);
    drawn = made;
    if (!made.isEmpty()) {
      addHighlight(made, 0);
    }
  }

  private void draw(
      List<IndexRange> places,
      String style,
      Function<Bounds, List<PathElement>> below,
      List<Path> made) {
    int length = area.getLength();
    for (IndexRange place : places) {
      if (place.getEnd() <= length && place.getLength() > 0) {
        var path = new Path();
        path.getStyleClass().add(style);
        path.setManaged(false);
        path.setMouseTransparent(true);
        for (var line : lines(getUnderlineShape(place.getStart(), place.getEnd()))) {
          path.getElements().addAll(below.apply(line));
        }
        made.add(path);
      }
    }
  }

  /** A little lower than a wave, so that both are seen. */
  private static List<PathElement> straight(Bounds line) {
    double y = line.getMaxY() + HEIGHT;
    return List.of(new MoveTo(line.getMinX(), y), new LineTo(line.getMaxX(), y));
  }

  /** The boxes of an underline: one a line that the word runs over. */
  private static List<Bounds> lines(PathElement[] shape) {
    var lines = new ArrayList<Bounds>();
    var box = new Path();
    for (var element : shape) {
      if (element instanceof MoveTo && !box.getElements().isEmpty()) {
        lines.add(box.getBoundsInLocal());
        box = new Path();
        box.setStroke(null);
      }
      box.getElements().add(element);
    }
    if (!box.getElements().isEmpty()) {
      lines.add(box.getBoundsInLocal());
    }
    return lines;
  }

  private static List<PathElement> wave(Bounds line) {
    var wave = new ArrayList<PathElement>();
    double y = line.getMaxY();
    wave.add(new MoveTo(line.getMinX(), y));
    boolean up = true;
    for (double x = line.getMinX() + STEP; x <= line.getMaxX(); x += STEP) {
      wave.add(new LineTo(x, up ? y - HEIGHT : y));
      up = !up;
    }
    return wave;
  }

  @Override
  public void dispose() {
    listening.unsubscribe();
    super.dispose();
  }
}
