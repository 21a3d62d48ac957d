package studio.timbre.app;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import studio.timbre.model.PrivateAddress;

/**
 * Which addresses a key may be sent to: those that nobody on the way can read, of the provider that was chosen, and the base of
 * all calls. The mistakes that people make are told apart, with the address that they probably meant.
 */
final class ConnectionAddress {
  /** Ends of addresses that documentation and portals show for a single service. */
  private static final List<String> SERVICES =
      List.of(
          "/chat/completions",
          "/completions",
          "/responses",
          "/embeddings",
          "/models",
          "/files",
          "/fine-tunes",
          "/datasets",
          "/supervisedFineTuningJobs",
          "/fine_tuning/jobs",
          "/fine_tuning");

  /** A path ends in a name of the person's own. */
  private static final String ANY = "/*";

  private final ProviderFacts facts;
  private final String typed;

  private ConnectionAddress(ProviderFacts facts, String typed) {
    this.facts = facts;
    this.typed = typed.strip();
  }

  /** The address that was typed, without a slash at its end. */
  static URI of(ProviderFacts facts, String typed) throws AddressException {
    return new ConnectionAddress(facts, typed).read();
  }

  private URI read() throws AddressException {
    var uri = parsed();
    if (uri.getRawUserInfo() != null) {
      throw problem(
          "error.address.password",
          "The address holds a user name or a password before the @. Leave that out: the key is entered by itself.",
          Optional.empty());
    }
    if (!PrivateAddress.is(uri)) {
      throw problem(
          "error.address.readable",
          typed
              + " would send your key readable for everybody on the way. Use an address that begins with https://.",
          Optional.of("https" + typed.substring(typed.indexOf(':'))),
          typed);
    }
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    if (facts.websites().contains(host)) {
      throw problem(
          "error.address.website",
          host + " is a page for people. Calls go to an address like " + facts.example() + ".",
          facts.address(),
          host,
          facts.example());
    }
    if (!PrivateAddress.isThisComputer(host)) {
      checkHost(host);
      checkPath(uri);
    }
    checkService(uri);
    return URI.create(uri.getScheme() + "://" + uri.getRawAuthority() + path(uri));
  }

  private URI parsed() throws AddressException {
    try {
      var uri = new URI(typed);
      if (uri.getHost() != null
          && ("https".equalsIgnoreCase(uri.getScheme())
              || "http".equalsIgnoreCase(uri.getScheme()))) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Told below.
    }
    boolean lacksBeginning = typed.matches("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+(/\\S*)?");
    throw problem(
        "error.address.incomplete",
        "This is not a complete address. It should look like " + facts.example() + ".",
        lacksBeginning ? Optional.of("https://" + typed) : Optional.empty(),
        facts.example());
  }

  private void checkHost(String host) throws AddressException {
    boolean known = facts.hosts().isEmpty() || facts.hosts().stream().anyMatch(h -> fits(host, h));
    boolean example =
        facts.address().isEmpty()
            && facts.example().contains("//" + host + "/")
            && !facts.hosts().contains(host);
    if (!known) {
      throw problem(
          "error.address.otherHost",
          host
              + " does not belong to "
              + facts.name()
              + ", whose addresses look like "
              + facts.example()
              + ". For a gateway of your own choose “Another address”.",
          facts.address(),
          host,
          facts.name(),
          facts.example());
    }
    if (example) {
      throw problem(
          "error.address.example",
          "This is the example. Put the name of your own resource in its place.",
          Optional.empty());
    }
  }

  private static boolean fits(String host, String pattern) {
    return pattern.startsWith("*.")
        ? host.endsWith(pattern.substring(1)) && host.length() > pattern.length() - 1
        : host.equals(pattern);
  }

  private void checkPath(URI uri) throws AddressException {
    if (facts.path().isEmpty() || path(uri).equals(facts.path().get()) && !hasTail(uri)) {
      return;
    }
    if (facts.path().get().endsWith(ANY)) {
      checkAccount(uri);
      return;
    }
    String wanted = "https://" + uri.getRawAuthority() + facts.path().get();
    if (facts.path().get().startsWith(path(uri)) && !hasTail(uri)) {
      throw problem(
          "error.address.short",
          "The end of the address is missing. It should be " + wanted + ".",
          Optional.of(wanted),
          wanted);
    }
    throw tooLong(wanted);
  }

  /** An address that ends in a name of the person's own. */
  private void checkAccount(URI uri) throws AddressException {
    String before = facts.path().orElseThrow().replace(ANY, "/");
    String typedPath = path(uri);
    if (facts.example().endsWith(typedPath) && typedPath.startsWith(before)) {
      throw problem(
          "error.address.exampleAccount",
          "This is the example. Put the name of your own account in its place.",
          Optional.empty());
    }
    if (!typedPath.startsWith(before)) {
      throw problem(
          "error.address.short",
          "The end of the address is missing. It should be " + facts.example() + ".",
          Optional.empty(),
          facts.example());
    }
    int end = typedPath.indexOf('/', before.length());
    if (end >= 0 || hasTail(uri)) {
      throw tooLong(
          "https://" + uri.getRawAuthority() + (end < 0 ? typedPath : typedPath.substring(0, end)));
    }
  }

  /** Addresses of any provider, and of this computer. */
  private void checkService(URI uri) throws AddressException {
    String path = path(uri);
    for (var service : SERVICES) {
      if (path.endsWith(service)) {
        throw tooLong(
            uri.getScheme()
                + "://"
                + uri.getRawAuthority()
                + path.substring(0, path.length() - service.length()));
      }
    }
    if (hasTail(uri)) {
      throw tooLong(uri.getScheme() + "://" + uri.getRawAuthority() + path);
    }
  }

  private AddressException tooLong(String wanted) {
    return problem(
        "error.address.long",
        "This is the address of one single service. The connection needs the base of all: "
            + wanted
            + ".",
        Optional.of(wanted),
        wanted);
  }

  private static boolean hasTail(URI uri) {
    return uri.getRawQuery() != null || uri.getRawFragment() != null;
  }

  private static String path(URI uri) {
    return uri.getRawPath().replaceAll("/+$", "");
  }

  private static AddressException problem(
      String key, String english, Optional<String> suggestion, Object... arguments) {
    return new AddressException(key, english, suggestion, arguments);
  }
}
