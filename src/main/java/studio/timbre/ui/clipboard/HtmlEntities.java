package studio.timbre.ui.clipboard;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Characters that HTML writes as names or numbers. Names as in HTML 4: those of Latin-1, and of the signs in letters. */
final class HtmlEntities {
  private static final Pattern ENTITY =
      Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,8}\\d?));?");

  /** From 160 on, in order. */
  private static final String LATIN =
      """
      nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3
      acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde
      Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute
      Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde
      auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute
      ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml""";

  private static final Map<String, String> NAMES = new HashMap<>();

  static {
    int code = 160;
    for (String name : LATIN.split("\\s+")) {
      NAMES.put(name, Character.toString(code++));
    }
    NAMES.putAll(
        Map.of(
            "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "euro", "€", "hellip", "…",
            "trade", "™", "bull", "•", "minus", "−"));
    NAMES.putAll(
        Map.of(
            "ndash", "–", "mdash", "—", "lsquo", "‘", "rsquo", "’", "ldquo", "“", "rdquo", "”",
            "sbquo", "‚", "bdquo", "„", "lsaquo", "‹", "rsaquo", "›"));
  }

  private HtmlEntities() {}

  /** A text with what its entities stand for; what is no entity stays as it is. */
  static String resolve(String text) {
    return text.indexOf('&') < 0
        ? text
        : ENTITY.matcher(text).replaceAll(found -> Matcher.quoteReplacement(character(found)));
  }

  private static String character(java.util.regex.MatchResult found) {
    if (found.group(3) != null) {
      return NAMES.getOrDefault(found.group(3), found.group());
    }
    int code =
        found.group(1) != null
            ? Integer.parseInt(found.group(1))
            : Integer.parseInt(found.group(2), 16);
    boolean good = code > 0 && Character.isValidCodePoint(code) && (code < 0xd800 || code > 0xdfff);
    return good ? Character.toString(code) : "\ufffd";
  }
}
