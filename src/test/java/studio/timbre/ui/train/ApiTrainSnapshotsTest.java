package studio.timbre.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.beans.property.SimpleLongProperty;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import studio.timbre.app.CheckOutcome;
import studio.timbre.app.Finding;
import studio.timbre.app.ProjectBudget.Spent;
import studio.timbre.app.ProjectBudget.Standing;
import studio.timbre.model.Connection;
import studio.timbre.model.JobLimits;
import studio.timbre.ui.NoFiles;
import studio.timbre.ui.SilentNotices;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.fx.Work;

/** Pictures of the Train screen with a connection, to be looked at. */
class ApiTrainSnapshotsTest {

  @Test
  void readyToStart() throws Exception {
    take(
        "train-api-ready",
        ScriptedApiTrainer.OPENAI,
        trainer -> {
          trainer.limits =
              Optional.of(new JobLimits(OptionalInt.of(8), OptionalInt.of(3), OptionalInt.of(3)));
          trainer.findings.addAll(
              List.of(
                  finding(
                      Finding.Severity.WARNING,
                      "preflight.accountFull",
                      3,
                      3,
                      "gpt-4o-mini-2024-07-18"),
                  new Finding(
                      Finding.Severity.WARNING,
                      "preflight.overTokens",
                      List.of(65_536),
                      Optional.of(Finding.DataFile.TRAINING),
                      List.of(3L),
                      List.of(41L),
                      1)));
        },
        model -> {},
        0);
    assertThat(Path.of("target/snapshots/train-api-ready-dark-pt.png")).exists();
  }

  @Test
  void aboveTheBudgetWithTheNumbersOpen() throws Exception {
    take(
        "train-api-budget",
        ScriptedApiTrainer.OPENAI,
        trainer ->
            trainer.findings.addAll(
                List.of(
                    finding(Finding.Severity.BLOCKING, "preflight.tooFew", 7, 10),
                    finding(Finding.Severity.WARNING, "preflight.few", 7, 50))),
        model -> {
          model.budget().text().set("2");
          model.form().use(ApiPreset.STRONG);
          model.form().text(ApiNumber.SEED).set("-1");
        },
        0.75);
    assertThat(Path.of("target/snapshots/train-api-budget-light-id.png")).exists();
  }

  @Test
  void aJobAboveTheBudgetOfItsProject() throws Exception {
    take(
        "train-project-budget",
        ScriptedApiTrainer.OPENAI,
        trainer ->
            trainer.budget = new Standing(OptionalDouble.of(5), new Spent(2, 1), Spent.NOTHING),
        model -> {
          model.refresh();
          model.projectBudget().text().set("6");
        },
        0);
    assertThat(Path.of("target/snapshots/train-project-budget-dark-pt.png")).exists();
  }

  @Test
  void theSizeOfAnAdapter() throws Exception {
    take(
        "train-api-adapter",
        ScriptedApiTrainer.NEBIUS,
        trainer -> {},
        model -> {
          model.form().model().set("meta-llama/Llama-3.1-8B-Instruct");
          model.form().text(ApiNumber.RANK).set("16");
          model.form().text(ApiNumber.ALPHA).set("1000");
        },
        0.9);
    assertThat(Path.of("target/snapshots/train-api-adapter-light-pt.png")).exists();
  }

  @Test
  void aKeyThatTheProviderDoesNotTake() throws Exception {
    var shown = new ArrayList<String>();
    take(
        "train-api-key",
        ScriptedApiTrainer.NEBIUS,
        trainer -> trainer.trouble = Optional.of(new CheckOutcome.KeyRefused()),
        model -> shown.add(model.offers().asked().get().trouble().toString()),
        0);
    assertThat(shown).allMatch(text -> text.contains("KeyRefused")).isNotEmpty();
  }

  @Test
  void aPriceThatIsNotKnown() throws Exception {
    take(
        "train-api-unpriced",
        ScriptedApiTrainer.AZURE,
        trainer -> trainer.price = choice -> Optional.empty(),
        model -> {},
        1);
    assertThat(Path.of("target/snapshots/train-api-unpriced-light-pt.png")).exists();
  }

  @Test
  void aPriceThatIsRoughlyKnown() throws Exception {
    take(
        "train-api-rough",
        ScriptedApiTrainer.NEBIUS,
        ScriptedApiTrainer::countRoughly,
        model -> {},
        1);
    assertThat(Path.of("target/snapshots/train-api-rough-dark-pt.png")).exists();
  }

  @Test
  void gradersOfAReinforcementJob() throws Exception {
    take(
        "train-api-graders",
        ScriptedApiTrainer.AZURE,
        trainer -> {},
        model -> {
          model.form().model().set("o4-mini-2025-04-16");
          model.form().method().set(ApiMethodKind.REINFORCEMENT);
          model.grader().kind().set(GraderKind.MULTI);
          model.grader().addPart();
          model.grader().addPart();
          model.grader().parts().get(1).kind().set(GraderKind.SCORE_MODEL);
        },
        0.6);
    assertThat(Path.of("target/snapshots/train-api-graders-light-pt.png")).exists();
  }

  @Test
  void answersThatHaveToKeepToAForm() throws Exception {
    take(
        "train-api-schema",
        ScriptedApiTrainer.AZURE,
        trainer -> {},
        model -> {
          model.form().model().set("o4-mini-2025-04-16");
          model.form().method().set(ApiMethodKind.REINFORCEMENT);
          model.grader().kind().set(GraderKind.PYTHON);
          model.grader().source().set("def grade(sample, item):\n  return 1");
          model.form().schema().set("{\"type\": \"object\",");
        },
        0.55);
    assertThat(Path.of("target/snapshots/train-api-schema-light-pt.png")).exists();
  }

  private static Finding finding(Finding.Severity severity, String key, Object... arguments) {
    return new Finding(
        severity, key, List.of(arguments), Optional.empty(), List.of(), List.of(), 0);
  }

  private static void take(
      String name,
      Connection connection,
      Consumer<ScriptedApiTrainer> prepare,
      Consumer<ApiTrainViewModel> choose,
      double scrolled)
      throws Exception {
    Snapshots.take(
        name,
        texts -> {
          var trainer = new ScriptedApiTrainer();
          trainer.connections.addAll(
              List.of(
                  ScriptedApiTrainer.OPENAI, ScriptedApiTrainer.NEBIUS, ScriptedApiTrainer.AZURE));
          prepare.accept(trainer);
          var here =
              new TrainViewModel(
                  new ScriptedTrainer(),
                  texts,
                  new Work(Runnable::run, Runnable::run),
                  new SilentNotices(),
                  new SimpleLongProperty(),
                  run -> {});
          var there = ScriptedApiTrainer.model(trainer, texts);
          var where = ScriptedApiTrainer.where(trainer);
          var move = ScriptedApiTrainer.move(where, there);
          var view =
              new TrainView(
                  where, here, there, move, texts, new NoFiles(), () -> {}, spotlight -> {});
          where.chosen().set(new Where.There(connection));
          choose.accept(there);
          var root = (Parent) view.node();
          root.applyCss();
          var scroll = (ScrollPane) root.getChildrenUnmodifiable().getFirst();
          if (scrolled > 0) {
            ((ToggleButton) scroll.getContent().lookup("#api-numbers")).setSelected(true);
          }
          scroll.setVvalue(scrolled);
          return root;
        },
        () -> true);
  }
}
