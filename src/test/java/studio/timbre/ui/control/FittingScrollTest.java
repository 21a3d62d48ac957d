package studio.timbre.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class FittingScrollTest {
  private VBox content;
  private FittingScroll scroll;

  @Start
  void start(Stage stage) {
    content = new VBox(words("One line"));
    scroll = new FittingScroll(content, 200);
    stage.setScene(new Scene(new VBox(scroll, words("What is below gives way")), 400, 400));
    stage.show();
  }

  private static Label words(String text) {
    var label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  @Test
  void growsWithWhatItHoldsInTheSameFrameAndUpToItsLimit(FxRobot robot) {
    double before = scroll.getHeight();
    robot.interact(
        () -> {
          content.getChildren().add(words("A reason that takes several lines of text. ".repeat(8)));
          scroll.getScene().getRoot().applyCss();
          scroll.getScene().getRoot().layout();
          assertThat(scroll.getHeight()).isGreaterThan(before + 20);
          assertThat(scroll.getViewportBounds().getHeight())
              .isGreaterThanOrEqualTo(content.getHeight() - 1);
        });
    robot.interact(
        () -> {
          content.getChildren().add(words("And many more of them. ".repeat(200)));
          scroll.getScene().getRoot().layout();
        });
    assertThat(scroll.getHeight()).isEqualTo(200);
  }
}
