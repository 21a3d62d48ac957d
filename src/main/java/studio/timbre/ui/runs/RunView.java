package studio.timbre.ui.runs;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import studio.timbre.model.ApiRun;
import studio.timbre.model.RunState;
import studio.timbre.model.RunSummary;
import studio.timbre.ui.control.ConfirmBar;
import studio.timbre.ui.control.EditableTitle;
import studio.timbre.ui.control.FaultNotice;
import studio.timbre.ui.control.HeadRow;
import studio.timbre.ui.control.LossChart;
import studio.timbre.ui.fx.Fault;
import studio.timbre.ui.fx.FileQuestions;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Texts;

/** An open run: where it stands, what to make of it, its curves, and what can be done. */
final class RunView extends VBox {
  private final RunViewModel model;
  private final Texts texts;
  private final RunTexts words;
  private final EditableTitle title;
  private final StateBadge badge;
  private final Label from = new Label();
  private final ConfirmBar confirm = new ConfirmBar();
  private final VBox fault = new VBox();
  private final RunButtons buttons;
  private final RunNumbers numbers;
  private final Label advice = new Label();
  private final HBox adviceCard;
  private final RunFacts facts;
  private final ApiPane api;
  private final Label explanation = new Label();
  private final Subscription following;

  RunView(RunViewModel model, Texts texts, FileQuestions files) {
    this.model = model;
    this.texts = texts;
    words = new RunTexts(texts);
    title = new EditableTitle(texts.get("runs.rename"), model::rename);
    badge = new StateBadge(words);
    buttons = new RunButtons(model, texts, files, title::edit, this::cancel, this::askToDelete);
    numbers = new RunNumbers(texts, words);
    facts = new RunFacts(texts, words, model::lookBack);
    api = new ApiPane(model, texts);
    api.setVisible(false);
    adviceCard = adviceCard();
    getStyleClass().add("run-view");
    var heading = new HBox(title, badge);
    heading.getStyleClass().add("row-16");
    var head = new HeadRow(new VBox(heading, from), buttons);
    from.getStyleClass().add("muted");
    getChildren().addAll(head, confirm, fault, api, numbers, adviceCard, chartCard(), facts);
    following =
        Subscription.combine(
            model.summary().subscribe(run -> show()),
            model.stream().revision().subscribe(value -> show()),
            model.bytes().subscribe(size -> confirm.setActText(deleteText())));
  }

  /** Lets go of the run. */
  void close() {
    following.unsubscribe();
  }

  private HBox adviceCard() {
    advice.setWrapText(true);
    advice.setId("run-advice");
    HBox.setHgrow(advice, Priority.ALWAYS);
    var icon = Icon.INFO.node();
    var card = new HBox(icon, advice);
    card.getStyleClass().addAll("advice", "row-8", "accent-icon");
    return card;
  }

  private VBox chartCard() {
    var chart = new LossChart(model.stream().curves(), texts);
    explanation.setId("run-explained");
    explanation.setWrapText(true);
    explanation.getStyleClass().addAll("muted", "small-text");
    var card = new VBox(chart, explanation);
    card.getStyleClass().addAll("card-pane", "column-8", "chart-card");
    return card;
  }

  private void show() {
    var run = model.summary().get();
    var story = model.stream().story();
    title.setTitle(run.name());
    badge.show(run, Optional.of(story));
    from.setText(
        words.place(run) + texts.get("runs.from", run.baseName(), texts.dateTime(run.created())));
    model.there().ifPresent(api::show);
    buttons.show();
    numbers.show(run, story, model.stream().isRewarded());
    explanation.setText(
        texts.get(model.stream().isRewarded() ? "runs.rewardExplained" : "runs.lossExplained"));
    showAdvice();
    showFault();
    facts.show(run, story);
  }

  private void showAdvice() {
    var told = model.advice();
    var story = model.stream().story();
    var state = model.summary().get().state();
    boolean something =
        told.kind() != Advice.Kind.TOO_EARLY
            || (state != RunState.FAILED && state != RunState.CANCELLED);
    if (model.there().isPresent()) {
      something = Math.max(story.evaluations().size(), story.rewards().size()) > 1;
    }
    adviceCard.setVisible(something);
    adviceCard.setManaged(something);
    advice.setText(
        state == RunState.STOPPED && model.here().isPresent()
            ? texts.get("runs.advice.stopped", model.goesOnFrom())
            : adviceText(told, story.checkpoints().contains(told.step())));
  }

  private String adviceText(Advice told, boolean checkpointThere) {
    return model.stream().isRewarded()
        ? words.adviceOnRewards(told, checkpointThere)
        : words.advice(told, checkpointThere);
  }

  private void showFault() {
    var failed =
        model.summary().get().state() == RunState.FAILED
            ? model.stream().story().failed()
            : Optional.<studio.timbre.model.JobEvent.Failed>empty();
    if (failed.isPresent() == fault.getChildren().isEmpty()) {
      fault
          .getChildren()
          .setAll(
              failed.stream()
                  .map(
                      event ->
                          new FaultNotice(
                              new Fault(words.failure(event), event.detail()),
                              texts,
                              () -> fault.setVisible(false)))
                  .toList());
    }
    fault.managedProperty().bind(fault.visibleProperty());
  }

  private void cancel() {
    var there = model.there();
    if (there.isEmpty()) {
      model.cancel();
      return;
    }
    confirm.ask(
        new ApiRunTexts(texts).cancelQuestion(there.get()),
        texts.get("runs.api.cancel.act"),
        texts.get("runs.api.cancel.keep"),
        model::cancel);
  }

  private void askToDelete() {
    if (model.here().isPresent()) {
      model.measureFiles();
    }
    confirm.ask(deleteQuestion(), deleteText(), texts.get("runs.delete.keep"), model::delete);
  }

  private String deleteQuestion() {
    return switch (model.summary().get()) {
      case RunSummary here ->
          texts.get(
              here.ownsFiles() ? "runs.delete.question" : "runs.forget.question", here.name());
      case ApiRun there ->
          texts.get(
              there.job().unneeded().isEmpty()
                  ? "runs.api.forget.question"
                  : "runs.api.forget.questionLeft",
              there.name());
    };
  }

  private String deleteText() {
    if (model.here().filter(RunSummary::ownsFiles).isEmpty()) {
      return texts.get("runs.forget.act");
    }
    var bytes = model.bytes().get();
    return bytes.isPresent()
        ? texts.get("runs.delete.actSize", texts.bytes(bytes.getAsLong()))
        : texts.get("runs.delete.act");
  }
}
