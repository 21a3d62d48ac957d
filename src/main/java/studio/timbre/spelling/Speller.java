package studio.timbre.spelling;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.timbre.model.Misspelling;

/** Finds words that are spelled wrongly, in a language that it guesses itself. Not for the JavaFX thread. */
public final class Speller {
  /** Where more of the words than this are unknown, it is rather the language that is wrong. */
  private static final double MOST_UNKNOWN = 0.4;

  private static final int FEW_WORDS = 5;

  private final Map<Language, WordBook> books = new EnumMap<>(Language.class);

  private WordBook book(Language language) {
    synchronized (books) {
      return books.computeIfAbsent(language, WordBook::new);
    }
  }

  /**
   * The words of a text that its language does not know; none where the language is not clear.
   *
   * @param around more text of the same writers, asked for the language where the text is too short for it
   * @param own words that are right here, in lower case
   */
  public List<Misspelling> check(String text, String around, Set<String> own) {
    var words = Words.of(text);
    if (words.isEmpty()) {
      return List.of();
    }
    var language = LanguageGuess.of(words).or(() -> guess(around));
    return language.map(known -> check(words, known, own)).orElse(List.of());
  }

  private static Optional<Language> guess(String around) {
    return LanguageGuess.of(Words.of(around));
  }

  private List<Misspelling> check(List<Words.Word> words, Language language, Set<String> own) {
    var book = book(language);
    var wrong = new ArrayList<Misspelling>();
    int asked = 0;
    for (var word : words) {
      if (isName(word) || own.contains(word.text().toLowerCase(Locale.ROOT))) {
        continue;
      }
      asked++;
      if (!book.knows(word.text())) {
        wrong.add(new Misspelling(word.start(), word.end(), word.text(), language.tag()));
      }
    }
    boolean foreign = asked >= FEW_WORDS && wrong.size() > asked * MOST_UNKNOWN;
    return foreign ? List.of() : wrong;
  }

  /** Single letters, abbreviations, names within a sentence, and names as "iPhone" are nobody's mistakes. */
  private static boolean isName(Words.Word word) {
    String text = word.text();
    boolean capital = Character.isUpperCase(text.codePointAt(0));
    boolean inside = text.codePoints().skip(1).anyMatch(Character::isUpperCase);
    return text.length() == 1 || inside || capital && !word.opens();
  }

  /** Right words in place of a wrong one, the likeliest first. */
  public List<String> suggestions(Misspelling wrong) {
    for (var language : Language.values()) {
      if (language.tag().equals(wrong.language())) {
        return book(language).suggestions(wrong.word());
      }
    }
    return List.of();
  }
}
