package studio.timbre.model;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which addresses may be sent a key, or trusted for what they send: nobody on the way can read or change it. */
public final class PrivateAddress {
  private static final Pattern LOOPBACK =
      Pattern.compile("127(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");

  private PrivateAddress() {}

  /** Encrypted, or this computer itself. */
  public static boolean is(URI address) {
    if (address.getHost() == null || address.getScheme() == null) {
      return false;
    }
    return switch (address.getScheme().toLowerCase(Locale.ROOT)) {
      case "https" -> true;
      case "http" -> isThisComputer(address.getHost());
      default -> false;
    };
  }

  /** Without asking anybody: a name may be made to lead here. */
  public static boolean isThisComputer(String host) {
    return host.equalsIgnoreCase("localhost")
        || host.equals("[::1]")
        || LOOPBACK.matcher(host).matches();
  }
}
