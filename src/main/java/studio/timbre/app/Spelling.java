package studio.timbre.app;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import studio.timbre.model.Misspelling;
import studio.timbre.spelling.Speller;

/**
 * Checks the spelling of texts, with the words that a project has of its own. Every method may read dictionaries or the disk and belongs
 * off the JavaFX thread.
 */
public final class Spelling {
  private static final String OWN_WORDS = "spelling.words";

  /** One for all projects: dictionaries are read once. */
  private static final Speller SPELLER = new Speller();

  private final ProjectSession session;

  /** The spelling of a project. */
  public Spelling(ProjectSession session) {
    this.session = session;
  }

  /**
   * The words that are wrong; none where it is not clear in which of the known languages the text is.
   *
   * @param around more of the same conversation, for texts that are too short to tell
   */
  public List<Misspelling> check(String text, String around) {
    return SPELLER.check(text, around, ownWords());
  }

  /** As {@link #check}, of a text by itself, with what a project remembers under its settings. */
  static List<Misspelling> check(String text, Function<String, Optional<String>> settings) {
    return SPELLER.check(text, text, ownWords(settings));
  }

  /** Right words in place of a wrong one, the likeliest first. */
  public List<String> suggestions(Misspelling wrong) {
    return SPELLER.suggestions(wrong);
  }

  /** The project's own words, in lower case. */
  public Set<String> ownWords() {
    return ownWords(session::setting);
  }

  private static Set<String> ownWords(Function<String, Optional<String>> settings) {
    return settings
        .apply(OWN_WORDS)
        .map(
            words ->
                Arrays.stream(words.split("\n"))
                    .filter(word -> !word.isBlank())
                    .collect(Collectors.<String, Set<String>>toCollection(TreeSet::new)))
        .orElseGet(TreeSet::new);
  }

  /** From now on a word is right in this project. */
  public void add(String word) {
    var words = ownWords();
    words.add(word.toLowerCase(Locale.ROOT));
    setOwnWords(words);
  }

  /** From now on a word is what dictionaries say of it. */
  public void remove(String word) {
    var words = ownWords();
    words.remove(word.toLowerCase(Locale.ROOT));
    setOwnWords(words);
  }

  /** These words, and no others, are right in this project whatever dictionaries say. */
  public void setOwnWords(Collection<String> words) {
    var low =
        words.stream()
            .map(word -> word.strip().toLowerCase(Locale.ROOT))
            .filter(word -> !word.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    if (!low.equals(ownWords())) {
      session.remember(OWN_WORDS, String.join("\n", low));
      session.voice().wordsChanged();
    }
  }
}
