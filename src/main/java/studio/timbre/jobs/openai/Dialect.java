package studio.timbre.jobs.openai;

import studio.timbre.jobs.remote.SafeAddress;
import studio.timbre.model.ApiOrder;
import studio.timbre.model.Connection;
import studio.timbre.model.Provider;
import studio.timbre.model.UserFacingException;

/** Where providers differ from OpenAI in what they are sent. */
final class Dialect {
  private Dialect() {}

  /** Refuses what cannot work or is not safe, before anything is sent. */
  static void check(ApiOrder order) throws UserFacingException {
    checkAddress(order.connection());
    RecipeChecks.check(order);
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

  /**
   * Where calls go. Models at Fireworks AI are asked in OpenAI's interface at a place of its own beside that of the account (its page
   * "OpenAI compatibility").
   */
  static String base(Connection connection) {
    var address = SafeAddress.base(connection.address());
    return connection.provider() == Provider.FIREWORKS
        ? address.replaceFirst("/v1/accounts/[^/]+$", "/inference/v1")
        : address;
  }

  /** Azure asks for a byte-order mark at the beginning of a file; nobody else wants one. */
  static boolean wantsByteOrderMark(Provider provider) {
    return provider == Provider.AZURE;
  }
}
