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

  /** Of each of the first characters what it becomes; 0 where that depends on its neighbours, or is more than one. */
  private static final char[] ALONE = alone();

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
    var folded = new char[text.length()];
    for (int i = 0; i < folded.length; i++) {
      char c = text.charAt(i);
      char alone = c < ALONE.length ? ALONE[c] : 0;
      if (alone == 0) {
        return foldTogether(text);
      }
      folded[i] = alone;
    }
    return new String(folded);
  }

  /** What the letters of most texts become, so that few texts are taken apart and put together again. */
  private static char[] alone() {
    var letters = new char[0x2100];
    for (char c = 1; c < letters.length; c++) {
      String folded = foldTogether(String.valueOf(c));
      letters[c] = folded.length() == 1 && standsAlone(c) ? folded.charAt(0) : 0;
    }
    return letters;
  }

  /** Marks and the parts of Korean syllables become one with what is before them. */
  private static boolean standsAlone(char c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
          false;
      default -> c < 0x1100 || c > 0x11FF;
    };
  }

  /** As {@link #fold}, of any text. */
  static String foldTogether(String text) {
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
