package studio.timbre.ui.train;

import java.util.List;
import java.util.OptionalDouble;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.timbre.model.TrainingPlan;
import studio.timbre.model.UserFacingException;
import studio.timbre.ui.control.Facts;
import studio.timbre.ui.fx.Fault;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Texts;

/** What the run would come to, what should be known before, and the button that starts it. */
final class PlanPane extends PlanFrame {
  private final TrainViewModel model;
  private final Texts texts;
  private final Facts facts = new Facts();
  private final VBox warnings = new VBox();

  PlanPane(TrainViewModel model, Texts texts) {
    super("train", model.name(), model::nameByHand);
    this.model = model;
    this.texts = texts;
    warnings.getStyleClass().add("column-8");
    head(texts.get("train.plan"), texts.get("train.name"), facts, warnings);
    foot(model::start);
    model.outlook().subscribe(outlook -> show());
    model.starting().subscribe(starting -> show());
    model.read().subscribe(read -> show());
  }

  private void show() {
    start().setDisable(!model.canStart());
    start().setText(texts.get("train.start"));
    facts.clear();
    warnings.getChildren().clear();
    switch (model.outlook().get()) {
      case Outlook.Nothing nothing -> showNothing();
      case Outlook.Counting counting -> say(Icon.CLOCK, "muted", texts.get("train.counting"));
      case Outlook.Planned planned -> showPlan(planned.plan());
      case Outlook.Failed failed ->
          say(Icon.ERROR, "danger-icon", Fault.of(failed.problem(), texts).sentence());
    }
    if (model.starting().get()) {
      say(Icon.CLOCK, "muted", texts.get("train.starting"));
    }
  }

  private void showNothing() {
    boolean noModel = model.base().get().isEmpty();
    if (!model.read().get()) {
      say(Icon.CLOCK, "muted", texts.get("train.counting"));
    } else {
      say(
          Icon.INFO,
          "muted",
          texts.get(noModel ? "train.reason.noModel" : "train.reason.wrongNumber"));
    }
  }

  private void showPlan(TrainingPlan plan) {
    facts.add(texts.get("train.plan.examples"), texts.number(plan.examples()));
    facts.add(texts.get("train.plan.heldOut"), texts.number(plan.heldOut()));
    facts.add(texts.get("train.plan.overLength"), texts.number(plan.overLength()));
    facts.add(texts.get("train.plan.withoutAnswer"), texts.number(plan.withoutAnswer()));
    facts.add(texts.get("train.plan.tokens"), texts.number(plan.tokensPerEpoch()));
    facts.add(texts.get("train.plan.answerTokens"), texts.number(plan.answerTokensPerEpoch()));
    facts.add(texts.get("train.plan.steps"), texts.number(plan.steps()));
    facts.add(texts.get(plan.measured() ? "train.plan.time" : "train.plan.timeGuess"), time(plan));
    facts.add(
        texts.get("train.plan.memory", texts.bytes(plan.availableMemoryBytes())),
        texts.bytes(plan.peakMemoryBytes()));
    warnings.getChildren().setAll(warnings(plan));
    if (plan.refusal().isPresent()) {
      UserFacingException refusal = plan.refusal().get();
      say(Icon.ERROR, "danger-icon", texts.of(refusal));
    } else {
      say("");
      start().setText(startText(plan.seconds()));
    }
  }

  private String startText(OptionalDouble seconds) {
    return seconds.isPresent()
        ? texts.get("train.start.time", texts.duration(seconds.getAsDouble()))
        : texts.get("train.start");
  }

  private String time(TrainingPlan plan) {
    return plan.seconds().isPresent()
        ? texts.get("train.plan.about", texts.duration(plan.seconds().getAsDouble()))
        : texts.get("train.plan.timeUnknown");
  }

  private List<HBox> warnings(TrainingPlan plan) {
    return TrainTexts.warnings(texts, plan).stream()
        .map(
            sentence -> {
              var label = new Label(sentence);
              label.setWrapText(true);
              HBox.setHgrow(label, Priority.ALWAYS);
              var row = new HBox(Icon.WARNING.node(), label);
              row.getStyleClass().addAll("row-8", "warning-icon", "plan-warning");
              return row;
            })
        .toList();
  }

  private void say(String nothing) {
    say(Icon.INFO, "muted", nothing);
  }
}
