package studio.timbre.ui.train;

import java.util.List;
import java.util.OptionalDouble;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
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
final class PlanPane extends VBox {
  private final TrainViewModel model;
  private final Texts texts;
  private final TextField name = new TextField();
  private final Facts facts = new Facts();
  private final VBox warnings = new VBox();
  private final Label reason = new Label();
  private final HBox reasonRow = new HBox();
  private final Button start = new Button();

  PlanPane(TrainViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("plan");
    var title = new Label(texts.get("train.plan"));
    title.getStyleClass().add("section-title");
    var nameLabel = new Label(texts.get("train.name"));
    nameLabel.setLabelFor(name);
    name.setId("train-name");
    name.setAccessibleText(texts.get("train.name"));
    model.name().subscribe(name::setText);
    name.textProperty()
        .addListener(
            (source, before, now) -> {
              if (name.isFocused()) {
                model.nameByHand(now);
              }
            });
    warnings.getStyleClass().add("column-8");
    var inner = new VBox(title, new VBox(nameLabel, name), facts, warnings);
    inner.getStyleClass().add("column-16");
    var scroll = new ScrollPane(inner);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("plan-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    reason.setId("train-reason");
    reason.setWrapText(true);
    HBox.setHgrow(reason, Priority.ALWAYS);
    reasonRow.getStyleClass().addAll("row-8", "plan-reason");
    start.setId("train-start");
    start.defaultButtonProperty().bind(visibleProperty());
    start.getStyleClass().addAll("accent", "start-button");
    start.setMaxWidth(Double.MAX_VALUE);
    start.setWrapText(true);
    start.setMnemonicParsing(false);
    start.setOnAction(event -> model.start());
    var foot = new VBox(reasonRow, start);
    foot.getStyleClass().add("column-8");
    getChildren().addAll(scroll, foot);
    model.outlook().subscribe(outlook -> show());
    model.starting().subscribe(starting -> show());
    model.read().subscribe(read -> show());
  }

  private void show() {
    start.setDisable(!model.canStart());
    start.setText(texts.get("train.start"));
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
      start.setText(startText(plan.seconds()));
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

  private void say(Icon icon, String tone, String sentence) {
    reason.setText(sentence);
    reasonRow.getStyleClass().setAll("row-8", "plan-reason", tone);
    reasonRow.getChildren().setAll(icon.node(), reason);
    reasonRow.setVisible(!sentence.isEmpty());
    reasonRow.setManaged(!sentence.isEmpty());
  }

  private void say(String nothing) {
    say(Icon.INFO, "muted", nothing);
  }
}
