package studio.timbre.jobs.openai;

import com.openai.core.JsonValue;
import com.openai.models.finetuning.jobs.JobCreateParams;
import com.openai.models.finetuning.methods.SupervisedHyperparameters;
import com.openai.models.finetuning.methods.SupervisedMethod;
import java.util.regex.Pattern;
import studio.timbre.jobs.remote.SafeAddress;
import studio.timbre.model.ApiOrder;
import studio.timbre.model.Connection;
import studio.timbre.model.Provider;
import studio.timbre.model.UserFacingException;

/** Where providers differ from OpenAI in what they are sent. */
final class Dialect {
  private static final Pattern AZURE_SUFFIX = Pattern.compile("[A-Za-z0-9_-]{1,40}");
  private static final int SUFFIX = 64;
  private static final int MOST_EPOCHS = 50;

  private Dialect() {}

  /** Refuses what cannot work or is not safe, before anything is sent. */
  static void check(ApiOrder order) throws UserFacingException {
    checkAddress(order.connection());
    var epochs = order.epochs();
    if (epochs.isPresent() && (epochs.getAsInt() < 1 || epochs.getAsInt() > MOST_EPOCHS)) {
      throw new UserFacingException(
          "error.api.epochs",
          "Providers take 1 to %d passes over the data. Nothing was sent; choose another number."
              .formatted(MOST_EPOCHS),
          MOST_EPOCHS);
    }
    if (order
        .suffix()
        .filter(suffix -> !isSuffix(suffix, order.connection().provider()))
        .isPresent()) {
      throw new UserFacingException(
          "error.api.suffix",
          "The provider does not take this suffix. Nothing was sent; use 1 to 40 letters, digits, dashes and underscores.");
    }
  }

  private static boolean isSuffix(String suffix, Provider provider) {
    return provider == Provider.AZURE
        ? AZURE_SUFFIX.matcher(suffix).matches()
        : !suffix.isBlank() && suffix.length() <= SUFFIX;
  }

  /** A key goes nowhere without encryption, except to this computer. */
  static void checkAddress(Connection connection) throws UserFacingException {
    var address = connection.address();
    SafeAddress.check(address);
    // At any other path the SDK would put a deployment in front of the path of a new job.
    if (connection.provider() == Provider.AZURE
        && !SafeAddress.path(address).endsWith("/openai/v1")) {
      throw new UserFacingException(
          "error.api.azureAddress",
          "An address of Azure for training ends in /openai/v1, and %s does not. Nothing was sent; correct the address."
              .formatted(SafeAddress.shown(address)),
          SafeAddress.shown(address));
    }
  }

  /** Azure asks for a byte-order mark at the beginning of a file; nobody else wants one. */
  static boolean wantsByteOrderMark(Provider provider) {
    return provider == Provider.AZURE;
  }

  /**
   * What is learned how. The learning rate is left to every provider: OpenAI's multiplier is an absolute rate at Nebius, where 1.0
   * would wreck the run. Nebius changes all weights unless it is told to train an adapter, which it alone serves without a
   * deployment of one's own.
   */
  static JobCreateParams.Method method(ApiOrder order) {
    var numbers = SupervisedHyperparameters.builder();
    order.epochs().ifPresent(epochs -> numbers.nEpochs((long) epochs));
    if (order.connection().provider() == Provider.NEBIUS) {
      numbers.putAdditionalProperty("lora", JsonValue.from(true));
    }
    return JobCreateParams.Method.builder()
        .type(JobCreateParams.Method.Type.SUPERVISED)
        .supervised(SupervisedMethod.builder().hyperparameters(numbers.build()).build())
        .build();
  }
}
