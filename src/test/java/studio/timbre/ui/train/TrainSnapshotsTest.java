package studio.timbre.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.property.SimpleLongProperty;
import javafx.scene.Parent;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import studio.timbre.ui.NoFiles;
import studio.timbre.ui.SilentNotices;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.fx.Work;

/** Pictures of the Train screen, to be looked at. */
class TrainSnapshotsTest {

  @Test
  void anEmptyLibrary() throws Exception {
    take("train-empty", trainer -> {}, false);
    assertThat(Path.of("target/snapshots/train-empty-light-en.png")).exists();
  }

  @Test
  void readyToStart() throws Exception {
    take(
        "train-ready",
        trainer -> {
          trainer.library.add(ScriptedTrainer.SMALL);
          trainer.library.add(ScriptedTrainer.LARGE);
        },
        false);
    assertThat(Path.of("target/snapshots/train-ready-dark-pt.png")).exists();
  }

  @Test
  void theNumbersAndWarnings() throws Exception {
    take(
        "train-numbers",
        trainer -> {
          trainer.library.add(ScriptedTrainer.SMALL);
          trainer.plan = model -> ScriptedTrainer.plan(7, 0, 15_000_000_000L);
        },
        true);
    assertThat(Path.of("target/snapshots/train-numbers-light-id.png")).exists();
  }

  @Test
  void aModelThatIsTooBig() throws Exception {
    take("train-refused", trainer -> trainer.library.add(ScriptedTrainer.LARGE), false);
    assertThat(Path.of("target/snapshots/train-refused-dark-en.png")).exists();
  }

  private static void take(String name, Consumer<ScriptedTrainer> prepare, boolean numbers)
      throws Exception {
    Snapshots.take(
        name,
        texts -> {
          var trainer = new ScriptedTrainer();
          prepare.accept(trainer);
          var apis = new ScriptedApiTrainer();
          var model =
              new TrainViewModel(
                  trainer,
                  texts,
                  new Work(Runnable::run, Runnable::run),
                  new SilentNotices(),
                  new SimpleLongProperty(),
                  run -> {});
          var where = ScriptedApiTrainer.where(apis);
          var there = ScriptedApiTrainer.model(apis, texts);
          var root =
              (Parent)
                  new TrainView(
                          where,
                          model,
                          there,
                          ScriptedApiTrainer.move(where, there),
                          texts,
                          new NoFiles(),
                          () -> {},
                          spotlight -> {})
                      .node();
          if (numbers) {
            find(root).setSelected(true);
            model.numbers().text(SpecNumber.EPOCHS).set("400");
            model.numbers().text(SpecNumber.EPOCHS).set("4");
            model.numbers().text(SpecNumber.RANK).set("0");
          }
          return root;
        },
        () -> true);
  }

  private static ToggleButton find(Parent root) {
    root.applyCss();
    return (ToggleButton)
        ((javafx.scene.control.ScrollPane) root.getChildrenUnmodifiable().getFirst())
            .getContent()
            .lookup("#train-numbers");
  }
}
