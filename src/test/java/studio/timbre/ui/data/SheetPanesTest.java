package studio.timbre.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Role;
import studio.timbre.model.Split;
import studio.timbre.ui.CutTexts;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.Unnamed;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.shell.Theme;
import studio.timbre.ui.shell.Window;

/** What comes up above and beside the table, in a window of 1000 pixels and every language. */
class SheetPanesTest {
  @TempDir Path folder;
  private Window window;

  @BeforeEach
  void open() throws Exception {
    window = Snapshots.onScreen(() -> new Window(folder.resolve("home")));
    var file = folder.resolve("voice.timbre");
    try (var session = window.timbre().create(file)) {
      for (int i = 0; i < 20; i++) {
        session.add(
            Conversation.of(
                Message.of(Role.USER, "What colour is kettle " + i + "?"),
                Message.of(Role.ASSISTANT, "The colour is petrol, and it was always that.")),
            Split.TRAINING,
            Optional.empty());
      }
    }
    Snapshots.onScreen(
        () -> {
          window.model().open(file);
          var content = new ClipboardContent();
          content.putString("Status\tInput\tOutput\tTags\nperfect\tWhere?\tHere.\twarm");
          Clipboard.getSystemClipboard().setContent(content);
          return true;
        });
    Snapshots.settle(() -> window.model().project().get().isPresent());
  }

  @AfterEach
  void close() throws Exception {
    Snapshots.onScreen(
        () -> {
          window.close();
          return true;
        });
  }

  @Test
  void nothingIsCutOrSilent() throws Exception {
    for (Locale language : Texts.LANGUAGES) {
      draw(language, "data.replace", "#replace-find");
      draw(language, "data.paste", "#paste-make");
      draw(language, "data.letPass.open", "#let-pass-reason");
      draw(language, "pastActs.show", "#history-list");
      draw(language, "data.export", "#data-export-make");
    }
  }

  private void draw(Locale language, String action, String sign) throws Exception {
    var scene = Snapshots.onScreen(() -> new Scene(window.build(Texts.of(language)), 1000, 700));
    Snapshots.onScreen(
        () -> {
          Theme.LIGHT.apply(scene);
          layOut();
          return true;
        });
    Snapshots.settle(() -> layOut() && window.shell().lookup(".bubble") != null);
    Snapshots.onScreen(
        () -> {
          window.shell().go("data", action);
          return true;
        });
    Snapshots.settle(
        () ->
            layOut()
                && window.shell().lookup(sign) != null
                && window.shell().lookup(sign).isVisible());
    for (var theme : Theme.values()) {
      Snapshots.onScreen(
          () -> {
            theme.apply(scene);
            return layOut();
          });
      Snapshots.write("sheet-" + action.replace('.', '-'), theme, language, scene);
    }
    assertThat(Snapshots.onScreen(() -> CutTexts.in(window.shell())))
        .as("%s in %s", action, language)
        .isEmpty();
    assertThat(Snapshots.onScreen(() -> Unnamed.in(window.shell())))
        .as("%s in %s", action, language)
        .isEmpty();
  }

  private boolean layOut() {
    window.shell().applyCss();
    window.shell().layout();
    return true;
  }
}
