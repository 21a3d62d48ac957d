package studio.timbre.voice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.timbre.voice.AnswerText.Word;

/**
 * Finds phrases by their words in one walk through a text. Each carries a value. Where several begin at one word, the longest is found. What
 * has no letters, as {@code &}, is found as it stands.
 */
final class Phrases<T> {
  private static final String ANY_ENDING = "*";

  private final Map<String, List<Phrase<T>>> byFirst = new HashMap<>();
  private final List<Phrase<T>> openFirst = new ArrayList<>();
  private final Map<String, T> signs = new HashMap<>();

  /** @param open whether any ending of the last word will do */
  private record Phrase<T>(List<String> words, boolean open, T value) {}

  /** Takes what is found. */
  @FunctionalInterface
  interface Taker<T> {
    void take(int start, int end, T value);
  }

  void add(String phrase, T value) {
    boolean open = phrase.strip().endsWith(ANY_ENDING);
    var words = new AnswerText(phrase).words().stream().map(Word::low).toList();
    if (words.isEmpty()) {
      if (!phrase.isBlank()) {
        signs.put(phrase.strip(), value);
      }
    } else if (open && words.size() == 1) {
      openFirst.add(new Phrase<>(words, true, value));
    } else {
      byFirst
          .computeIfAbsent(words.getFirst(), _ -> new ArrayList<>())
          .add(new Phrase<>(words, open, value));
    }
  }

  boolean isEmpty() {
    return byFirst.isEmpty() && openFirst.isEmpty() && signs.isEmpty();
  }

  /** In the order of the text, signs last; none lies within another. */
  void find(AnswerText text, Taker<? super T> taker) {
    var words = text.words();
    for (int at = 0; at < words.size(); ) {
      var found = longest(text, at);
      if (found == null) {
        at++;
      } else {
        int behind = at + found.words().size();
        taker.take(words.get(at).start(), words.get(behind - 1).end(), found.value());
        at = behind;
      }
    }
    signs.forEach(
        (sign, value) -> {
          for (int at = text.text().indexOf(sign);
              at >= 0;
              at = text.text().indexOf(sign, at + sign.length())) {
            taker.take(at, at + sign.length(), value);
          }
        });
  }

  private @Nullable Phrase<T> longest(AnswerText text, int at) {
    String low = text.words().get(at).low();
    Phrase<T> best = null;
    for (var phrase : byFirst.getOrDefault(low, List.of())) {
      if (matches(text, at, phrase)
          && (best == null || phrase.words().size() > best.words().size())) {
        best = phrase;
      }
    }
    if (best == null && low.endsWith("'s")) {
      for (var phrase : byFirst.getOrDefault(low.substring(0, low.length() - 2), List.of())) {
        best = phrase.words().size() == 1 ? phrase : best;
      }
    }
    for (var phrase : openFirst) {
      if (best == null && low.startsWith(phrase.words().getFirst())) {
        best = phrase;
      }
    }
    return best;
  }

  private static boolean matches(AnswerText text, int at, Phrase<?> phrase) {
    var words = text.words();
    int count = phrase.words().size();
    if (at + count > words.size()) {
      return false;
    }
    for (int i = 1; i < count; i++) {
      String low = words.get(at + i).low();
      String wanted = phrase.words().get(i);
      boolean same = phrase.open() && i == count - 1 ? low.startsWith(wanted) : low.equals(wanted);
      if (!same || !text.joined(at + i - 1)) {
        return false;
      }
    }
    return true;
  }
}
