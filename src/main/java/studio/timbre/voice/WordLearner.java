package studio.timbre.voice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import studio.timbre.model.voice.LearnedRule;
import studio.timbre.model.voice.VoiceRule;

/** Learns the words that rejected answers have and approved ones never, and how names are written. */
final class WordLearner {
  /** So many rejected answers must be there before anything is told from them. */
  private static final int FEWEST_REJECTED = 10;

  /** What fewer of the rejected answers say than this is chance. */
  private static final double SHARE = 0.15;

  private static final int FEWEST_SPELLED = 4;
  private static final double SPELLED_SO = 0.9;
  private static final int LONGEST = 3;
  private static final int MOST_PHRASES = 12;
  private static final int MOST_NAMES = 20;

  /** Phrases, and names, that are remembered; beyond it only known ones are counted on. */
  private static final int MOST_REMEMBERED = 100_000;

  private final Map<String, Integer> rejected = new HashMap<>();
  private final PhraseSieve approved = new PhraseSieve();
  private final Map<String, Map<String, Integer>> written = new HashMap<>();
  private int rejectedCount;
  private int approvedCount;

  void approved(AnswerText text) {
    approvedCount++;
    phrases(text).forEach(approved::add);
    var seen = new HashSet<String>();
    for (int at = 0; at < text.words().size(); at++) {
      String word = text.between(at, at + 1);
      String name =
          word.endsWith("'s") || word.endsWith("’s") ? word.substring(0, word.length() - 2) : word;
      String letters = Spellings.letters(name);
      if (seen.add(name) && (written.size() < MOST_REMEMBERED || written.containsKey(letters))) {
        written.computeIfAbsent(letters, _ -> new HashMap<>(2)).merge(name, 1, Integer::sum);
      }
    }
  }

  void rejected(AnswerText text) {
    rejectedCount++;
    for (String phrase : phrases(text)) {
      if (rejected.size() < MOST_REMEMBERED || rejected.containsKey(phrase)) {
        rejected.merge(phrase, 1, Integer::sum);
      }
    }
  }

  /** One to three words that follow each other. */
  private static Set<String> phrases(AnswerText text) {
    var phrases = new HashSet<String>();
    for (int at = 0; at < text.words().size(); at++) {
      var phrase = new StringBuilder();
      for (int i = at; i < Math.min(at + LONGEST, text.words().size()); i++) {
        if (i > at && !text.joined(i - 1)) {
          break;
        }
        phrase.append(i > at ? " " : "").append(text.words().get(i).low());
        phrases.add(phrase.toString());
      }
    }
    return phrases;
  }

  /** The most frequent first; of phrases within each other the longest that is as frequent. */
  List<LearnedRule> neverSay() {
    if (rejectedCount < FEWEST_REJECTED) {
      return List.of();
    }
    var candidates =
        rejected.entrySet().stream()
            .filter(entry -> entry.getValue() >= Math.max(3, SHARE * rejectedCount))
            .filter(entry -> !approved.mayContain(entry.getKey()))
            .filter(entry -> entry.getKey().length() > 2)
            .sorted(
                Comparator.<Map.Entry<String, Integer>>comparingInt(entry -> -entry.getValue())
                    .thenComparing(entry -> -entry.getKey().length())
                    .thenComparing(Map.Entry::getKey))
            .toList();
    var chosen = new ArrayList<Map.Entry<String, Integer>>();
    for (var candidate : candidates) {
      boolean known =
          chosen.stream().anyMatch(other -> overlap(other.getKey(), candidate.getKey()));
      if (!known && chosen.size() < MOST_PHRASES) {
        chosen.add(candidate);
      }
    }
    return chosen.stream()
        .map(
            entry ->
                new LearnedRule(
                    new VoiceRule.NeverSay(List.of(entry.getKey())),
                    approvedCount,
                    approvedCount,
                    entry.getValue(),
                    rejectedCount))
        .toList();
  }

  /** Whether two phrases have two words in common, or one that is all of either: they are parts of one longer phrase. */
  private static boolean overlap(String one, String other) {
    var common = new HashSet<>(List.of(one.split(" ", -1)));
    int words = Math.min(common.size(), other.split(" ", -1).length);
    common.retainAll(List.of(other.split(" ", -1)));
    return common.size() >= Math.min(2, words);
  }

  /** Names with a capital letter within. */
  List<LearnedRule> spelledSo() {
    var rules = new ArrayList<LearnedRule>();
    for (var forms : written.values()) {
      int all = forms.values().stream().mapToInt(Integer::intValue).sum();
      var most = forms.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
      if (most.getValue() >= FEWEST_SPELLED
          && most.getValue() >= SPELLED_SO * all
          && hasInnerCapital(most.getKey())) {
        rules.add(
            new LearnedRule(new VoiceRule.SpelledSo(List.of(most.getKey())), most.getValue(), all));
      }
    }
    rules.sort(
        Comparator.<LearnedRule>comparingInt(rule -> -rule.speaking())
            .thenComparing(rule -> rule.rule().toString()));
    return rules.stream().limit(MOST_NAMES).toList();
  }

  private static boolean hasInnerCapital(String name) {
    boolean inner = name.chars().skip(1).anyMatch(Character::isUpperCase);
    return inner && name.chars().anyMatch(Character::isLowerCase);
  }
}
