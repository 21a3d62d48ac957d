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
  private final ChartData curves = new ChartData();
  private final Texts texts;
  private final Tray<JobEvent> tray;
  private final Subscription following;
  private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
  private Curve training = new Curve(new PointSeries("", PointSeries.Kind.DENSE, 0));
  private Curve heldOut = new Curve(new PointSeries("", PointSeries.Kind.SPARSE, 1));
  private boolean rewarded;

  /** @param rewarded whether the run is known to learn from rewards, so that these are its curves */
  RunStream(RunShelf shelf, JobId run, boolean rewarded, Texts texts, Work work) {
    this.texts = texts;
    this.rewarded = rewarded;
    nameCurves();
    tray = new Tray<>(work, this::take);
    following = shelf.follow(run, tray::put);
  }

  /** Of a job that was begun elsewhere only its events may tell that it learns from rewards. */
  private void drawRewards() {
    if (!rewarded) {
      rewarded = true;
      nameCurves();
    }
  }

  private void nameCurves() {
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
    curves.setHigherIsBetter(rewarded);
    curves.setSeries(List.of(first, second));
  }

  /** Whether the curves are of rewards, and not of losses. */
  boolean isRewarded() {
    return rewarded;
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
          if (!rewarded) {
            training.add(step.step(), step.trainLoss());
          }
          drawn = true;
        }
        case JobEvent.Evaluated evaluated -> {
          if (!rewarded) {
            heldOut.add(evaluated.step(), evaluated.evalLoss());
          }
          drawn = true;
        }
        case JobEvent.Rewarded graded -> {
          drawRewards();
          graded.train().ifPresent(mean -> training.add(graded.step(), mean));
          graded.heldOut().ifPresent(mean -> heldOut.add(graded.step(), mean));
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
