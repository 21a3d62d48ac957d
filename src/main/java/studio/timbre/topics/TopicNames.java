package studio.timbre.topics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import studio.timbre.topics.Talk.Word;

/** Calls groups of conversations by their two or three most telling words, as people write them. */
final class TopicNames {
  private static final int MOST_WORDS = 3;

  /** A third word that tells less than that of the first is left out. */
  private static final double TELLING = 0.6;

  /** A word that begins with a capital begins a sentence as often as not. */
  private static final int LOW_COUNTS = 4;

  private static final double TOGETHER = 0.5;

  private static final Comparator<Map.Entry<String, Integer>> MOST_THEN_FIRST =
      Map.Entry.<String, Integer>comparingByValue()
          .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder()));

  private final Vocabulary vocabulary;
  private final float[][] centres;
  private final Map<String, String> forms;

  /** What a word stands before nearly always: {@code gift card}. */
  private final Map<String, String> followers;

  /** @param centres of all groups, over the words of the vocabulary */
  TopicNames(Vocabulary vocabulary, List<Talk> talks, float[]... centres) {
    this.vocabulary = vocabulary;
    this.centres = centres.clone();
    this.forms = most(talks, Word::form, form -> isLow(form) ? LOW_COUNTS : 1, 0);
    this.followers = most(talks, Word::next, _ -> 1, TOGETHER);
  }

  /** What most is for each stem, where it is that share of all. */
  private static Map<String, String> most(
      List<Talk> talks, Function<Word, String> what, ToIntFunction<String> counting, double share) {
    var counts = new HashMap<String, Map<String, Integer>>();
    for (var word : talks.stream().flatMap(talk -> talk.words().stream()).toList()) {
      counts
          .computeIfAbsent(word.stem(), _ -> new HashMap<>())
          .merge(what.apply(word), counting.applyAsInt(what.apply(word)), Integer::sum);
    }
    var most = new HashMap<String, String>();
    counts.forEach(
        (stem, each) -> {
          var first = Collections.max(each.entrySet(), MOST_THEN_FIRST);
          int all = each.values().stream().mapToInt(Integer::intValue).sum();
          if (first.getValue() >= share * all) {
            most.put(stem, first.getKey());
          }
        });
    return most;
  }

  private static boolean isLow(String form) {
    return Character.isLowerCase(form.codePointAt(0));
  }

  String name(int group) {
    var telling =
        IntStream.range(0, vocabulary.size())
            .boxed()
            .sorted(
                Comparator.comparingDouble((Integer word) -> -telling(group, word))
                    .thenComparing(Comparator.naturalOrder()))
            .limit(MOST_WORDS)
            .toList();
    var words = new ArrayList<String>();
    var said = new HashSet<String>();
    for (int word : telling) {
      boolean tells = telling(group, word) >= TELLING * telling(group, telling.getFirst());
      String stem = vocabulary.stem(word);
      if ((words.size() < MOST_WORDS - 1 || tells) && said.add(stem)) {
        String next = followers.getOrDefault(stem, "");
        boolean together = !next.isEmpty() && said.add(next);
        words.add(together ? form(stem) + " " + form(next) : form(stem));
      }
    }
    String name = String.join(", ", words);
    int first = name.isEmpty() ? 0 : Character.charCount(name.codePointAt(0));
    return name.substring(0, first).toUpperCase(Locale.ROOT) + name.substring(first);
  }

  private String form(String stem) {
    return forms.getOrDefault(stem, stem);
  }

  /** How much a word counts in the group, and how much of it is said in this group alone. */
  private double telling(int group, int word) {
    double all = 0;
    for (var centre : centres) {
      all += centre[word];
    }
    double own = centres[group][word];
    return all == 0 ? 0 : own * Math.sqrt(own / all);
  }
}
