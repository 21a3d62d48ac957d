package studio.timbre.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import studio.timbre.model.Projection;
import studio.timbre.model.TrainingSpec;
import studio.timbre.ui.fx.Texts;

class NumbersFormTest {
  private static final Locale BRAZIL = Locale.forLanguageTag("pt-BR");

  @Test
  void showsTheNumbersAndGivesThemBackUnchanged() {
    for (var language : Texts.LANGUAGES) {
      var form = new NumbersForm(Texts.of(language));
      for (var preset : Preset.values()) {
        form.fill(preset.spec());
        assertThat(form.spec().get()).as("%s in %s", preset, language).contains(preset.spec());
      }
    }
  }

  @Test
  void theBalancedPresetIsTheDefault() {
    assertThat(Preset.BALANCED.spec()).isEqualTo(TrainingSpec.DEFAULT);
  }

  @Test
  void readsNumbersAsTheLanguageWritesThem() {
    assertThat(SpecNumber.LEARNING_RATE.parse("0,0003", BRAZIL)).hasValue(3e-4);
    assertThat(SpecNumber.LEARNING_RATE.parse("0.0003", Locale.ENGLISH)).hasValue(3e-4);
    assertThat(SpecNumber.LEARNING_RATE.parse("3e-4", Locale.ENGLISH)).hasValue(3e-4);
    assertThat(SpecNumber.LEARNING_RATE.parse("2,5e-4", BRAZIL)).hasValue(2.5e-4);
    assertThat(SpecNumber.SEED.textOf(TrainingSpec.DEFAULT, Locale.ENGLISH)).isEqualTo("42");
  }

  @Test
  void refusesWhatIsNoNumberOrOutOfRange() {
    assertThat(SpecNumber.EPOCHS.parse("three", Locale.ENGLISH)).isEmpty();
    assertThat(SpecNumber.EPOCHS.parse("3 or 4", Locale.ENGLISH)).isEmpty();
    assertThat(SpecNumber.EPOCHS.parse("2.5", Locale.ENGLISH)).isEmpty();
    assertThat(SpecNumber.EPOCHS.parse("0", Locale.ENGLISH)).isEmpty();
    assertThat(SpecNumber.LEARNING_RATE.parse("5", Locale.ENGLISH)).isEmpty();
    assertThat(SpecNumber.RANK.parse("", Locale.ENGLISH)).isEmpty();
  }

  @Test
  void saysWhatIsWrongBesideTheNumberAndHasNoWholeUntilItIsRight() {
    var form = new NumbersForm(Texts.of(Locale.ENGLISH));
    form.text(SpecNumber.EPOCHS).set("2000");
    assertThat(form.problem(SpecNumber.EPOCHS).getValue())
        .isEqualTo("A whole number from 1 to 100");
    assertThat(form.spec().get()).isEmpty();
    form.text(SpecNumber.EPOCHS).set("7");
    assertThat(form.problem(SpecNumber.EPOCHS).getValue()).isEmpty();
    assertThat(form.spec().get().orElseThrow().epochs()).isEqualTo(7);
  }

  @Test
  void theLimitOfStepsMayBeLeftEmpty() {
    var form = new NumbersForm(Texts.of(Locale.ENGLISH));
    assertThat(form.text(SpecNumber.MAX_STEPS).get()).isEmpty();
    form.text(SpecNumber.MAX_STEPS).set("30");
    assertThat(form.spec().get().orElseThrow().maxSteps()).isEqualTo(OptionalInt.of(30));
  }

  @Test
  void someLayerMustLearn() {
    var form = new NumbersForm(Texts.of(Locale.ENGLISH));
    for (var projection : Projection.values()) {
      form.projection(projection).set(false);
    }
    assertThat(form.spec().get()).isEmpty();
    form.projection(Projection.QUERY).set(true);
    assertThat(form.spec().get().orElseThrow().lora().projections())
        .containsExactly(Projection.QUERY);
  }
}
