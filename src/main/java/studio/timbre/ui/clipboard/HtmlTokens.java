package studio.timbre.ui.clipboard;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** HTML in pieces, as forgiving as a browser: whatever is not markup is text. */
final class HtmlTokens {

  sealed interface Token {}

  /**
   * A tag.
   *
   * @param name in small letters
   * @param closing whether it ends an element
   */
  record Tag(String name, boolean closing, Map<String, String> attributes) implements Token {

    /** A whole number among its attributes, at least 1. */
    int count(String attribute) {
      String value = attributes.getOrDefault(attribute, "").strip();
      return value.matches("\\d{1,4}") ? Math.max(1, Integer.parseInt(value)) : 1;
    }
  }

  /** What is said between two tags, with its entities still in it. */
  record Text(String raw) implements Token {}

  private static final Set<String> UNSEEN = Set.of("script", "style", "title", "xml");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("([^\\s=/>\"']+)\\s*(?:=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>]+)))?");

  private final String html;
  private int at;

  HtmlTokens(String html) {
    this.html = html;
  }

  /** The next piece; empty at the end. */
  Optional<Token> next() {
    while (at < html.length()) {
      if (!isMarkup(at)) {
        int from = at;
        do {
          at++;
        } while (at < html.length() && !isMarkup(at));
        return Optional.of(new Text(html.substring(from, at)));
      }
      if (html.startsWith("<!--", at)) {
        skipPast("-->");
      } else if (html.charAt(at + 1) == '!' || html.charAt(at + 1) == '?') {
        skipPast(">");
      } else {
        var tag = tag();
        if (!tag.closing() && UNSEEN.contains(tag.name())) {
          skipElement(tag.name());
        } else {
          return Optional.of(tag);
        }
      }
    }
    return Optional.empty();
  }

  private boolean isMarkup(int place) {
    if (html.charAt(place) != '<' || place + 1 >= html.length()) {
      return false;
    }
    char next = html.charAt(place + 1);
    return next == '/' || next == '!' || next == '?' || Character.isLetter(next);
  }

  private void skipPast(String end) {
    int found = html.indexOf(end, at);
    at = found < 0 ? html.length() : found + end.length();
  }

  private void skipElement(String name) {
    var end = Pattern.compile("</" + name + "\\b[^>]*>?", Pattern.CASE_INSENSITIVE).matcher(html);
    at = end.find(at) ? end.end() : html.length();
  }

  private Tag tag() {
    int from = at + 1;
    boolean closing = html.charAt(from) == '/';
    int nameFrom = closing ? from + 1 : from;
    int nameTo = nameFrom;
    while (nameTo < html.length() && isName(html.charAt(nameTo))) {
      nameTo++;
    }
    int to = end(nameTo);
    at = Math.min(html.length(), to + 1);
    return new Tag(
        html.substring(nameFrom, nameTo).toLowerCase(Locale.ROOT),
        closing,
        attributes(html.substring(nameTo, to)));
  }

  private static boolean isName(char c) {
    return Character.isLetterOrDigit(c) || c == ':' || c == '-';
  }

  /** The bracket that ends a tag: not one within a quoted value. */
  private int end(int from) {
    char quote = 0;
    for (int i = from; i < html.length(); i++) {
      char c = html.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '>') {
        return i;
      } else if ((c == '"' || c == '\'') && html.charAt(i - 1) == '=') {
        quote = c;
      }
    }
    return html.length();
  }

  private static Map<String, String> attributes(String inside) {
    var attributes = new HashMap<String, String>();
    var found = ATTRIBUTE.matcher(inside);
    while (found.find()) {
      String value = "";
      for (int group = 2; group <= 4; group++) {
        String text = found.group(group);
        value = text == null ? value : text;
      }
      attributes.putIfAbsent(found.group(1).toLowerCase(Locale.ROOT), value);
    }
    return attributes;
  }
}
