package studio.timbre.ui.runs;

import java.util.Optional;
import studio.timbre.model.ApiMethod;
import studio.timbre.model.ApiRun;
import studio.timbre.model.ApiStanding.Stage;
import studio.timbre.model.RunState;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.ProviderNames;
import studio.timbre.ui.fx.Texts;

/** How a job at a provider is put into words. */
final class ApiRunTexts {
  private final Texts texts;

  ApiRunTexts(Texts texts) {
    this.texts = texts;
  }

  String provider(ApiRun run) {
    return ProviderNames.of(run.provider(), texts);
  }

  String state(ApiRun run, Optional<RunStory> story) {
    if (run.waitsForKey()) {
      return texts.get("runs.api.state.key");
    }
    if (run.job().standing().cancelWanted() && !run.job().isOver()) {
      return texts.get("runs.api.state.cancelling");
    }
    return switch (run.state()) {
      case QUEUED -> waiting(run, story);
      case RUNNING -> running(run, story);
      case PAUSED -> texts.get("runs.state.paused", run.step());
      case STOPPED ->
          texts.get(run.isUnasked() ? "runs.api.state.unsent" : "runs.api.state.unwatched");
      case FINISHED -> texts.get("runs.state.finished");
      case FAILED -> texts.get("runs.api.state.failed");
      case CANCELLED -> texts.get("runs.api.state.cancelled");
      case UNDECIDED -> texts.get("runs.state.undecided");
    };
  }

  private String waiting(ApiRun run, Optional<RunStory> story) {
    if (run.isUnasked()) {
      return story
          .flatMap(RunStory::sending)
          .map(
              sending ->
                  texts.get(
                      "runs.api.state.sent",
                      texts.bytes(sending.sentBytes()),
                      texts.bytes(sending.totalBytes())))
          .orElseGet(() -> texts.get("runs.api.state.sending"));
    }
    return run.job().standing().stage() == Stage.CREATED
        ? atProvider(run)
        : texts.get("runs.api.state.asking");
  }

  private String atProvider(ApiRun run) {
    return run.job().providerState().filter(word -> word.startsWith("validating")).isPresent()
        ? texts.get("runs.api.state.validating")
        : texts.get("runs.api.state.queued");
  }

  private String running(ApiRun run, Optional<RunStory> story) {
    int step = Math.max(run.step(), story.map(RunStory::step).orElse(0));
    int told = story.map(known -> known.totalSteps().orElse(0)).orElse(0);
    int total = Math.max(run.totalSteps(), told);
    if (total > 0 && step > 0) {
      return texts.get("runs.state.running", texts.percent((double) step / total));
    }
    // A job that was found again counts as running before the provider has said where it stands.
    boolean hasBegun = story.flatMap(RunStory::started).isPresent() || step > 0;
    return hasBegun ? texts.get("runs.api.state.training") : atProvider(run);
  }

  static String tone(ApiRun run) {
    return run.waitsForKey() ? "caution" : RunTexts.tone(run.state());
  }

  static Icon icon(ApiRun run) {
    if (run.waitsForKey()) {
      return Icon.WARNING;
    }
    return run.state() == RunState.QUEUED && run.isUnasked()
        ? Icon.EXPORT
        : RunTexts.icon(run.state());
  }

  String method(ApiMethod method) {
    return switch (method) {
      case ApiMethod.Supervised _ -> texts.get("api.method.supervised");
      case ApiMethod.Preference _ -> texts.get("api.method.preference");
      case ApiMethod.Reinforcement _ -> texts.get("api.method.reinforcement");
    };
  }

  /** What the provider takes for what was done until the end that is asked for. */
  String cancelQuestion(ApiRun run) {
    String key =
        switch (run.provider()) {
          case AZURE -> "runs.api.cancel.charged";
          default -> "runs.api.cancel.mayBeCharged";
        };
    return run.isUnasked()
        ? texts.get("runs.api.cancel.unasked", run.name())
        : texts.get(key, run.name(), provider(run));
  }
}
