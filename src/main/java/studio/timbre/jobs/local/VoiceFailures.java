package studio.timbre.jobs.local;

import studio.timbre.model.UserFacingException;

/** What can go wrong with a voice, in words. */
final class VoiceFailures {
  private VoiceFailures() {}

  static UserFacingException of(Throwable failure) {
    var reason = WorkerFailures.reason(failure);
    if (reason.equals(WorkerFailures.OUT_OF_MEMORY)) {
      return new UserFacingException(
          "error.voice.memory",
          "This voice needs more memory than the computer has free. Close other programs and ask again.",
          failure);
    }
    return new UserFacingException(
        "error.voice.failed",
        "This voice could not answer. Ask again; it then starts afresh. Detail: " + failure,
        failure,
        failure.toString());
  }

  static UserFacingException died(String lastWords) {
    return new UserFacingException(
        "error.voice.died",
        "The program of this voice ended in the middle of its work, perhaps for want of memory. Ask again; it then starts"
            + " afresh. "
            + lastWords,
        lastWords);
  }
}
