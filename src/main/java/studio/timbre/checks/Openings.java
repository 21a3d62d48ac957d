package studio.timbre.checks;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The words with which an answer begins: its first clause where that is short, else its first three words. */
final class Openings {
  private static final int CLAUSE = 5;
  private static final int WORDS = 3;

  /** Words that say nothing yet, in the three languages of Timbre. */
  private static final Set<Long> FILLERS =
      List.of(
              "great question",
              "good question",
              "excellent question",
              "that's a great question",
              "what a great question",
              "certainly",
              "absolutely",
              "of course",
              "sure",
              "sure thing",
              "i'd be happy to help",
              "i'm happy to help",
              "i hope this helps",
              "ótima pergunta",
              "boa pergunta",
              "excelente pergunta",
              "claro",
              "com certeza",
              "certamente",
              "pertanyaan bagus",
              "pertanyaan yang bagus",
              "tentu",
              "tentu saja",
              "baik")
          .stream()
          .map(words -> new Wording().add(words).hash())
          .collect(Collectors.toUnmodifiableSet());

  private Openings() {}

  /**
   * How an answer begins.
   *
   * @param hash 0 where it has no words
   */
  record Opening(long hash, boolean filler) {}

  static Opening of(String answer) {
    String words = words(answer);
    long hash = new Wording().add(words).hash();
    return new Opening(hash, FILLERS.contains(hash));
  }

  /** In lower case. */
  static String words(String answer) {
    String beginning = answer.strip();
    int end = beginning.length();
    int count = 0;
    int third = -1;
    boolean within = false;
    for (int at = 0; at < beginning.length(); at++) {
      char sign = beginning.charAt(at);
      boolean letter = Character.isLetterOrDigit(sign) || sign == '\'' || sign == '’';
      if (within && !letter && count == WORDS && third < 0) {
        third = at;
      }
      if (letter && !within && ++count > CLAUSE) {
        return beginning.substring(0, third).toLowerCase(Locale.ROOT);
      }
      within = letter;
      if (",.!?:;\n—–".indexOf(sign) >= 0 && count > 0) {
        end = at;
        break;
      }
    }
    return beginning.substring(0, end).toLowerCase(Locale.ROOT);
  }
}
