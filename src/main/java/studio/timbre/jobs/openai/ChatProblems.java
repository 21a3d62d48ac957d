package studio.timbre.jobs.openai;

import java.time.Duration;
import studio.timbre.jobs.remote.CallFailure;
import studio.timbre.model.UserFacingException;

/** Why an answer did not come, or not whole: what happened, what it means for the money, what to do. */
final class ChatProblems {
  private final String connection;
  private final String model;
  private final Duration patience;

  /**
   * @param connection its name
   */
  ChatProblems(String connection, String model, Duration patience) {
    this.connection = connection;
    this.model = model;
    this.patience = patience;
  }

  UserFacingException of(CallFailure failure) {
    return switch (failure.kind()) {
      case KEY ->
          new UserFacingException(
              "error.chat.key",
              "%s does not accept the key. Nothing was answered and nothing is charged. Enter the right key under Settings, Connections."
                  .formatted(connection),
              connection);
      case FORBIDDEN ->
          new UserFacingException(
              "error.chat.notAllowed",
              "%s does not let this key use %s. Nothing was answered and nothing is charged. Ask whoever manages the account, or choose another model."
                  .formatted(connection, model),
              connection,
              model);
      case MISSING ->
          new UserFacingException(
              "error.chat.noModel",
              "%s has no model called %s: it may have ended, may not be deployed, or is written differently. Nothing is charged. Choose another model, or deploy it first."
                  .formatted(connection, model),
              connection,
              model);
      case QUOTA ->
          new UserFacingException(
              "error.chat.quota",
              "The account at %s has no money or quota left. Nothing was answered and nothing is charged. Top it up there and ask again."
                  .formatted(connection),
              connection);
      case BUSY -> busy(failure);
      case UNREACHED ->
          new UserFacingException(
              "error.chat.unreached",
              "%s could not be reached. Nothing was sent and nothing is charged. Check the network and the address, and ask again."
                  .formatted(connection),
              connection);
      case REFUSED -> refused(failure);
      case TROUBLE ->
          new UserFacingException(
              "error.chat.trouble",
              "%s has trouble of its own (HTTP %d) and did not answer. Ask again in a few minutes."
                  .formatted(connection, failure.status()),
              connection,
              failure.status());
      case BROKEN -> failure.code().equals("unreadable") ? unreadable(failure) : broken();
    };
  }

  private UserFacingException busy(CallFailure failure) {
    long seconds = failure.retryAfter().map(Duration::toSeconds).orElse(0L);
    return new UserFacingException(
        "error.chat.busy",
        "%s takes no more questions from this account for now. Nothing was answered and nothing is charged. Ask again %s."
            .formatted(connection, seconds > 0 ? "in " + seconds + " seconds" : "in a minute"),
        connection,
        seconds > 0 ? seconds : 60);
  }

  private UserFacingException refused(CallFailure failure) {
    if (failure.status() >= 300 && failure.status() < 400) {
      return new UserFacingException(
          "error.chat.elsewhere",
          "%s points on to another address. The key was not sent there, and nothing was answered. Correct the address under Settings, Connections."
              .formatted(connection),
          connection);
    }
    return new UserFacingException(
        "error.chat.refused",
        "%s does not take this question for %s. Nothing was answered. Its own words: %s"
            .formatted(connection, model, failure.words()),
        connection,
        model,
        failure.words());
  }

  private UserFacingException broken() {
    return new UserFacingException(
        "error.chat.broken",
        "No answer of %s came within %d seconds, or the connection broke before the first word. It may be charged all the same. Ask again if you still want it."
            .formatted(connection, patience.toSeconds()),
        connection,
        patience.toSeconds());
  }

  UserFacingException unreadable(Exception cause) {
    return new UserFacingException(
        "error.chat.unreadable",
        "What came from %s is no answer of a model. Check the address under Settings, Connections, and test it there."
            .formatted(connection),
        cause,
        connection);
  }

  /** Told below the part that came. */
  UserFacingException cut(String detail) {
    return new UserFacingException(
        "error.chat.cut",
        "The answer of %s was cut off here and is not whole. What came stays, and may be charged. Ask again for a whole one. %s"
            .formatted(connection, detail)
            .strip(),
        connection,
        detail);
  }

  /** The model asks to be asked without a part of the question; the next time it is. */
  UserFacingException field(String field) {
    return new UserFacingException(
        "error.chat.field",
        "%s at %s does not take the setting %s. Nothing was answered. Ask again: from now on it is left out."
            .formatted(model, connection, field),
        model,
        connection,
        field);
  }

  UserFacingException refusal(String words) {
    return new UserFacingException(
        "error.chat.refusal",
        "The model declined to answer: “%s” Put the question differently.".formatted(words),
        words);
  }

  UserFacingException filtered() {
    return new UserFacingException(
        "error.chat.filtered",
        "A filter of %s ended this answer. What came stays. Put the question differently."
            .formatted(connection),
        connection);
  }
}
