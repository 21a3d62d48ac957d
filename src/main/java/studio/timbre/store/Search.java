package studio.timbre.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The words of a search as SQL. The index knows which three characters in a row a text has; where it is asked for words of three
 * characters and more it narrows the search down, and the texts decide. A shorter word is in a text that has three characters which begin
 * with it, since each text ends with two line breaks that nobody looks for.
 */
final class Search {
  private static final int TRIGRAM = 3;

  private static final String BEHIND_ALL = new String(Character.toChars(Character.MAX_CODE_POINT));

  private static final String BEGINNING_WITH =
      """
      conversation_search MATCH (
      SELECT coalesce(group_concat('"' || replace(term, '"', '""') || '"', ' OR '), '""')
      FROM (SELECT term FROM search_terms WHERE term >= ? AND term < ? LIMIT %d))""";

  private static final int ALL_TERMS = -1;
  private static final int SOME_TERMS = 8;

  private static final Part EVERYTHING = new Part("1 = 1", List.of());

  private final List<String> words;
  private final Part match;

  /** Those that the index alone decides on. */
  private final Set<String> decided;

  /**
   * A piece of SQL.
   *
   * @param parameters what fills its question marks
   */
  record Part(String sql, List<Object> parameters) {
    Part limited(int most) {
      return new Part(sql + " LIMIT " + most, parameters);
    }

    private Part and(Part other) {
      return new Part(
          sql + " AND " + other.sql,
          Stream.concat(parameters.stream(), other.parameters.stream()).toList());
    }
  }

  private Search(List<String> words, Part match, Set<String> decided) {
    this.words = words;
    this.match = match;
    this.decided = decided;
  }

  static Search of(String typed) {
    var words = SearchText.words(typed);
    var trigrams = words.stream().flatMap(Search::trigrams).distinct().toList();
    if (!trigrams.isEmpty()) {
      String all = trigrams.stream().map(Search::quoted).collect(Collectors.joining(" AND "));
      return new Search(
          words,
          new Part("conversation_search MATCH ?", List.of(all)),
          words.stream().filter(word -> length(word) == TRIGRAM).collect(Collectors.toSet()));
    }
    return words.stream()
        .max(Comparator.comparingInt(Search::length))
        .map(word -> new Search(words, beginningWith(word, ALL_TERMS), Set.of(word)))
        .orElseGet(() -> new Search(words, EVERYTHING, Set.of()));
  }

  private static Part beginningWith(String word, int terms) {
    return new Part(BEGINNING_WITH.formatted(terms), List.of(word, word + BEHIND_ALL));
  }

  /** Every three characters in a row; none for a shorter word. */
  private static Stream<String> trigrams(String word) {
    int[] characters = word.codePoints().toArray();
    return IntStream.rangeClosed(0, characters.length - TRIGRAM)
        .mapToObj(i -> new String(characters, i, TRIGRAM));
  }

  private static String quoted(String term) {
    return '"' + term.replace("\"", "\"\"") + '"';
  }

  private static int length(String word) {
    return word.codePointCount(0, word.length());
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  /** Whether the candidates of the index are what is looked for, and no text has to be read. */
  boolean isDecided() {
    return decided.containsAll(words);
  }

  /** Whether the index knows only what begins with the longest word. */
  boolean isShort() {
    return words.stream().noneMatch(word -> length(word) >= TRIGRAM);
  }

  /** Of a short word: the numbers of a few that hold it, found without asking for all that begins with it. */
  Part some() {
    String longest = Collections.max(words, Comparator.comparingInt(Search::length));
    return candidates(beginningWith(longest, SOME_TERMS));
  }

  /** The same, found by reading all texts. */
  Search byReading() {
    return new Search(words, EVERYTHING, Set.of());
  }

  /** What the index finds, in tables where {@code conversation_search} is one. */
  Part match() {
    return match;
  }

  /** What is left to be seen in the text of that name. */
  Part holding(String text) {
    return holding(text, words.stream().filter(word -> !decided.contains(word)).toList());
  }

  private static Part holding(String text, List<String> words) {
    return new Part(
        Stream.concat(Stream.of("1 = 1"), words.stream().map(_ -> "instr(" + text + ", ?) > 0"))
            .collect(Collectors.joining(" AND ")),
        new ArrayList<>(words));
  }

  /** The numbers of those that may be it, of those that the index is right about. */
  Part candidates() {
    return candidates(match);
  }

  private static Part candidates(Part match) {
    return new Part(
        "SELECT rowid FROM conversation_search WHERE "
            + match.sql()
            + " AND rowid NOT IN (SELECT conversation FROM search_pending)",
        match.parameters());
  }

  /** The numbers of those whose texts the index does not know yet. */
  Part pending() {
    var all = holding("text", words);
    return new Part(
        "SELECT conversation FROM search_pending WHERE text IS NOT NULL AND " + all.sql(),
        all.parameters());
  }

  /** The numbers of all that it is. */
  Part numbers() {
    var right = candidates().and(holding("text"));
    return new Part(
        right.sql() + " UNION ALL " + pending().sql(),
        Stream.concat(right.parameters().stream(), pending().parameters().stream()).toList());
  }

  /** All words in a text of that name, for reading text after text. */
  Part everyWord(String text) {
    return holding(text, words);
  }
}
