package studio.timbre.jobs.remote;

import java.net.URI;
import studio.timbre.model.PrivateAddress;
import studio.timbre.model.UserFacingException;

/** Where a key may go. */
public final class SafeAddress {
  private SafeAddress() {}

  /** A key goes nowhere without encryption, except to this computer. */
  public static void check(URI address) throws UserFacingException {
    if (!PrivateAddress.is(address)
        || address.getUserInfo() != null
        || address.getQuery() != null
        || address.getFragment() != null) {
      throw new UserFacingException(
          "error.api.address",
          "%s is no address that a key may go to, so nothing was sent. It has to begin with https:// and hold no name, password or question mark."
              .formatted(shown(address)),
          shown(address));
    }
  }

  /** Without what could be a secret in it. */
  public static String shown(URI address) {
    return "%s://%s%s".formatted(address.getScheme(), address.getHost(), path(address));
  }

  /** The path, without slashes at its end. */
  public static String path(URI address) {
    return String.valueOf(address.getPath()).replaceAll("/+$", "");
  }

  /** The address to which the paths of calls are added. */
  public static String base(URI address) {
    return address.toString().replaceAll("/+$", "");
  }
}
