package studio.timbre.cli;

import java.util.ArrayList;
import java.util.Locale;
import java.util.OptionalDouble;
import studio.timbre.app.EventLines;
import studio.timbre.model.JobEvent;
import studio.timbre.model.RunState;

/**
 * Tells a training in the terminal: for programs every event, for people a chart that renews itself, or without a terminal a plain
 * line now and then and the chart at the end. Called on one thread at a time.
 */
final class TrainingReport {
  private static final int CHART_WIDTH = 78;
  private static final int CHART_HEIGHT = 13;

  /** Without a terminal about so many lines tell the whole training. */
  private static final int PLAIN_LINES = 20;

  private static final long REDRAW_NANOS = 300_000_000;

  private final Output output;
  private final TextChart chart = new TextChart();
  private OptionalDouble heldOut = OptionalDouble.empty();
  private int totalSteps;
  private int lastStep;
  private long drawnAt = System.nanoTime() - REDRAW_NANOS;

  TrainingReport(Output output) {
    this.output = output;
  }

  synchronized void take(JobEvent event) {
    output.object(EventLines.json(event));
    chart.add(event);
    switch (event) {
      case JobEvent.Queued _ -> {}
      case JobEvent.Started started -> {
        totalSteps = started.totalSteps();
        if (started.fromStep() > 0) {
          output.say("Goes on from step " + started.fromStep() + ".");
        }
      }
      case JobEvent.Sending sending -> output.say(sent(sending));
      case JobEvent.Rewarded rewarded -> output.say(reward(rewarded));
      case JobEvent.Step step -> step(step);
      case JobEvent.Evaluated evaluated -> {
        heldOut = OptionalDouble.of(evaluated.evalLoss());
        if (!output.isTerminal()) {
          output.say(
              "step %d: held-out loss %s".formatted(evaluated.step(), loss(evaluated.evalLoss())));
        }
      }
      case JobEvent.Log log -> output.say(log.message());
      case JobEvent.Failed failed -> failed(failed);
      case JobEvent.Checkpoint _, JobEvent.Paused _, JobEvent.Finished _, JobEvent.Cancelled _ -> {}
    }
  }

  private void step(JobEvent.Step step) {
    lastStep = step.step();
    String line =
        "step %s  loss %s%s%s"
            .formatted(
                totalSteps > 0 ? step.step() + "/" + totalSteps : Integer.toString(step.step()),
                loss(step.trainLoss()),
                heldOut.isPresent() ? "  held out " + loss(heldOut.getAsDouble()) : "",
                step.machine().map(TrainingReport::pace).orElse(""));
    if (output.isTerminal()) {
      draw(line);
    } else if (step.step() % Math.max(1, totalSteps / PLAIN_LINES) == 0) {
      output.say(line);
    }
  }

  private static String sent(JobEvent.Sending sending) {
    return "%s: %s of %s kB sent"
        .formatted(
            sending.file(),
            Numbers.whole(sending.sentBytes() / 1000),
            Numbers.whole(sending.totalBytes() / 1000));
  }

  private static String reward(JobEvent.Rewarded rewarded) {
    return "step %d%s%s"
        .formatted(
            rewarded.step(),
            rewarded.train().isPresent() ? "  reward " + loss(rewarded.train().getAsDouble()) : "",
            rewarded.heldOut().isPresent()
                ? "  held out " + loss(rewarded.heldOut().getAsDouble())
                : "");
  }

  private static String pace(JobEvent.Machine machine) {
    return "  %.0f tokens/s  %s left"
        .formatted(machine.tokensPerSecond(), Durations.inWords(machine.secondsLeft()));
  }

  private void draw(String line) {
    long now = System.nanoTime();
    if (now - drawnAt > REDRAW_NANOS || lastStep == totalSteps) {
      drawnAt = now;
      var lines = new ArrayList<>(chart.lines(CHART_WIDTH, CHART_HEIGHT));
      lines.add(line);
      output.redraw(lines);
    }
  }

  private void failed(JobEvent.Failed failed) {
    if (!output.isJson()) {
      output.error(failed.code(), failed.message());
    }
  }

  /**
   * The last words, once the stream has ended.
   *
   * @param resume a sentence that says how to go on
   */
  synchronized void end(RunState state, String resume) {
    if (!output.isTerminal()) {
      chart.lines(CHART_WIDTH, CHART_HEIGHT).forEach(output::say);
    }
    switch (state) {
      case PAUSED -> output.remark("Stopped at step %d. %s".formatted(lastStep, resume));
      case STOPPED ->
          output.remark(
              "The training ended without a word at step %d, perhaps for want of memory. %s"
                  .formatted(lastStep, resume));
      case CANCELLED -> output.remark("Cancelled at step " + lastStep + ".");
      case FINISHED, FAILED, QUEUED, RUNNING, UNDECIDED -> {}
    }
  }

  private static String loss(double value) {
    return String.format(Locale.ENGLISH, "%.3f", value);
  }
}
