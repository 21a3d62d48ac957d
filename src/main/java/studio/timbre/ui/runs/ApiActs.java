package studio.timbre.ui.runs;

import studio.timbre.app.ProviderFacts;
import studio.timbre.model.ApiAttention;
import studio.timbre.model.ApiRun;
import studio.timbre.model.ApiStanding.Stage;
import studio.timbre.model.RunState;

/** What can be done with a job at a provider as it stands now. */
final class ApiActs {
  private ApiActs() {}

  private static boolean isAtHand(ApiRun run) {
    return !run.job().isOver() && run.isOurs() && !run.waitsForKey();
  }

  static boolean canPause(ApiRun run) {
    return isAtHand(run)
        && run.state() == RunState.RUNNING
        && !run.job().standing().cancelWanted()
        && ProviderFacts.of(run.provider()).pauses();
  }

  static boolean canCancel(ApiRun run) {
    return isAtHand(run) && !run.job().standing().cancelWanted();
  }

  /** Also what was written down and never sent. */
  static boolean canGoOn(ApiRun run) {
    return isAtHand(run)
        && !run.job().standing().cancelWanted()
        && (run.state() == RunState.PAUSED || (run.state() == RunState.STOPPED && run.isUnasked()));
  }

  static boolean canLookNow(ApiRun run) {
    return isAtHand(run)
        && (run.state() == RunState.UNDECIDED
            || (run.state() == RunState.STOPPED && !run.isUnasked())
            || (run.state().isLive() && run.attention() == ApiAttention.NOBODY));
  }

  static boolean canForget(ApiRun run) {
    return run.job().isOver()
        || !run.job().own()
        || (run.state() == RunState.STOPPED && run.job().standing().stage() == Stage.PREPARED);
  }

  static boolean canBeHeard(ApiRun run) {
    return run.state() == RunState.FINISHED && run.job().standing().tunedModel().isPresent();
  }
}
