package studio.timbre.spelling;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which language a text is in, by its short words. Says nothing rather than something wrong. */
final class LanguageGuess {
  /** Fewer short words tell nothing. */
  private static final int FEWEST = 2;

  private LanguageGuess() {}

  /** Empty where no language is clearly ahead of the others. */
  static Optional<Language> of(List<Words.Word> words) {
    var counts = new int[Language.values().length];
    for (var word : words) {
      String low = word.text().toLowerCase(Locale.ROOT).replace('’', '\'');
      for (var language : Language.values()) {
        if (language.hasShort(low)) {
          counts[language.ordinal()]++;
        }
      }
    }
    Optional<Language> best = Optional.empty();
    int most = 0;
    int second = 0;
    for (var language : Language.values()) {
      int count = counts[language.ordinal()];
      if (count > most) {
        second = most;
        most = count;
        best = Optional.of(language);
      } else {
        second = Math.max(second, count);
      }
    }
    boolean sure = most >= FEWEST && most > 2 * second;
    return sure ? best : Optional.empty();
  }
}
