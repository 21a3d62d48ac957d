package studio.timbre.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javafx.event.Event;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.ContextMenuEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;
import studio.timbre.app.Spelling;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Role;
import studio.timbre.model.Split;
import studio.timbre.ui.control.GrowingTextArea;

/** A word of the project's own is taken out again where it was put in: in the menu on the word. */
class OwnWordsTest extends SheetScreen {
  private static final String ANSWER = "Our new kettle comes in zaffrine, and it is always warm.";

  @Start
  void start(Stage stage) {
    begin(stage);
  }

  @BeforeEach
  void openProject() throws Exception {
    var file = folder.resolve("voice.timbre");
    try (var session = window.timbre().create(file)) {
      session.add(
          Conversation.of(
              Message.of(Role.USER, "Which colour has it?"), Message.of(Role.ASSISTANT, ANSWER)),
          Split.TRAINING,
          Optional.empty());
      new Spelling(session).add("Zaffrine");
    }
    open(file, 1, "Which colour has it?");
  }

  private Optional<GrowingTextArea> answer() {
    return window.shell().lookupAll(".text-area").stream()
        .filter(node -> node instanceof GrowingTextArea area && area.getText().equals(ANSWER))
        .map(GrowingTextArea.class::cast)
        .findFirst();
  }

  private static Optional<ContextMenu> menu() {
    return javafx.stage.Window.getWindows().stream()
        .filter(window -> window instanceof ContextMenu menu && menu.isShowing())
        .map(ContextMenu.class::cast)
        .filter(menu -> "spelling-menu".equals(menu.getId()))
        .findFirst();
  }

  @Test
  void theMenuOnTheWordTakesItOut() throws Exception {
    settle(() -> answer().isPresent());
    var spelling = new Spelling(session());
    assertThat(spelling.check(ANSWER, "")).isEmpty();
    settle(
        () -> {
          var area = answer().orElseThrow();
          area.positionCaret(ANSWER.indexOf("zaffrine") + 3);
          Event.fireEvent(
              area,
              new ContextMenuEvent(
                  ContextMenuEvent.CONTEXT_MENU_REQUESTED, 5, 5, 50, 50, true, null));
          return menu().isPresent();
        });
    var items = menu().orElseThrow().getItems();
    assertThat(items.getFirst().getText())
        .isEqualTo("Take \"zaffrine\" out of the project's words");
    onScreen(() -> items.getFirst().fire());
    settle(() -> spelling.ownWords().isEmpty());
    assertThat(spelling.check(ANSWER, "")).extracting(word -> word.word()).contains("zaffrine");
  }
}
