package studio.timbre.ui.hear;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import org.junit.jupiter.api.Test;
import studio.timbre.model.UserFacingException;
import studio.timbre.ui.SilentNotices;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.fx.Work;

/** Pictures of the Hear screen, to be looked at. */
class HearSnapshotsTest {
  private static final String PLAIN =
      "Yes, you can get oat milk at our store. We have a variety of oat milk options available for purchase. Please let"
          + " me know if you have any other questions or if there is anything else I can help you with.";
  private static final String OURS =
      "You can. It costs nothing extra, and it foams better than it has any right to.";

  @Test
  void noModelAndNoRun() throws Exception {
    take("hear-empty", (voices, model) -> {}, false, false);
    take("hear-no-run", (voices, model) -> {}, true, false);
    assertThat(Path.of("target/snapshots/hear-empty-light-en.png")).exists();
  }

  @Test
  void twoVoices() throws Exception {
    take(
        "hear-spoken",
        (voices, model) -> {
          model.take(ScriptedVoices.QUESTION);
          model.ask();
          voices.asked.get(0).told().said(PLAIN, 48);
          voices.asked.get(0).told().finished(48, 3.1);
          voices.asked.get(1).told().said(OURS, 21);
          voices.asked.get(1).told().finished(21, 1.6);
          model.prompt().set("Where is my order?");
          model.ask();
          voices.asked.get(2).told().said("I'm sorry, but as an AI", 7);
        },
        true,
        true);
    assertThat(Path.of("target/snapshots/hear-spoken-dark-pt.png")).exists();
  }

  @Test
  void aVoiceThatFailed() throws Exception {
    take(
        "hear-failed",
        (voices, model) -> {
          model.prompt().set("Where is my order?");
          model.ask();
          voices.asked.get(0).told().said(PLAIN, 48);
          voices.asked.get(0).told().finished(48, 3.1);
          voices
              .asked
              .get(1)
              .told()
              .failed(
                  new UserFacingException(
                      "error.voice.memory",
                      "There is not enough memory for this voice. Close other programs and ask again."));
        },
        true,
        true);
    assertThat(Path.of("target/snapshots/hear-failed-light-id.png")).exists();
  }

  private static void take(
      String name,
      BiConsumer<ScriptedVoices, HearViewModel> talk,
      boolean withModel,
      boolean withRun)
      throws Exception {
    Snapshots.take(
        name,
        texts -> {
          var voices = new ScriptedVoices();
          voices.questions.add(ScriptedVoices.QUESTION);
          if (withModel) {
            voices.models.add(ScriptedVoices.MODEL);
          }
          if (withRun) {
            voices.runs.add(ScriptedVoices.RUN);
          }
          var model =
              new HearViewModel(
                  voices,
                  new Work(Runnable::run, Runnable::run),
                  new SilentNotices(),
                  new SimpleObjectProperty<>(Optional.empty()));
          var root = (Parent) new HearView(model, texts, room -> {}).node();
          talk.accept(voices, model);
          return root;
        },
        () -> true);
  }
}
