package studio.timbre.ui.message;

import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.event.EventType;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.DragEvent;

/** Scrolls while something is dragged near the upper or lower edge: the wheel does nothing then, and the aim may lie out of sight. */
public final class DragScroll {
  /** Height of the strip at each edge, in pixels. */
  private static final double EDGE = 48;

  /** At the very edge, in pixels a second. */
  private static final double FASTEST = 900;

  private static final double NANOS = 1e9;

  private final ScrollPane pane;
  private final AnimationTimer timer =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          step(now);
        }
      };
  private double speed;
  private long before;

  private DragScroll(ScrollPane pane) {
    this.pane = pane;
  }

  public static void in(ScrollPane pane) {
    var scroll = new DragScroll(pane);
    pane.addEventFilter(DragEvent.DRAG_OVER, scroll::over);
    for (EventType<DragEvent> end : List.of(DragEvent.DRAG_EXITED, DragEvent.DRAG_DROPPED)) {
      pane.addEventFilter(end, event -> scroll.stop());
    }
  }

  private void over(DragEvent event) {
    double y = pane.sceneToLocal(event.getSceneX(), event.getSceneY()).getY();
    double above = Math.max(0, EDGE - y);
    double below = Math.max(0, y - pane.getHeight() + EDGE);
    boolean stood = speed == 0;
    speed = FASTEST * Math.clamp((below - above) / EDGE, -1, 1);
    if (speed == 0) {
      timer.stop();
    } else if (stood) {
      before = 0;
      timer.start();
    }
  }

  private void step(long now) {
    double room =
        pane.getContent().getLayoutBounds().getHeight() - pane.getViewportBounds().getHeight();
    if (before != 0 && room > 0) {
      double way = speed * (now - before) / NANOS;
      pane.setVvalue(Math.clamp(pane.getVvalue() + way / room, 0, 1));
    }
    before = now;
  }

  private void stop() {
    speed = 0;
    timer.stop();
  }
}
