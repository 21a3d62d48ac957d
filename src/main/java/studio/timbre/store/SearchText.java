package studio.timbre.store;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.timbre.json.SearchedTexts;
import studio.timbre.model.Conversation;

/**
 * Text as it is searched and sorted: without the difference of capitals and of accents, so that "voce" finds "Você".
 */
final class SearchText {
  private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f]+");
  private static final Pattern SPACES = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final int SORT_LENGTH = 160;

  private SearchText() {}

  /** Ends with two line breaks, so that two characters follow on each other one: see {@link Search}. */
  static String of(Conversation conversation) {
    return SearchedTexts.of(conversation).stream()
        .map(SearchText::fold)
        .collect(Collectors.joining("\n", "", "\n\n"));
  }

  /** The words of a search, folded. */
  static List<String> words(String search) {
    return Stream.of(SPACES.split(fold(search))).filter(word -> !word.isEmpty()).toList();
  }

  /** As much of a text as sorting looks at. */
  static String sortKey(String text) {
    String folded = fold(text.length() > SORT_LENGTH ? text.substring(0, SORT_LENGTH) : text);
    return SPACES.matcher(folded).replaceAll(" ").strip();
  }

  static String fold(String text) {
    boolean plain = text.chars().allMatch(c -> c > 0 && c < 0x80);
    if (plain) {
      return text.toLowerCase(Locale.ROOT);
    }
    String apart = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    String bare = ACCENTS.matcher(apart).replaceAll("");
    return storable(Normalizer.normalize(bare, Normalizer.Form.NFC));
  }

  /**
   * SQLite ends a text at NUL in places, and UTF-8 has no bytes for half a surrogate pair. The small letters that two others share a
   * capital with, as the last sigma, are one to the search index.
   */
  private static String storable(String text) {
    var out = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c == 0 || (c >= 0xd800 && c <= 0xdfff) ? 0xfffd : c)
        .map(c -> Character.toLowerCase(Character.toUpperCase(c)))
        .forEach(out::appendCodePoint);
    return out.toString();
  }
}
