package studio.timbre.ui.runs;

import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import studio.timbre.model.ApiRun;
import studio.timbre.model.TrainingRun;
import studio.timbre.ui.fx.Texts;

/** A run in the list. Follows a live one while it is in sight. */
final class RunCell extends ListCell<TrainingRun> {
  private final RunsViewModel model;
  private final Texts texts;
  private final RunTexts words;
  private final Label name = new Label();
  private final StateBadge badge;
  private final Label from = new Label();
  private final Label when = new Label();
  private final Label losses = new Label();
  private final VBox box;
  private Subscription following = Subscription.EMPTY;

  RunCell(RunsViewModel model, Texts texts, RunTexts words) {
    this.model = model;
    this.texts = texts;
    this.words = words;
    badge = new StateBadge(words);
    name.getStyleClass().add("strong");
    from.getStyleClass().addAll("muted", "small-text");
    when.getStyleClass().addAll("muted", "small-text");
    losses.getStyleClass().add("small-text");
    box = new VBox(name, badge, from, when, losses);
    box.getStyleClass().add("run-cell");
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable TrainingRun run, boolean empty) {
    super.updateItem(run, empty);
    following.unsubscribe();
    following = Subscription.EMPTY;
    if (run == null || empty) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    setGraphic(box);
    var stream = model.stream(run.id());
    stream.ifPresent(live -> following = live.revision().subscribe(value -> show(run, stream)));
    if (stream.isEmpty()) {
      show(run, stream);
    }
  }

  private void show(TrainingRun run, Optional<RunStream> stream) {
    var story = stream.map(RunStream::story);
    name.setText(run.name());
    badge.show(run, story);
    from.setText(words.place(run) + run.baseName());
    when.setText(texts.dateTime(run.created()));
    var reward = reward(run, story);
    String change = reward.isPresent() ? words.loss(reward.getAsDouble()) : change(run, story);
    String key = reward.isPresent() ? "runs.heldOutRewarded" : "runs.heldOut";
    losses.setText(change.isEmpty() ? "" : texts.get(key, change));
    losses.setVisible(!change.isEmpty());
    losses.setManaged(!change.isEmpty());
    setAccessibleText(
        String.join(
            ", ",
            name.getText(),
            badge.getText(),
            from.getText(),
            when.getText(),
            losses.getText()));
  }

  /** The newest of the held-out questions; empty for a run that does not learn from rewards. */
  private static OptionalDouble reward(TrainingRun run, Optional<RunStory> story) {
    var newest = story.map(RunStory::rewards).map(NavigableMap::lastEntry);
    if (newest.isPresent()) {
      return OptionalDouble.of(newest.get().getValue());
    }
    return run instanceof ApiRun there ? there.job().heldOutReward() : OptionalDouble.empty();
  }

  /** What a run is followed for is newer than what its summary says. */
  private String change(TrainingRun run, Optional<RunStory> story) {
    var evaluations = story.map(RunStory::evaluations);
    if (evaluations.map(found -> found.isEmpty()).orElse(true)) {
      return words.beforeAndAfter(run.firstEvalLoss(), run.lastEvalLoss());
    }
    return evaluations.get().size() == 1
        ? words.loss(evaluations.get().firstEntry().getValue())
        : words.beforeAndAfter(story.get().baseLoss(), story.get().heldOutLoss());
  }
}
