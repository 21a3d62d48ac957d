package studio.timbre.ui.train;

import java.util.ArrayList;
import java.util.List;
import studio.timbre.model.LibraryModel;
import studio.timbre.model.TrainingPlan;
import studio.timbre.model.TrainingSpec;
import studio.timbre.ui.fx.Texts;

/** What can be chosen for a run, and what it comes to, in words. */
public final class TrainTexts {

  private TrainTexts() {}

  static String name(Texts texts, Preset preset) {
    return switch (preset) {
      case GENTLE -> texts.get("train.preset.gentle");
      case BALANCED -> texts.get("train.preset.balanced");
      case STRONG -> texts.get("train.preset.strong");
    };
  }

  static String explanation(Texts texts, Preset preset) {
    return switch (preset) {
      case GENTLE -> texts.get("train.preset.gentle.text");
      case BALANCED -> texts.get("train.preset.balanced.text");
      case STRONG -> texts.get("train.preset.strong.text");
    };
  }

  static String numbers(Texts texts, Preset preset) {
    var spec = preset.spec();
    return texts.get(
        "train.preset.numbers",
        spec.epochs(),
        SpecNumber.LEARNING_RATE.textOf(spec, texts.locale()),
        spec.lora().rank());
  }

  static String badge(Texts texts, Fit fit) {
    return switch (fit) {
      case FITS -> texts.get("train.fit.fits");
      case TIGHT -> texts.get("train.fit.tight");
      case TOO_BIG -> texts.get("train.fit.tooBig");
    };
  }

  public static String schedule(Texts texts, TrainingSpec.Schedule schedule) {
    return switch (schedule) {
      case CONSTANT -> texts.get("train.schedule.constant");
      case LINEAR -> texts.get("train.schedule.linear");
      case COSINE -> texts.get("train.schedule.cosine");
    };
  }

  /** As "135 million parameters · 92 MB · GGUF". */
  static String size(Texts texts, LibraryModel model) {
    double millions = model.parameters() / 1e6;
    String parameters =
        millions < 1000
            ? texts.get("train.model.millions", Math.round(millions))
            : texts.get("train.model.billions", texts.number(millions / 1000, 1));
    return String.join(" · ", parameters, texts.bytes(model.bytes()), model.format());
  }

  /** What should be known before the start, the weightiest first. */
  static List<String> warnings(Texts texts, TrainingPlan plan) {
    var warnings = new ArrayList<String>();
    if (plan.hasFewExamples()) {
      warnings.add(texts.get("train.warning.few", plan.examples()));
    }
    if (plan.heldOut() == 0) {
      warnings.add(texts.get("train.warning.nothingHeldOut"));
    }
    if (plan.overLength() > 0) {
      warnings.add(texts.get("train.warning.overLength", plan.overLength()));
    }
    if (plan.withoutAnswer() > 0) {
      warnings.add(texts.get("train.warning.withoutAnswer", plan.withoutAnswer()));
    }
    if (Fit.of(plan) == Fit.TIGHT) {
      warnings.add(texts.get("train.warning.tight"));
    }
    return warnings;
  }
}
