package studio.timbre.jobs.remote;

import java.util.Optional;

/**
 * Why a job did not begin or does not go on, in words for people: what happened, what it means for the work and the money, what to
 * do. The window has the same sentences under {@code failure.} and the code.
 */
public record Refusal(String code, String message, Optional<String> detail) {

  public static Refusal of(CallFailure failure) {
    var detail = Optional.of(detail(failure)).filter(text -> !text.isBlank());
    if (failure.code().equals("training_not_available")) {
      return new Refusal(
          "training_not_available",
          "The provider takes no new training jobs from this account any more. Nothing was trained and nothing is charged. Send the same data to another provider, or train on this computer.",
          detail);
    }
    return switch (failure.kind()) {
      case KEY ->
          new Refusal(
              "key_refused",
              "The provider does not accept the key. Nothing new was started. Check the key, and that it belongs to this address.",
              detail);
      case FORBIDDEN ->
          new Refusal(
              "not_allowed",
              "The provider does not allow this account to do that. Nothing new was started and nothing is charged. Ask whoever manages the account for the right to train.",
              detail);
      case QUOTA ->
          new Refusal(
              "quota_used_up",
              "The account at the provider has no money or quota left. Nothing was started and nothing is charged. Top it up and send the job again.",
              detail);
      case BUSY ->
          new Refusal(
              "rate_limited",
              "The provider takes no more requests from this account for now. Nothing was started and nothing is charged. Send the job again later.",
              detail);
      case UNREACHED ->
          new Refusal(
              "unreachable",
              "The provider could not be reached. Nothing was started and nothing is charged. Check the network and the address, and send the job again.",
              detail);
      case MISSING, REFUSED ->
          new Refusal(
              "request_refused",
              "The provider does not take this job as it was ordered. Nothing was started and nothing is charged. Its own words below say what to change.",
              detail);
      case BROKEN, TROUBLE ->
          new Refusal(
              "upload_failed",
              "The data could not be sent to the provider, as its answers broke off. Nothing was started and nothing is charged. Send the job again later.",
              detail);
    };
  }

  static final Refusal FILE =
      new Refusal(
          "file_refused",
          "The provider does not take the training data. Nothing was started and nothing is charged. Its own words below say what to correct.",
          Optional.empty());

  static final Refusal DEARER =
      new Refusal(
          "dearer_than_agreed",
          "By the provider's own estimate this job costs far more than was agreed, so it was not ordered and nothing is charged. Correct the price in your own price list, or take fewer conversations or passes, and send the job again.",
          Optional.empty());

  static final Refusal NEVER_BEGAN =
      new Refusal(
          "never_began",
          "The provider never began this job, although it was asked. Nothing was trained and nothing is charged. Send it again if it is still wanted.",
          Optional.empty());

  static Refusal atProvider(String code, String words) {
    return new Refusal(
        "provider_failed",
        "The training failed at the provider. Failed training is usually not charged. The provider's own words below say why; correct that and send the job again.",
        Optional.of((code + " " + words).strip()).filter(text -> !text.isBlank()));
  }

  Refusal withDetail(String words) {
    return new Refusal(code, message, Optional.of(words).filter(text -> !text.isBlank()));
  }

  private static String detail(CallFailure failure) {
    String code = failure.code().isBlank() ? "" : failure.code() + ": ";
    return failure.status() == 0
        ? code + failure.words()
        : "HTTP %d, %s%s".formatted(failure.status(), code, failure.words());
  }
}
