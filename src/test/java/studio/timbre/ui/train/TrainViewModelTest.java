package studio.timbre.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import javafx.beans.property.SimpleLongProperty;
import org.junit.jupiter.api.Test;
import studio.timbre.model.JobId;
import studio.timbre.ui.SilentNotices;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.fx.Work;

class TrainViewModelTest {
  private final ScriptedTrainer trainer = new ScriptedTrainer();
  private final SilentNotices notices = new SilentNotices();
  private final SimpleLongProperty data = new SimpleLongProperty();
  private final List<JobId> started = new ArrayList<>();
  private final Queue<Runnable> background = new ArrayDeque<>();
  private final TrainViewModel model =
      new TrainViewModel(
          trainer,
          Texts.of(Locale.ENGLISH),
          new Work(background::add, Runnable::run),
          notices,
          data,
          started::add);

  @Test
  void plansForTheFirstModelOfTheLibrary() {
    trainer.library.add(ScriptedTrainer.SMALL);
    settle();
    assertThat(model.base().get()).contains(ScriptedTrainer.SMALL);
    assertThat(model.outlook().get()).isInstanceOf(Outlook.Planned.class);
    assertThat(model.canStart()).isTrue();
    assertThat(model.fits().get()).containsEntry(ScriptedTrainer.SMALL.name(), Fit.FITS);
  }

  @Test
  void countsOnceForManyKeysPressed() {
    trainer.library.add(ScriptedTrainer.SMALL);
    settle();
    trainer.planned.clear();
    model.numbers().text(SpecNumber.EPOCHS).set("1");
    model.numbers().text(SpecNumber.EPOCHS).set("12");
    model.use(Preset.STRONG);
    settle();
    assertThat(trainer.planned).containsExactly(Preset.STRONG.spec());
  }

  @Test
  void plansAnewWhenTheDataChanges() {
    trainer.library.add(ScriptedTrainer.SMALL);
    settle();
    trainer.plan = chosen -> ScriptedTrainer.plan(7, 0, 1_000_000_000);
    data.set(1);
    assertThat(model.outlook().get()).isInstanceOf(Outlook.Counting.class);
    assertThat(model.canStart()).isFalse();
    settle();
    assertThat(((Outlook.Planned) model.outlook().get()).plan().examples()).isEqualTo(7);
  }

  @Test
  void marksEveryModelOfTheLibraryByWhetherItFits() {
    trainer.library.add(ScriptedTrainer.SMALL);
    trainer.library.add(ScriptedTrainer.LARGE);
    settle();
    assertThat(model.fits().get())
        .containsEntry(ScriptedTrainer.SMALL.name(), Fit.FITS)
        .containsEntry(ScriptedTrainer.LARGE.name(), Fit.TOO_BIG);
  }

  @Test
  void aRefusedPlanCannotBeStarted() {
    trainer.library.add(ScriptedTrainer.LARGE);
    settle();
    assertThat(model.canStart()).isFalse();
    model.start();
    settle();
    assertThat(trainer.started).isEmpty();
  }

  @Test
  void startsUnderTheNameThatItSuggestsOrTheOneGiven() {
    trainer.library.add(ScriptedTrainer.SMALL);
    settle();
    assertThat(model.name().get()).isEqualTo("Balanced, run 1");
    model.use(Preset.GENTLE);
    settle();
    assertThat(model.name().get()).isEqualTo("Gentle, run 1");
    model.start();
    settle();
    model.nameByHand(" Friday ");
    model.start();
    settle();
    assertThat(trainer.started)
        .containsExactly("smollm2-135m-instruct 2 Gentle, run 1", "smollm2-135m-instruct 2 Friday");
    assertThat(started).containsExactly(new JobId("run-1"), new JobId("run-2"));
    assertThat(model.name().get()).isEqualTo("Gentle, run 3");
  }

  @Test
  void aWrongNumberLeavesNothingToStart() {
    trainer.library.add(ScriptedTrainer.SMALL);
    settle();
    model.numbers().text(SpecNumber.RANK).set("many");
    settle();
    assertThat(model.outlook().get()).isInstanceOf(Outlook.Nothing.class);
    assertThat(model.canStart()).isFalse();
    assertThat(model.preset()).isEmpty();
  }

  /** Does everything that waits, and what comes of it. */
  private void settle() {
    while (!background.isEmpty()) {
      background.remove().run();
    }
  }
}
