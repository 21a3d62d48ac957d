package studio.timbre.dataset.transcript;

import java.util.Optional;
import java.util.regex.Pattern;
import studio.timbre.dataset.Speakers;
import studio.timbre.model.Role;

/**
 * A line that says who speaks: {@code Customer: …}, {@code **Atendente (Ana):** …}, {@code [12:03] Pelanggan: …}, or a heading that names
 * a speaker.
 *
 * @param name the speaker's own name, where the line has one
 * @param text what is said on the line
 * @param timed whether a time stood before it
 */
record SpokenLine(Role role, Optional<String> name, String text, boolean timed) {
  private static final String TIME =
      "(?<time>[\\[(]?[0-9][0-9/.:,\\- T]{3,22}(?: ?[AaPp]\\.?[Mm]\\.?)?[\\])]?\\s*(?:[-–]\\s+)?)?";

  private static final Pattern SPOKEN =
      Pattern.compile(
          "\\s{0,8}(?:[>*-]\\s+)?"
              + TIME
              + "(?:\\*\\*|__|\\*)?(?<who>[\\p{L}][^:\\n"
              + "*_]{0,59}?)(?:\\*\\*|__|\\*)?\\s?[:：](?:\\*\\*|__|\\*)?(?:\\s(?<text>.*)|)",
          Pattern.DOTALL);

  private static final Pattern HEADING = Pattern.compile("#{1,6}\\s+(?<who>[^#]{1,60}?)\\s*#*\\s*");

  private static final Pattern NAMED =
      Pattern.compile("(?<one>[^()\\[\\]]{1,40}?)\\s*[(\\[](?<other>[^()\\[\\]]{1,40})[)\\]]");

  private static final int LONGEST = 120;

  /** Empty for a line that goes on with what was said before. */
  static Optional<SpokenLine> of(String line) {
    var heading = line.startsWith("#") && line.length() < LONGEST ? HEADING.matcher(line) : null;
    if (heading != null && heading.matches()) {
      return speaker(heading.group("who").replaceFirst("[:：]$", ""), "", false);
    }
    int colon = line.indexOf(':');
    int wide = line.indexOf('：');
    if (colon < 0 && wide < 0) {
      return Optional.empty();
    }
    var spoken = SPOKEN.matcher(line);
    if (!spoken.matches()) {
      return Optional.empty();
    }
    String text = spoken.group("text");
    return speaker(
        spoken.group("who").strip(), text == null ? "" : text, spoken.group("time") != null);
  }

  private static Optional<SpokenLine> speaker(String who, String text, boolean timed) {
    var role = Speakers.role(who);
    if (role.isPresent()) {
      return role.map(found -> new SpokenLine(found, Optional.empty(), text, timed));
    }
    var named = NAMED.matcher(who);
    if (named.matches()) {
      var first = Speakers.role(named.group("one"));
      return first.isPresent()
          ? first.map(found -> new SpokenLine(found, name(named.group("other")), text, timed))
          : Speakers.role(named.group("other"))
              .map(found -> new SpokenLine(found, name(named.group("one")), text, timed));
    }
    return Optional.empty();
  }

  private static Optional<String> name(String name) {
    return Optional.of(name.strip()).filter(text -> !text.isEmpty());
  }
}
