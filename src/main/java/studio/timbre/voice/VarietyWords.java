package studio.timbre.voice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import studio.timbre.model.voice.Variety;
import studio.timbre.voice.AnswerText.Word;

/** Words that are written in one way in one country and in another in the other. */
final class VarietyWords {
  private static final Map<Variety, Map<String, String>> ELSEWHERE = read();

  private VarietyWords() {}

  /** Takes a word of the other variety. */
  @FunctionalInterface
  interface Taker {
    void take(Word word, String ours);
  }

  /** Hands over each word that only the other variety of the language has. Names, which have a capital within a sentence, stay as they are. */
  static void find(AnswerText text, Variety ours, Taker taker) {
    var words = ELSEWHERE.getOrDefault(ours, Map.of());
    for (int at = 0; at < text.words().size(); at++) {
      var word = text.words().get(at);
      String low = bare(word.low());
      var wanted = Optional.ofNullable(words.get(low));
      boolean isCapital = wanted.isPresent() && text.isCapital(at);
      if (wanted.isPresent() && (!isCapital || text.opens(at))) {
        var there = new Word(word.start(), word.start() + low.length(), low);
        taker.take(there, isCapital ? capital(wanted.get()) : wanted.get());
      }
    }
  }

  /** Whether a text has a word that only this variety has. */
  static boolean has(AnswerText text, Variety variety) {
    var found = new boolean[1];
    find(text, variety.other(), (word, wanted) -> found[0] = true);
    return found[0];
  }

  private static String bare(String low) {
    return low.endsWith("'s") ? low.substring(0, low.length() - 2) : low;
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private static Map<Variety, Map<String, String>> read() {
    var all = new EnumMap<Variety, Map<String, String>>(Variety.class);
    read(all, "varieties-en.txt", Variety.BRITISH);
    read(all, "varieties-pt.txt", Variety.BRAZILIAN);
    return all;
  }

  private static void read(
      Map<Variety, Map<String, String>> all, String resource, Variety firstColumn) {
    var toFirst = new HashMap<String, String>();
    var toSecond = new HashMap<String, String>();
    try (var file = VarietyWords.class.getResourceAsStream(resource)) {
      new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(
              line -> {
                var parts = line.split(" ");
                String second = parts[parts.length - 1];
                toSecond.put(parts[0], second);
                // Where a sign stands between them, the second has a sense of its own on the other
                // side.
                if (parts.length == 2) {
                  toFirst.put(second, parts[0]);
                }
              });
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
    all.put(firstColumn, toFirst);
    all.put(firstColumn.other(), toSecond);
  }
}
