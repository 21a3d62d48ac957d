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

/**
 * Learns the words that are ours: said in many approved answers, hardly by those who ask, and not by everybody. Answers and questions that
 * are the same count once; what the question of an answer says is no word of ours there.
 */
final class TellingWords {
  private static final int FEWEST_ANSWERS = 20;
  private static final int FEWEST_QUESTIONS = 10;
  private static final int FEWEST = 5;

  /** What fewer of the answers say is chance. */
  private static final double SHARE = 0.08;

  /** What more of the answers say is a formula, as a closing line. */
  private static final double FORMULA = 0.6;

  /** So many times as often as in questions. */
  private static final double TIMES = 5;

  /** A longer phrase stands for a shorter one within it that is hardly ever alone. */
  private static final double NEARLY_ALWAYS = 0.8;

  private static final int LONGEST = 3;
  private static final int FEWEST_LETTERS = 3;
  private static final int MOST = 8;
  private static final int MOST_REMEMBERED = 300_000;

  private final Map<String, Integer> said = new HashMap<>();
  private final Map<String, Integer> asked = new HashMap<>();
  private final Set<String> answers = new HashSet<>();
  private final Set<String> questions = new HashSet<>();

  /** A conversation that was approved. */
  void accept(List<AnswerText> ours, List<AnswerText> theirs) {
    var known = new HashSet<String>();
    for (var question : theirs) {
      var phrases = phrases(question, false);
      known.addAll(phrases);
      if (questions.add(String.join(" ", lows(question)))) {
        count(asked, phrases);
      }
    }
    for (var answer : ours) {
      if (answers.add(String.join(" ", lows(answer)))) {
        var phrases = phrases(answer, true);
        phrases.removeAll(known);
        count(said, phrases);
      }
    }
  }

  private static List<String> lows(AnswerText text) {
    return text.words().stream().map(AnswerText.Word::low).toList();
  }

  private static void count(Map<String, Integer> counts, Set<String> phrases) {
    for (var phrase : phrases) {
      if (counts.size() < MOST_REMEMBERED || counts.containsKey(phrase)) {
        counts.merge(phrase, 1, Integer::sum);
      }
    }
  }

  /**
   * One to three words that follow each other and neither begin nor end with a plain one; alone, a word must not be a common one either.
   *
   * @param withoutNames leaves out words that have a capital letter within a sentence
   */
  private static Set<String> phrases(AnswerText text, boolean withoutNames) {
    var phrases = new HashSet<String>();
    var words = text.words();
    for (int first = 0; first < words.size(); first++) {
      var phrase = new StringBuilder();
      for (int last = first; last < Math.min(first + LONGEST, words.size()); last++) {
        String low = words.get(last).low();
        boolean isName = withoutNames && text.isCapital(last) && !text.opens(last);
        if (isName || hasDigit(low) || last > first && !text.joined(last - 1)) {
          break;
        }
        phrase.append(last > first ? " " : "").append(low);
        boolean isTelling =
            last == first
                ? !PlainWords.isCommon(low) && low.length() >= FEWEST_LETTERS
                : !PlainWords.has(words.get(first).low()) && !PlainWords.has(low);
        if (isTelling) {
          phrases.add(phrase.toString());
        }
      }
    }
    return phrases;
  }

  private static boolean hasDigit(String word) {
    return word.chars().anyMatch(Character::isDigit);
  }

  /** A phrase with its figures. */
  private record Found(String phrase, int said, int asked, double clear) {}

  /**
   * The clearest first.
   *
   * @param elsewhere words that other rules have already, as those of a greeting, in small letters
   */
  List<LearnedRule> rules(Set<String> elsewhere) {
    if (answers.size() < FEWEST_ANSWERS || questions.size() < FEWEST_QUESTIONS) {
      return List.of();
    }
    var found = new ArrayList<Found>();
    said.forEach(
        (phrase, count) -> {
          int theirs = asked.getOrDefault(phrase, 0);
          double clear = Likelihood.ratio(count, answers.size(), theirs, questions.size());
          if (count >= Math.max(FEWEST, SHARE * answers.size())
              && count <= FORMULA * answers.size()
              && share(count, answers.size()) >= TIMES * share(theirs, questions.size())
              && clear >= Likelihood.CLEAR
              && !isElsewhere(phrase, elsewhere)) {
            found.add(new Found(phrase, count, theirs, clear));
          }
        });
    found.removeIf(one -> found.stream().anyMatch(other -> standsFor(other, one)));
    found.sort(
        Comparator.comparingDouble((Found one) -> -one.clear())
            .thenComparing(one -> -one.phrase().length())
            .thenComparing(Found::phrase));
    var chosen = new ArrayList<Found>();
    for (var one : found) {
      boolean overlaps =
          chosen.stream()
              .anyMatch(
                  other ->
                      within(one.phrase(), other.phrase()) || within(other.phrase(), one.phrase()));
      if (!overlaps && chosen.size() < MOST) {
        chosen.add(one);
      }
    }
    return chosen.stream().map(this::rule).toList();
  }

  private static double share(int having, int of) {
    return (double) having / of;
  }

  private static boolean isElsewhere(String phrase, Set<String> elsewhere) {
    return List.of(phrase.split(" ")).stream().anyMatch(elsewhere::contains);
  }

  private static boolean standsFor(Found longer, Found shorter) {
    return !longer.equals(shorter)
        && within(shorter.phrase(), longer.phrase())
        && longer.said() >= NEARLY_ALWAYS * shorter.said();
  }

  private static boolean within(String phrase, String longer) {
    return (" " + longer + " ").contains(" " + phrase + " ");
  }

  private LearnedRule rule(Found found) {
    return new LearnedRule(
        new VoiceRule.WeSay(List.of(new VoiceRule.Term(found.phrase(), List.of()))),
        found.said(),
        answers.size(),
        found.asked(),
        questions.size());
  }
}
