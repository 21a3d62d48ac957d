package studio.timbre.jobs.remote;

import studio.timbre.model.ApiKey;
import studio.timbre.model.ApiMethod;
import studio.timbre.model.ApiOrder;
import studio.timbre.model.Connection;
import studio.timbre.model.Provider;
import studio.timbre.model.UserFacingException;

/** The interface that a provider speaks. Safe for use by several threads. */
public interface ProviderDialect {

  /** Refuses an order that the provider does not take, or that could not be sent safely. Sends nothing. */
  void check(ApiOrder order) throws UserFacingException;

  /** Whether a provider asks for a byte-order mark at the beginning of a file. */
  default boolean wantsByteOrderMark(Provider provider) {
    return false;
  }

  /** Whether a provider takes a second file to measure with, for this way of training. */
  default boolean measuresOnOtherData(ApiMethod method) {
    return true;
  }

  /**
   * Opens the way to a provider. Sends nothing.
   *
   * @throws UserFacingException where a key must not go to the address
   */
  ProviderCalls open(Connection connection, ApiKey key, Pace pace) throws UserFacingException;
}
