package studio.timbre.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ChoicesTest {
  private final List<String> chosen = new ArrayList<>();
  private ComboBox<String> box;

  @Start
  void start(Stage stage) {
    box = Choices.box("box", word -> "is " + word, chosen::add);
    Choices.fill(box, List.of("a", "b", "c"), "c");
    stage.setScene(new Scene(box));
    stage.show();
  }

  @Test
  void whatIsShownIsWhatIsMeantAlsoWhenMoreCanBeChosen(FxRobot robot) {
    robot.interact(() -> Choices.fill(box, List.of("a", "new", "b", "c"), "c"));
    assertThat(box.getValue()).isEqualTo("c");
    assertThat(box.getSelectionModel().getSelectedIndex()).isEqualTo(3);
    var shown = (ListCell<?>) ((ComboBoxListViewSkin<?>) box.getSkin()).getDisplayNode();
    assertThat(shown.getText()).isEqualTo("is c");
    assertThat(chosen).as("nobody has chosen").isEmpty();
  }
}
