package studio.timbre.app;

import studio.timbre.jobs.remote.CallFailure;
import studio.timbre.model.UserFacingException;

/** Why texts were not looked at, in words. What was looked at before counts all the same. */
final class ModerationProblems {
  private ModerationProblems() {}

  /**
   * @param name of the connection
   */
  static UserFacingException of(CallFailure failure, String name) {
    return switch (failure.kind()) {
      case KEY ->
          new UserFacingException(
              "error.moderation.key",
              "%s does not accept the key, so nothing was looked at with it. Check the key, and that it belongs to this address."
                  .formatted(name),
              failure,
              name);
      case FORBIDDEN ->
          new UserFacingException(
              "error.moderation.notAllowed",
              "%s does not let this key check contents. What was looked at before is kept. Ask whoever manages the account, or choose another connection."
                  .formatted(name),
              failure,
              name);
      case QUOTA ->
          new UserFacingException(
              "error.moderation.quota",
              "The account at %s has no money or quota left, and even free calls may need some. What was looked at is kept. Top it up, then go on."
                  .formatted(name),
              failure,
              name);
      case MISSING ->
          new UserFacingException(
              "error.moderation.missing",
              "%s has no content check, so nothing was looked at. Choose a connection to OpenAI."
                  .formatted(name),
              failure,
              name);
      case BUSY ->
          new UserFacingException(
              "error.moderation.busy",
              "%s takes no more texts for now. What was looked at is kept. Go on in a few minutes."
                  .formatted(name),
              failure,
              name);
      case UNREACHED ->
          new UserFacingException(
              "error.moderation.unreached",
              "%s could not be reached. What was looked at is kept. Check the network and the address, then go on."
                  .formatted(name),
              failure,
              name);
      case REFUSED ->
          new UserFacingException(
              "error.moderation.refused",
              "%s did not take the texts, or its answer does not fit them. What was looked at is kept. The technical text says more."
                  .formatted(name),
              failure,
              name);
      case BROKEN, TROUBLE ->
          new UserFacingException(
              "error.moderation.broken",
              "The answers of %s broke off. What was looked at is kept. Go on in a few minutes."
                  .formatted(name),
              failure,
              name);
    };
  }
}
