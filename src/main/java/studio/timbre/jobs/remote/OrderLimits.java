package studio.timbre.jobs.remote;

import studio.timbre.model.ApiOrder;
import studio.timbre.model.UserFacingException;

/** What no provider takes, refused before anything is sent. */
public final class OrderLimits {
  private static final int MOST_EPOCHS = 50;

  private OrderLimits() {}

  public static void checkEpochs(ApiOrder order) throws UserFacingException {
    var epochs = order.epochs();
    if (epochs.isPresent() && (epochs.getAsInt() < 1 || epochs.getAsInt() > MOST_EPOCHS)) {
      throw new UserFacingException(
          "error.api.epochs",
          "Providers take 1 to %d passes over the data. Nothing was sent; choose another number."
              .formatted(MOST_EPOCHS),
          MOST_EPOCHS);
    }
  }

  /** Of a provider that does not let the size of the adapter be chosen, or where it is not known how. */
  public static void checkAdapterIsLeft(ApiOrder order) throws UserFacingException {
    if (order.recipe().numbers().hasAdapter()) {
      String name = order.connection().name();
      throw new UserFacingException(
          "error.api.adapterNotOffered",
          "Timbre cannot choose the size of the adapter (LoRA rank and alpha) at %s. Nothing was sent; leave both to the provider."
              .formatted(name),
          name);
    }
  }

  public static UserFacingException suffix() {
    return new UserFacingException(
        "error.api.suffix",
        "The provider does not take this suffix. Nothing was sent; use 1 to 40 letters, digits, dashes and underscores.");
  }

  /**
   * @param provider as it calls itself
   */
  public static UserFacingException method(String provider) {
    return new UserFacingException(
        "error.api.methodElsewhere",
        "Timbre cannot order this kind of training at %s. Nothing was sent; choose another kind, or another provider."
            .formatted(provider),
        provider);
  }
}
