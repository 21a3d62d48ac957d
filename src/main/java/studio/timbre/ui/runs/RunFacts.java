package studio.timbre.ui.runs;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import studio.timbre.model.ApiRun;
import studio.timbre.model.JobEvent;
import studio.timbre.model.Projection;
import studio.timbre.model.RunSummary;
import studio.timbre.model.TrainingRun;
import studio.timbre.ui.control.Facts;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.train.TrainTexts;

/** What is looked up rarely, folded up: the run's settings, the data that it saw, and what happened. */
final class RunFacts extends VBox {
  private final Texts texts;
  private final RunTexts words;
  private final Facts settings = new Facts();
  private final Facts data = new Facts();
  private final ListView<String> events = new ListView<>();
  private Optional<TrainingRun> shown = Optional.empty();

  /** @param lookBack compares the data that the run has seen with the present */
  RunFacts(Texts texts, RunTexts words, Runnable lookBack) {
    this.texts = texts;
    this.words = words;
    getStyleClass().add("column-8");
    events.setPrefHeight(200);
    events.setAccessibleText(texts.get("runs.events"));
    events.setId("run-events");
    getChildren()
        .addAll(
            fold(texts.get("runs.settings"), settings),
            fold(texts.get("runs.data"), new VBox(data, lookBack(lookBack))),
            fold(texts.get("runs.events"), events));
  }

  private Button lookBack(Runnable act) {
    var button = new Button(texts.get("runs.data.compare"));
    button.setId("run-lookback");
    button.setMnemonicParsing(false);
    button.setOnAction(event -> act.run());
    return button;
  }

  void show(TrainingRun run, RunStory story) {
    if (shown.equals(Optional.of(run)) && events.getItems().size() == story.remarkable().size()) {
      return;
    }
    shown = Optional.of(run);
    data.clear();
    switch (run) {
      case RunSummary here -> {
        showSettings(here);
        data.add(texts.get("runs.data.change"), texts.number(here.journalEntry()));
      }
      case ApiRun there -> {
        new ApiFacts(texts, settings).show(there);
        there
            .job()
            .order()
            .journalEntry()
            .ifPresent(entry -> data.add(texts.get("runs.data.change"), texts.number(entry)));
      }
    }
    story
        .started()
        .ifPresent(
            started -> {
              data.add(texts.get("runs.data.learned"), texts.number(started.examples()));
              data.add(texts.get("runs.data.heldOut"), texts.number(started.heldOut()));
              if (run instanceof RunSummary) {
                data.add(texts.get("runs.data.answerTokens"), texts.number(started.answerTokens()));
              }
            });
    if (run instanceof RunSummary here) {
      here.adapter()
          .ifPresent(folder -> data.add(texts.get("runs.data.adapter"), folder.toString()));
    }
    showEvents(story);
  }

  private void showSettings(RunSummary run) {
    var spec = run.spec();
    settings.clear();
    settings.add(texts.get("train.number.epochs"), texts.number(spec.epochs()));
    spec.maxSteps()
        .ifPresent(steps -> settings.add(texts.get("train.number.maxSteps"), texts.number(steps)));
    settings.add(texts.get("train.number.learningRate"), Double.toString(spec.learningRate()));
    settings.add(texts.get("train.number.schedule"), TrainTexts.schedule(texts, spec.schedule()));
    settings.add(texts.get("train.number.warmup"), texts.percent(spec.warmupFraction()));
    settings.add(texts.get("train.number.rank"), texts.number(spec.lora().rank()));
    settings.add(texts.get("train.number.alpha"), texts.number(spec.lora().alpha(), 0));
    settings.add(
        texts.get("train.number.projections"),
        spec.lora().projections().stream()
            .sorted(Comparator.naturalOrder())
            .map(Projection::shortName)
            .collect(Collectors.joining(", ")));
    settings.add(texts.get("train.number.batchSize"), texts.number(spec.batchSize()));
    settings.add(texts.get("train.number.accumulation"), texts.number(spec.accumulation()));
    settings.add(texts.get("train.number.maxLength"), texts.number(spec.maxLength()));
    settings.add(texts.get("train.number.gradientNorm"), texts.number(spec.maxGradientNorm(), 1));
    settings.add(texts.get("train.number.weightDecay"), texts.number(spec.weightDecay(), 2));
    settings.add(texts.get("train.number.seed"), Long.toString(spec.seed()));
    settings.add(texts.get("train.number.evaluateEvery"), texts.number(spec.evaluateEvery()));
    settings.add(texts.get("train.number.checkpointEvery"), texts.number(spec.checkpointEvery()));
  }

  /** Events only ever come at the end of the list, so what stands there stays. */
  private void showEvents(RunStory story) {
    var all = story.remarkable();
    for (int index = events.getItems().size(); index < all.size(); index++) {
      JobEvent event = all.get(index);
      events.getItems().add(texts.dateTime(event.time()) + "   " + words.event(event));
    }
  }

  private static TitledPane fold(String title, Node content) {
    var pane = new TitledPane(title, content);
    pane.setExpanded(false);
    pane.setAnimated(false);
    pane.getStyleClass().add("dense");
    return pane;
  }
}
