package studio.timbre.spelling;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.ParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.lucene.analysis.hunspell.Dictionary;
import org.apache.lucene.analysis.hunspell.Hunspell;
import org.apache.lucene.analysis.hunspell.SortingStrategy;
import org.apache.lucene.analysis.hunspell.TimeoutPolicy;

/** A language's dictionaries. Takes a second or two to read, and a few megabytes. Safe for use by several threads. */
final class WordBook {
  /** Indonesian affixes that go with most words; the dictionary lists them for some only. */
  private static final List<String> ENDINGS = List.of("nya", "kan", "lah", "kah", "an");

  private static final List<String> BEGINNINGS = List.of("di", "ber", "ter");
  private static final int SHORTEST_STEM = 4;

  private final Language language;
  private final List<Hunspell> dictionaries;

  WordBook(Language language) {
    this.language = language;
    this.dictionaries = language.files().stream().map(WordBook::read).toList();
  }

  private static Hunspell read(String file) {
    try (var affixes = open(file + ".aff.gz");
        var words = open(file + ".dic.gz")) {
      var dictionary = new Dictionary(affixes, List.of(words), false, SortingStrategy.inMemory());
      return new Hunspell(dictionary, TimeoutPolicy.RETURN_PARTIAL_RESULT, () -> {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParseException e) {
      throw new IllegalStateException("the dictionary " + file + " is broken", e);
    }
  }

  private boolean isSpelled(String word) {
    return dictionaries.stream().anyMatch(dictionary -> dictionary.spell(word));
  }

  private static InputStream open(String name) throws IOException {
    return new GZIPInputStream(
        Objects.requireNonNull(
            WordBook.class.getResourceAsStream("/studio/timbre/spelling/" + name), name));
  }

  /** Whether a word is right, as a whole or in each of its parts. */
  synchronized boolean knows(String word) {
    String plain = word.replace('’', '\'');
    if (isSpelled(plain)) {
      return true;
    }
    if (plain.toLowerCase(Locale.ROOT).endsWith("'s")) {
      return isSpelled(plain.substring(0, plain.length() - 2));
    }
    var parts = plain.split("-", -1);
    return parts.length == 1
        ? language == Language.INDONESIAN && knowsStem(plain.toLowerCase(Locale.ROOT), 2)
        : Arrays.stream(parts).allMatch(part -> !part.isEmpty() && knows(part));
  }

  /** Whether a word is right but for affixes that the dictionary has not got on it; at most so many are taken off. */
  private boolean knowsStem(String word, int affixes) {
    if (affixes == 0) {
      return false;
    }
    return Stream.concat(
            ENDINGS.stream()
                .filter(word::endsWith)
                .map(ending -> word.substring(0, word.length() - ending.length())),
            BEGINNINGS.stream()
                .filter(word::startsWith)
                .map(beginning -> word.substring(beginning.length())))
        .filter(stem -> stem.length() >= SHORTEST_STEM)
        .anyMatch(stem -> isSpelled(stem) || knowsStem(stem, affixes - 1));
  }

  /** Right words that look like a wrong one, the likeliest first. */
  synchronized List<String> suggestions(String word) {
    String plain = word.replace('’', '\'');
    return dictionaries.stream()
        .flatMap(dictionary -> dictionary.suggest(plain).stream())
        .distinct()
        .toList();
  }
}
