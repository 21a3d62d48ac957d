package studio.timbre.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.timbre.ui.Snapshots;

class KeyboardTest {

  @BeforeAll
  static void start() {
    Snapshots.startToolkit();
  }

  @Test
  void theFirstLetterIsNotLostBeforeTheNextFrame() throws Exception {
    assertThat(typedAtOnce(Node::requestFocus)).isEmpty();
    assertThat(typedAtOnce(Keyboard::give)).isEqualTo("w");
  }

  private static String typedAtOnce(java.util.function.Consumer<Node> giving) throws Exception {
    return Snapshots.onScreen(
        () -> {
          var box = new VBox();
          var stage = new Stage();
          stage.setScene(new Scene(box, 200, 100));
          stage.show();
          var field = new TextField();
          box.getChildren().add(field);
          giving.accept(field);
          field.fireEvent(
              new KeyEvent(
                  KeyEvent.KEY_TYPED, "w", "", KeyCode.UNDEFINED, false, false, false, false));
          stage.close();
          return field.getText();
        });
  }
}
