package studio.timbre.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.app.Timbre;
import studio.timbre.app.TimbreFolder;
import studio.timbre.app.WindowPlace;
import studio.timbre.ui.Snapshots;

class WindowBoundsTest {
  private static final Rectangle2D LAPTOP = new Rectangle2D(0, 32, 1440, 868);
  private static final Rectangle2D DESK = new Rectangle2D(1440, 0, 2560, 1400);

  @TempDir Path home;

  @Test
  void comesBackWhereItStood() {
    assertThat(on(place(1600, 100, 1280, 800), LAPTOP, DESK))
        .isEqualTo(new Rectangle2D(1600, 100, 1280, 800));
    assertThat(on(place(-1000, 100, 1280, 800), LAPTOP))
        .as("half over the edge, as it was left")
        .isEqualTo(new Rectangle2D(-1000, 100, 1280, 800));
  }

  @Test
  void comesToTheMiddleWhenItsScreenIsGone() {
    var middle = new Rectangle2D(80, 66, 1280, 800);
    assertThat(on(place(1600, 100, 1280, 800), LAPTOP)).isEqualTo(middle);
    assertThat(on(place(-1240, 100, 1280, 800), LAPTOP)).isEqualTo(middle);
    assertThat(on(place(100, -20, 1280, 800), LAPTOP))
        .as("a title bar above the screen cannot be taken hold of")
        .isEqualTo(middle);
    assertThat(on(place(100, 890, 1280, 800), LAPTOP)).isEqualTo(middle);
  }

  @Test
  void isNeverLargerThanItsScreen() {
    assertThat(on(place(1500, 10, 2400, 1380), LAPTOP)).isEqualTo(LAPTOP);
    assertThat(on(place(10, 40, 2400, 1380), LAPTOP)).isEqualTo(new Rectangle2D(10, 40, 1440, 868));
  }

  @Test
  void aWindowRemembersItsFreeBoundsAlsoWhenItIsClosedMaximised() throws Exception {
    var timbre = Timbre.startIn(new TimbreFolder(home));
    var stage = Snapshots.onScreen(() -> stage(timbre));
    Snapshots.onScreen(
        () -> {
          stage.setX(40);
          stage.setY(30);
          stage.setWidth(700);
          stage.setHeight(500);
          return true;
        });
    Thread.sleep(400);
    Snapshots.onScreen(
        () -> {
          stage.setMaximized(true);
          return true;
        });
    Thread.sleep(400);
    Snapshots.onScreen(
        () -> {
          ((WindowBounds) stage.getUserData()).remember();
          stage.hide();
          return true;
        });
    assertThat(timbre.window().place()).contains(new WindowPlace(40, 30, 700, 500, true));
    var again = Snapshots.onScreen(() -> stage(timbre));
    assertThat(again.isMaximized()).isTrue();
    Snapshots.onScreen(
        () -> {
          again.setMaximized(false);
          again.hide();
          return true;
        });
    timbre.close();
  }

  private static Stage stage(Timbre timbre) {
    var stage = new Stage();
    stage.setScene(new Scene(new Region(), 600, 400));
    var bounds = new WindowBounds(stage, timbre.window());
    stage.setUserData(bounds);
    bounds.restore();
    stage.show();
    return stage;
  }

  private static WindowPlace place(double x, double y, double width, double height) {
    return new WindowPlace(x, y, width, height, false);
  }

  private static Rectangle2D on(WindowPlace place, Rectangle2D... screens) {
    return WindowBounds.within(place, List.of(screens), screens[0]);
  }
}
