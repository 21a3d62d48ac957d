package studio.timbre.voice;

import java.util.Optional;
import java.util.function.ToIntFunction;
import studio.timbre.voice.AnswerText.Word;

/**
 * How hard texts of a language are to read. Each language has the measure that was published for it, so figures of two languages cannot be
 * compared.
 */
enum ReadingLevel {
  /**
   * The school grade of Kincaid, Fishburne, Rogers and Chissom, "Derivation of new readability formulas for Navy enlisted personnel" (1975):
   * 0.39 words a sentence + 11.8 syllables a word − 15.59. Harder is more.
   */
  ENGLISH("en", true),
  /**
   * Flesch's reading ease as adapted by Martins, Ghiraldelo, Nunes and de Oliveira, "Readability formulas applied to textbooks in Brazilian
   * Portuguese" (ICMSC-USP, 1996), who add 42 to it: 248.835 − 1.015 words a sentence − 84.6 syllables a word. Harder is less: from 75 on very
   * easy, from 50 easy, from 25 hard, below very hard.
   */
  PORTUGUESE("pt", false),
  /**
   * For Indonesian no formula has been fitted to readers that is widely taken up. LIX of Björnsson, "Läsbarhet" (1968), asks for words a
   * sentence + words of more than six letters in a hundred, and has been used beyond Swedish since Anderson, "Lix and Rix" (1983). Prefixes and
   * suffixes make Indonesian words long, so its grades say nothing here: the figure is good for telling answers of one language from each
   * other, and no more. Harder is more.
   */
  INDONESIAN("id", true);

  /** In fewer words the figures jump. */
  static final int FEWEST_WORDS = 30;

  private static final int LONG_WORD = 6;

  private final String language;
  private final boolean harderIsMore;

  ReadingLevel(String language, boolean harderIsMore) {
    this.language = language;
    this.harderIsMore = harderIsMore;
  }

  String language() {
    return language;
  }

  boolean harderIsMore() {
    return harderIsMore;
  }

  static Optional<ReadingLevel> of(String language) {
    for (var level : values()) {
      if (level.language.equals(language)) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }

  /** Whether a figure is beyond a limit. */
  boolean isHarder(int figure, int limit) {
    return harderIsMore ? figure > limit : figure < limit;
  }

  /** The figure of a text that has words. */
  double figure(AnswerText text) {
    double words = text.words().size();
    double perSentence = words / text.sentences().size();
    return switch (this) {
      case ENGLISH -> 0.39 * perSentence + 11.8 * sum(text, Syllables::english) / words - 15.59;
      case PORTUGUESE ->
          248.835 - 1.015 * perSentence - 84.6 * sum(text, Syllables::portuguese) / words;
      case INDONESIAN ->
          perSentence + 100 * sum(text, word -> letters(word) > LONG_WORD ? 1 : 0) / words;
    };
  }

  private static int letters(String word) {
    return (int) word.chars().filter(Character::isLetterOrDigit).count();
  }

  private static int sum(AnswerText text, ToIntFunction<String> figure) {
    return text.words().stream().map(Word::low).mapToInt(figure).sum();
  }
}
