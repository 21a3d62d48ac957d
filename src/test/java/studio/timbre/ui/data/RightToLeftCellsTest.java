package studio.timbre.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.css.PseudoClass;
import javafx.geometry.NodeOrientation;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;
import studio.timbre.model.Conversation;
import studio.timbre.model.Curated;
import studio.timbre.model.Message;
import studio.timbre.model.Place;
import studio.timbre.model.Role;
import studio.timbre.model.Split;

/** Texts that are read from the right, in the table as in the pane. */
class RightToLeftCellsTest extends SheetScreen {
  private static final PseudoClass RIGHT_TO_LEFT = PseudoClass.getPseudoClass("right-to-left");

  @Start
  void start(Stage stage) {
    begin(stage);
  }

  @BeforeEach
  void openProject() throws Exception {
    var file = folder.resolve("voice.timbre");
    try (var session = window.timbre().create(file)) {
      session.write(
          "add",
          pen -> {
            pen.add(talk("מתי תגיע ההזמנה, בבקשה?", "On Tuesday."), Place.end());
            pen.add(talk("When does it come?", "يصل يوم الخميس، إن شاء الله."), Place.end());
            return 2;
          });
    }
    open(file, 2, "When does it come?");
  }

  private static Curated talk(String question, String answer) {
    return Curated.draft(
        Conversation.of(Message.of(Role.USER, question), Message.of(Role.ASSISTANT, answer)),
        Split.TRAINING);
  }

  @Test
  void eachCellIsTurnedByItsOwnText() throws Exception {
    assertThat(isTurned("QUESTION", 0)).isTrue();
    assertThat(isTurned("ANSWER", 0)).isFalse();
    assertThat(isTurned("QUESTION", 1)).isFalse();
    assertThat(isTurned("ANSWER", 1)).isTrue();
    assertThat(isTurned("STATUS", 0)).isFalse();
  }

  @Test
  void aCellTurnsWithWhatIsWrittenIntoIt() throws Exception {
    long id = rows().getFirst().id();
    onScreen(
        () -> {
          try {
            session()
                .write(
                    "edit",
                    pen -> {
                      pen.put(id, talk("Where is it?", "בדרך"));
                      return 1;
                    });
          } catch (Exception e) {
            throw new AssertionError(e);
          }
        });
    settle(() -> shows("Where is it?"));
    assertThat(isTurned("QUESTION", 0)).isFalse();
    assertThat(isTurned("ANSWER", 0)).isTrue();
  }

  private boolean isTurned(String column, int row) throws Exception {
    var cell = cell(column, row);
    boolean turned = cell.getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT;
    assertThat(cell.getPseudoClassStates().contains(RIGHT_TO_LEFT)).isEqualTo(turned);
    return turned;
  }
}
