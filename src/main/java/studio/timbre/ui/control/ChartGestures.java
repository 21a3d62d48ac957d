package studio.timbre.ui.control;

import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

/**
 * Mouse, wheel and keys of a chart. Wheel: closer and wider around the pointer; sideways or with Shift: along. Drag: look at
 * what was dragged over; with Shift: along. Double-click or 0: everything. Arrows move the crosshair (Shift: ten points), Home
 * and End to the ends, + and - closer and wider, Escape puts the crosshair away.
 */
final class ChartGestures {
  private static final double CLOSER = 0.8;
  private static final double LEAST_DRAG = 6;
  private static final int BIG_STEP = 10;

  private final ChartPlot plot;
  private final Region selection;
  private Optional<Point2D> pressed = Optional.empty();
  private double lastX;

  /**
   * @param selection lies over the plot and shows what is being dragged over
   */
  ChartGestures(ChartPlot plot, Region selection) {
    this.plot = plot;
    this.selection = selection;
    selection.setManaged(false);
    selection.setMouseTransparent(true);
    selection.setVisible(false);
    plot.setOnMouseMoved(this::point);
    plot.setOnMouseExited(event -> plot.cursor().set(Optional.empty()));
    plot.setOnMousePressed(this::press);
    plot.setOnMouseDragged(this::drag);
    plot.setOnMouseReleased(this::release);
    plot.setOnMouseClicked(this::click);
    plot.setOnScroll(this::scroll);
    plot.setOnKeyPressed(this::key);
  }

  void zoom(double factor) {
    plot.data()
        .extent()
        .ifPresent(
            extent -> {
              var visible = plot.window().get().visible(extent);
              double middle = (visible.low() + visible.high()) / 2;
              double anchor = plot.cursor().get().filter(visible::contains).orElse(middle);
              plot.window().set(plot.window().get().zoomed(extent, anchor, factor));
            });
  }

  void reset() {
    plot.window().set(ChartWindow.WHOLE);
  }

  private void point(MouseEvent event) {
    plot.cursor()
        .set(
            plot.frame()
                .get()
                .filter(frame -> frame.contains(event.getX(), event.getY()))
                .flatMap(frame -> plot.data().nearest(frame.xAt(event.getX()))));
  }

  private void press(MouseEvent event) {
    plot.requestFocus();
    if (event.getButton() == MouseButton.PRIMARY) {
      pressed = Optional.of(new Point2D(event.getX(), event.getY()));
      lastX = event.getX();
    }
  }

  private void drag(MouseEvent event) {
    if (pressed.isEmpty() || plot.frame().get().isEmpty()) {
      return;
    }
    var frame = plot.frame().get().get();
    if (event.isShiftDown()) {
      move(frame, lastX - event.getX());
      lastX = event.getX();
      return;
    }
    double from = inside(frame, pressed.get().getX());
    double to = inside(frame, event.getX());
    selection.resizeRelocate(
        plot.getLayoutX() + Math.min(from, to),
        plot.getLayoutY() + frame.top(),
        Math.abs(to - from),
        frame.height());
    selection.setVisible(true);
    point(event);
  }

  private void release(MouseEvent event) {
    if (selection.isVisible() && pressed.isPresent() && plot.frame().get().isPresent()) {
      var frame = plot.frame().get().get();
      double from = inside(frame, pressed.get().getX());
      double to = inside(frame, event.getX());
      if (Math.abs(to - from) >= LEAST_DRAG) {
        plot.data()
            .extent()
            .ifPresent(
                extent ->
                    plot.window()
                        .set(plot.window().get().select(extent, frame.xAt(from), frame.xAt(to))));
      }
    }
    selection.setVisible(false);
    pressed = Optional.empty();
  }

  private void click(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
      reset();
    }
  }

  private void scroll(ScrollEvent event) {
    if (plot.frame().get().isEmpty()) {
      return;
    }
    var frame = plot.frame().get().get();
    if (Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())) {
      move(frame, -event.getDeltaX());
    } else if (event.getDeltaY() != 0) {
      double factor = Math.pow(CLOSER, event.getDeltaY() / 40);
      double anchor = frame.xAt(event.getX());
      plot.data()
          .extent()
          .ifPresent(
              extent -> plot.window().set(plot.window().get().zoomed(extent, anchor, factor)));
    }
    event.consume();
  }

  private void move(PlotFrame frame, double pixels) {
    double distance = pixels / frame.width() * frame.x().span().length();
    plot.data()
        .extent()
        .ifPresent(extent -> plot.window().set(plot.window().get().moved(extent, distance)));
  }

  private void key(KeyEvent event) {
    int step = event.isShiftDown() ? BIG_STEP : 1;
    switch (event.getCode()) {
      case LEFT -> moveCursor(-step);
      case RIGHT -> moveCursor(step);
      case HOME -> end(true);
      case END -> end(false);
      case PLUS, EQUALS, ADD -> zoom(CLOSER);
      case MINUS, SUBTRACT -> zoom(1 / CLOSER);
      case DIGIT0, NUMPAD0 -> reset();
      case ESCAPE -> {
        if (plot.cursor().get().isEmpty()) {
          return;
        }
        plot.cursor().set(Optional.empty());
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void moveCursor(int points) {
    var extent = plot.data().extent();
    if (extent.isEmpty()) {
      return;
    }
    var next =
        plot.cursor().get().isPresent()
            ? plot.data().stepFrom(plot.cursor().get().get(), points)
            : plot.data().nearest(plot.window().get().visible(extent.get()).high());
    plot.cursor().set(next);
    next.ifPresent(step -> follow(extent.get(), step));
  }

  private void end(boolean first) {
    plot.data()
        .extent()
        .ifPresent(
            extent -> {
              var step = plot.data().nearest(first ? extent.low() : extent.high());
              plot.cursor().set(step);
              step.ifPresent(x -> follow(extent, x));
            });
  }

  /** Keeps the crosshair in sight. */
  private void follow(Span extent, double step) {
    var visible = plot.window().get().visible(extent);
    if (step < visible.low()) {
      plot.window().set(plot.window().get().moved(extent, step - visible.low()));
    } else if (step > visible.high()) {
      plot.window().set(plot.window().get().moved(extent, step - visible.high()));
    }
  }

  private static double inside(PlotFrame frame, double x) {
    return Math.clamp(x, frame.left(), frame.left() + frame.width());
  }
}
