package studio.timbre.voice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The plain background: words that everybody says, whatever their voice. */
final class PlainWords {
  private static final Set<String> GRAMMAR = read(0);
  private static final Set<String> SERVICE = read(1);

  private PlainWords() {}

  /** @param low a word in small letters */
  static boolean has(String low) {
    return isGrammar(low) || SERVICE.contains(low);
  }

  /** Whether it says nothing of a matter. */
  static boolean isGrammar(String low) {
    return low.length() < 2 || GRAMMAR.contains(low);
  }

  /** @param part of each line: grammar, then service */
  private static Set<String> read(int part) {
    try (var file = PlainWords.class.getResourceAsStream("plain-words.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.substring(line.indexOf(':') + 1).split("\\|")[part].strip())
          .flatMap(words -> Arrays.stream(words.split(" ")))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException("plain-words.txt", e);
    }
  }
}
