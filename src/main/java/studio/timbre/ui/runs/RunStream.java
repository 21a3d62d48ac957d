package studio.timbre.ui.runs;

import java.util.List;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import studio.timbre.app.Subscription;
import studio.timbre.model.JobEvent;
import studio.timbre.model.JobId;
import studio.timbre.ui.control.ChartData;
import studio.timbre.ui.control.PointSeries;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.fx.Tray;
import studio.timbre.ui.fx.Work;

/** Follows one run: its story and its curves, brought up to date at most once a frame. Belongs to the JavaFX thread. */
final class RunStream implements AutoCloseable {
  private final RunStory story = new RunStory();
  private final Curve training;
  private final Curve heldOut;
  private final ChartData curves;
  private final Tray<JobEvent> tray;
  private final Subscription following;
  private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();

  /** @param rewarded whether the run learns from rewards, so that these are its curves */
  RunStream(RunShelf shelf, JobId run, boolean rewarded, Texts texts, Work work) {
    var first =
        new PointSeries(
            texts.get(rewarded ? "runs.reward" : "runs.trainingLoss"), PointSeries.Kind.DENSE, 0);
    var second =
        new PointSeries(
            texts.get(rewarded ? "runs.heldOutReward" : "runs.heldOutLoss"),
            PointSeries.Kind.SPARSE,
            1);
    training = new Curve(first);
    heldOut = new Curve(second);
    curves = new ChartData(first, second);
    tray = new Tray<>(work, this::take);
    following = shelf.follow(run, tray::put);
  }

  RunStory story() {
    return story;
  }

  ChartData curves() {
    return curves;
  }

  /** Rises whenever the story went on. */
  ReadOnlyLongProperty revision() {
    return revision.getReadOnlyProperty();
  }

  private void take(List<JobEvent> events) {
    boolean drawn = false;
    for (var event : events) {
      story.add(event);
      switch (event) {
        case JobEvent.Step step -> {
          training.add(step.step(), step.trainLoss());
          drawn = true;
        }
        case JobEvent.Evaluated evaluated -> {
          heldOut.add(evaluated.step(), evaluated.evalLoss());
          drawn = true;
        }
        case JobEvent.Rewarded rewarded -> {
          rewarded.train().ifPresent(mean -> training.add(rewarded.step(), mean));
          rewarded.heldOut().ifPresent(mean -> heldOut.add(rewarded.step(), mean));
          drawn = true;
        }
        case JobEvent.Started started -> {
          training.cutAfter(started.fromStep());
          heldOut.cutAfter(started.fromStep());
          drawn = true;
        }
        default -> {}
      }
    }
    if (drawn) {
      curves.changed();
    }
    revision.set(revision.get() + 1);
  }

  @Override
  public void close() {
    tray.close();
    following.close();
  }
}
