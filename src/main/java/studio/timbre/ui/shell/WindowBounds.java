package studio.timbre.ui.shell;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.Observable;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;
import studio.timbre.app.RememberedWindow;
import studio.timbre.app.WindowPlace;

/** Puts the window where it was closed the last time, and remembers where it is closed now. */
final class WindowBounds {
  /** So much of the title bar must be on a screen for the window to be taken hold of. */
  private static final double GRIP_WIDTH = 120;

  private static final double GRIP_HEIGHT = 24;

  /** A window that is being maximised changes its size before it says why. */
  private static final Duration REST = Duration.millis(250);

  private final Stage stage;
  private final RememberedWindow memory;
  private final PauseTransition rest = new PauseTransition(REST);

  /** Where it stands while it is neither maximised nor put away. */
  private Rectangle2D free = Rectangle2D.EMPTY;

  WindowBounds(Stage stage, RememberedWindow memory) {
    this.stage = stage;
    this.memory = memory;
    rest.setOnFinished(event -> look());
    for (Observable bound :
        List.of(
            stage.xProperty(), stage.yProperty(), stage.widthProperty(), stage.heightProperty())) {
      bound.addListener(change -> rest.playFromStart());
    }
  }

  /** Before the window is shown. Without a memory the window comes up as JavaFX places it: in the middle. */
  void restore() {
    memory
        .place()
        .ifPresent(
            place -> {
              var screens = Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
              free = within(place, screens, Screen.getPrimary().getVisualBounds());
              stage.setX(free.getMinX());
              stage.setY(free.getMinY());
              stage.setWidth(free.getWidth());
              stage.setHeight(free.getHeight());
              stage.setMaximized(place.maximized());
            });
  }

  void remember() {
    look();
    if (free.getWidth() > 0 && free.getHeight() > 0) {
      memory.remember(
          new WindowPlace(
              free.getMinX(),
              free.getMinY(),
              free.getWidth(),
              free.getHeight(),
              stage.isMaximized()));
    }
  }

  private void look() {
    if (!stage.isMaximized() && !stage.isIconified() && !stage.isFullScreen() && hasBounds()) {
      free = new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
    }
  }

  private boolean hasBounds() {
    return Double.isFinite(stage.getX())
        && Double.isFinite(stage.getY())
        && stage.getWidth() > 0
        && stage.getHeight() > 0;
  }

  /**
   * The place itself where its title bar can still be reached on one of the screens, else the middle of the first one. Never
   * larger than the screen that it comes up on.
   *
   * @param screens without task bars and the like
   */
  static Rectangle2D within(WindowPlace place, List<Rectangle2D> screens, Rectangle2D first) {
    for (var screen : screens) {
      double width = Math.min(place.width(), screen.getWidth());
      double height = Math.min(place.height(), screen.getHeight());
      double left = Math.max(place.x(), screen.getMinX());
      double right = Math.min(place.x() + width, screen.getMaxX());
      boolean reached =
          right - left >= Math.min(GRIP_WIDTH, width)
              && place.y() >= screen.getMinY()
              && place.y() + GRIP_HEIGHT <= screen.getMaxY();
      if (reached) {
        return new Rectangle2D(place.x(), place.y(), width, height);
      }
    }
    double width = Math.min(place.width(), first.getWidth());
    double height = Math.min(place.height(), first.getHeight());
    return new Rectangle2D(
        first.getMinX() + (first.getWidth() - width) / 2,
        first.getMinY() + (first.getHeight() - height) / 2,
        width,
        height);
  }
}
