package studio.timbre.topics;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Words that say nothing of what a conversation is about, by language; and the language that a text has by them. */
final class StopWords {
  private static final String LISTS = "/studio/timbre/topics/stopwords.txt";

  /** Of all words: where fewer are known, it is a language that has no list. */
  private static final double LEAST_SHARE = 0.25;

  /** A language has a say in a text from this share of the words on that the leading one knows. */
  private static final int SHARE = 2;

  private static final List<String> LANGUAGES = new ArrayList<>();
  private static final Map<String, Integer> WORDS = read();

  private StopWords() {}

  /** Words, each with the languages that have it, a bit each. */
  private static Map<String, Integer> read() {
    var words = new HashMap<String, Integer>();
    try (var stream = StopWords.class.getResourceAsStream(LISTS)) {
      if (stream == null) {
        throw new IllegalStateException("missing from the program: " + LISTS);
      }
      var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)).lines();
      lines
          .filter(line -> !line.startsWith("#"))
          .forEach(
              line -> {
                var list = line.split(" ", -1);
                int bit = 1 << LANGUAGES.size();
                LANGUAGES.add(list[0]);
                Arrays.stream(list, 1, list.length)
                    .forEach(word -> words.merge(word, bit, (one, other) -> one | other));
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  /** Counts how many words of a text each language knows. */
  static final class Hits {
    private final int[] counts = new int[LANGUAGES.size()];
    private int words;

    void add(String word) {
      words++;
      for (int rest = WORDS.getOrDefault(word, 0); rest != 0; rest &= rest - 1) {
        counts[Integer.numberOfTrailingZeros(rest)]++;
      }
    }

    /** As a two-letter code; empty where none leads clearly. */
    String language() {
      int most = most();
      var leaders = IntStream.range(0, counts.length).filter(i -> counts[i] == most).toArray();
      return leaders.length == 1 && most >= LEAST_SHARE * words ? LANGUAGES.get(leaders[0]) : "";
    }

    /** Those that have a say, a bit each; all where nothing is known, so that a single word is not taken for a topic. */
    int heard() {
      int most = most();
      int bits = 0;
      for (int i = 0; i < counts.length; i++) {
        bits |= counts[i] * SHARE >= most ? 1 << i : 0;
      }
      return bits;
    }

    private int most() {
      return Arrays.stream(counts).max().orElse(0);
    }
  }

  /**
   * Whether one of these languages has the word.
   *
   * @param languages as {@link Hits#heard} answers them
   */
  static boolean has(String word, int languages) {
    return (WORDS.getOrDefault(word, 0) & languages) != 0;
  }
}
