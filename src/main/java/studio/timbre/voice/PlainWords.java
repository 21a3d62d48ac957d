package studio.timbre.voice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The plain background: words that everybody says, whatever their voice. */
final class PlainWords {
  private static final Set<String> GRAMMAR = read("plain-words.txt", 0);
  private static final Set<String> SERVICE = read("plain-words.txt", 1);
  private static final Set<String> COMMON = read("common-words.txt", 0);

  private PlainWords() {}

  /** @param low a word in small letters */
  static boolean has(String low) {
    return isGrammar(low) || SERVICE.contains(low);
  }

  /** Whether it says nothing of a matter. */
  static boolean isGrammar(String low) {
    return low.length() < 2 || GRAMMAR.contains(low);
  }

  /** Whether it is among the words that are used most, so that alone it tells no voice; see {@code README.md} beside the list. */
  static boolean isCommon(String low) {
    return has(low) || COMMON.contains(low);
  }

  /** @param part of each line, where a stroke parts it */
  private static Set<String> read(String resource, int part) {
    try (var file = PlainWords.class.getResourceAsStream(resource)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.substring(line.indexOf(':') + 1).split("\\|")[part].strip())
          .flatMap(words -> Arrays.stream(words.split(" ")))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}
