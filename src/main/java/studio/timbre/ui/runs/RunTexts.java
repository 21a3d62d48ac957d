package studio.timbre.ui.runs;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import studio.timbre.model.ApiRun;
import studio.timbre.model.JobEvent;
import studio.timbre.model.RunState;
import studio.timbre.model.RunSummary;
import studio.timbre.model.TrainingRun;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Texts;

/** How a run is put into words. */
final class RunTexts {
  private final Texts texts;

  RunTexts(Texts texts) {
    this.texts = texts;
  }

  String state(TrainingRun run, Optional<RunStory> story) {
    return switch (run) {
      case RunSummary here -> stateHere(here, story);
      case ApiRun there -> new ApiRunTexts(texts).state(there, story);
    };
  }

  /** As "OpenAI · "; nothing for this computer. */
  String place(TrainingRun run) {
    return run instanceof ApiRun there ? new ApiRunTexts(texts).provider(there) + " · " : "";
  }

  static Icon icon(TrainingRun run) {
    return switch (run) {
      case RunSummary here -> icon(here.state());
      case ApiRun there -> ApiRunTexts.icon(there);
    };
  }

  /** The style class of the badge. */
  static String tone(TrainingRun run) {
    return switch (run) {
      case RunSummary here -> tone(here.state());
      case ApiRun there -> ApiRunTexts.tone(there);
    };
  }

  private String stateHere(RunSummary run, Optional<RunStory> story) {
    int step = Math.max(run.step(), story.map(RunStory::step).orElse(0));
    int total =
        story.map(RunStory::totalSteps).orElse(OptionalInt.empty()).orElse(run.totalSteps());
    return switch (run.state()) {
      case QUEUED -> texts.get("runs.state.queued");
      case RUNNING ->
          total > 0 && step > 0
              ? texts.get("runs.state.running", texts.percent((double) step / total))
              : texts.get("runs.state.starting");
      case PAUSED -> texts.get("runs.state.paused", step);
      case STOPPED -> texts.get("runs.state.stopped", step);
      case FINISHED -> texts.get("runs.state.finished");
      case FAILED -> texts.get("runs.state.failed", step);
      case CANCELLED -> texts.get("runs.state.cancelled", step);
      case UNDECIDED -> texts.get("runs.state.undecided");
    };
  }

  static Icon icon(RunState state) {
    return switch (state) {
      case QUEUED -> Icon.CLOCK;
      case RUNNING -> Icon.TRAIN;
      case PAUSED -> Icon.PAUSE;
      case STOPPED -> Icon.WARNING;
      case FINISHED -> Icon.CHECK;
      case FAILED -> Icon.ERROR;
      case CANCELLED -> Icon.STOP;
      case UNDECIDED -> Icon.WARNING;
    };
  }

  static String tone(RunState state) {
    return switch (state) {
      case RUNNING, QUEUED -> "accented";
      case PAUSED, STOPPED, UNDECIDED -> "caution";
      case FINISHED -> "good";
      case FAILED -> "bad";
      case CANCELLED -> "plain";
    };
  }

  /** As "2.10 → 1.52 (−28%)". */
  String beforeAndAfter(OptionalDouble first, OptionalDouble last) {
    if (last.isEmpty()) {
      return "";
    }
    String after = loss(last.getAsDouble());
    return first.isEmpty()
        ? after
        : loss(first.getAsDouble())
            + " → "
            + after
            + " ("
            + change(last.getAsDouble() / first.getAsDouble() - 1)
            + ")";
  }

  String loss(double value) {
    return texts.number(value, 2);
  }

  /** With a sign in front, as +4% or −28%. */
  String change(double share) {
    String percent = texts.percent(Math.abs(share));
    return Math.round(share * 100) == 0 ? percent : (share < 0 ? "−" : "+") + percent;
  }

  /** A difference with a sign in front, as +0.12. */
  String gain(double difference) {
    String amount = loss(Math.abs(difference));
    return difference == 0 ? amount : (difference < 0 ? "−" : "+") + amount;
  }

  String advice(Advice advice, boolean checkpointThere) {
    return switch (advice.kind()) {
      case NOTHING_HELD_OUT -> texts.get("runs.advice.nothingHeldOut");
      case TOO_EARLY -> texts.get("runs.advice.tooEarly");
      case FALLING -> texts.get("runs.advice.falling", change(advice.change()));
      case FALLING_AT_THE_END -> texts.get("runs.advice.fallingAtTheEnd", change(advice.change()));
      case FLAT -> texts.get("runs.advice.flat", advice.step());
      case RISING ->
          checkpointThere
              ? texts.get("runs.advice.rising.checkpoint", advice.step())
              : texts.get("runs.advice.rising", advice.step());
      case WORSE -> texts.get("runs.advice.worse");
    };
  }

  String adviceOnRewards(Advice advice, boolean checkpointThere) {
    return switch (advice.kind()) {
      case NOTHING_HELD_OUT -> texts.get("runs.advice.nothingHeldOut");
      case TOO_EARLY -> texts.get("runs.advice.tooEarly");
      case FALLING -> texts.get("runs.advice.reward.rising", gain(advice.change()));
      case FALLING_AT_THE_END ->
          texts.get("runs.advice.reward.risingAtTheEnd", gain(advice.change()));
      case FLAT -> texts.get("runs.advice.reward.flat", advice.step());
      case RISING ->
          checkpointThere
              ? texts.get("runs.advice.reward.sinking.checkpoint", advice.step())
              : texts.get("runs.advice.reward.sinking", advice.step());
      case WORSE -> texts.get("runs.advice.reward.worse", gain(advice.change()));
    };
  }

  String event(JobEvent event) {
    return switch (event) {
      case JobEvent.Queued queued -> texts.get("runs.event.queued");
      case JobEvent.Sending sending ->
          texts.get(
              "runs.event.sending",
              texts.bytes(sending.sentBytes()),
              texts.bytes(sending.totalBytes()));
      case JobEvent.Rewarded rewarded ->
          texts.get(
              "runs.event.rewarded",
              rewarded.step(),
              texts.number(rewarded.heldOut().orElseGet(() -> rewarded.train().orElse(0)), 3));
      case JobEvent.Started started ->
          started.fromStep() == 0
              ? begun(started)
              : texts.get("runs.event.wentOn", started.fromStep());
      case JobEvent.Step step -> texts.get("chart.step", step.step());
      case JobEvent.Evaluated evaluated ->
          texts.get(
              "runs.event.evaluated", evaluated.step(), texts.number(evaluated.evalLoss(), 3));
      case JobEvent.Checkpoint checkpoint -> texts.get("runs.event.checkpoint", checkpoint.step());
      case JobEvent.Log log -> log.message();
      case JobEvent.Paused paused -> texts.get("runs.event.paused", paused.step());
      case JobEvent.Finished finished ->
          Double.isNaN(finished.seconds())
              ? texts.get("runs.event.finishedAt", finished.step())
              : texts.get(
                  "runs.event.finished", finished.step(), texts.duration(finished.seconds()));
      case JobEvent.Failed failed -> texts.get("runs.event.failed", failure(failed));
      case JobEvent.Cancelled cancelled -> texts.get("runs.event.cancelled", cancelled.step());
    };
  }

  /** A provider may tell later how many steps there are. */
  private String begun(JobEvent.Started started) {
    return started.totalSteps() > 0
        ? texts.get("runs.event.started", started.examples(), started.totalSteps())
        : texts.get("runs.event.begun", started.examples());
  }

  /** The worker speaks English; what it is known to say is said in the person's language. */
  String failure(JobEvent.Failed failed) {
    String key = "failure." + failed.code();
    return texts.has(key) ? texts.get(key) : failed.message();
  }
}
