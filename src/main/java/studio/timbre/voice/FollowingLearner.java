package studio.timbre.voice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import studio.timbre.model.voice.LearnedRule;
import studio.timbre.model.voice.VoiceRule;
import studio.timbre.model.voice.VoiceRule.Claim;

/**
 * Learns which claims are followed by the same sentence in nearly all approved answers, whatever that sentence says. As no word in it tells
 * that it limits anything, more is asked for than where one does: it stands right behind the claim, the claim is worded in many ways, the
 * sentence says nothing of the claim itself, and it asks nothing. Answers that are the same count once.
 */
final class FollowingLearner {
  private static final int FEWEST = 8;
  private static final int FEWEST_ANSWERS = 40;

  /** So many of the answers with the claim hold the sentence, and so many with the sentence have the claim right before it. */
  private static final double NEARLY_ALWAYS = 0.9;

  /** A sentence of more answers is a manner. */
  private static final double MOST_ANSWERS_WITH_IT = 0.3;

  /** What one sentence with the claim has in common with the next, in the middle: of more the answers are a template. */
  private static final double MOST_IN_COMMON = 0.5;

  private static final int SHORTEST = 4;
  private static final int LONGEST = 20;
  private static final int LONGEST_CLAIM = 3;
  private static final int STEM = 5;
  private static final int MOST_RULES = 3;
  private static final int MOST_LOOKED_AT = 20;
  private static final int MOST_ANSWERS = 20_000;
  private static final int MOST_REMEMBERED = 100_000;

  /** The sentences of an answer in small letters, a blank before and behind each. */
  private final List<List<String>> answers = new ArrayList<>();

  private final Set<List<String>> seen = new HashSet<>();

  /** By sentence, the answers that have it behind another. */
  private final Map<String, List<Integer>> following = new HashMap<>();

  private final Map<String, String> written = new HashMap<>();

  void accept(AnswerText text) {
    var sentences =
        text.sentences().stream()
            .map(
                sentence ->
                    text.words().subList(sentence.first(), sentence.behind()).stream()
                        .map(AnswerText.Word::low)
                        .collect(Collectors.joining(" ", " ", " ")))
            .toList();
    if (answers.size() >= MOST_ANSWERS || !seen.add(sentences)) {
      return;
    }
    answers.add(sentences);
    for (int i = 1; i < sentences.size(); i++) {
      var sentence = text.sentences().get(i);
      String low = sentences.get(i);
      boolean fits = sentence.words() >= SHORTEST && sentence.words() <= LONGEST;
      if (fits
          && !asks(text, sentence)
          && (following.size() < MOST_REMEMBERED || following.containsKey(low))) {
        following.computeIfAbsent(low, _ -> new ArrayList<>()).add(answers.size() - 1);
        written.putIfAbsent(low, text.between(sentence.first(), sentence.behind()));
      }
    }
  }

  private static boolean asks(AnswerText text, AnswerText.Sentence sentence) {
    int end = text.words().get(sentence.behind() - 1).end();
    return text.text().startsWith("?", end);
  }

  /**
   * The most certain first; none where nothing is certain.
   *
   * @param known disclaimers that were learned otherwise
   */
  List<LearnedRule> rules(List<LearnedRule> known) {
    if (answers.size() < FEWEST_ANSWERS) {
      return List.of();
    }
    var rules = new ArrayList<LearnedRule>();
    following.entrySet().stream()
        .filter(one -> one.getValue().size() >= FEWEST)
        .filter(one -> one.getValue().size() <= MOST_ANSWERS_WITH_IT * answers.size())
        .filter(one -> !isKnown(written.getOrDefault(one.getKey(), ""), known))
        .sorted(
            Comparator.<Map.Entry<String, List<Integer>>>comparingInt(one -> -one.getValue().size())
                .thenComparing(Map.Entry::getKey))
        .limit(MOST_LOOKED_AT)
        .forEach(
            one -> {
              if (rules.size() < MOST_RULES) {
                rule(one.getKey(), one.getValue()).ifPresent(rules::add);
              }
            });
    return rules;
  }

  private static boolean isKnown(String sentence, List<LearnedRule> known) {
    return known.stream()
        .map(LearnedRule::rule)
        .filter(VoiceRule.Disclaimer.class::isInstance)
        .flatMap(rule -> ((VoiceRule.Disclaimer) rule).claims().stream())
        .anyMatch(
            claim ->
                sentence.contains(claim.disclaimer()) || claim.disclaimer().contains(sentence));
  }

  private Optional<LearnedRule> rule(String sentence, List<Integer> places) {
    var before = places.stream().map(place -> before(answers.get(place), sentence)).toList();
    var claims = new HashMap<String, Integer>();
    before.forEach(
        claiming ->
            claims(claiming, sentence).forEach(claim -> claims.merge(claim, 1, Integer::sum)));
    return claims.entrySet().stream()
        .filter(one -> one.getValue() >= NEARLY_ALWAYS * places.size())
        .sorted(
            Comparator.<Map.Entry<String, Integer>>comparingInt(one -> -one.getValue())
                // Of words that are always together the longest says most clearly what is meant.
                .thenComparing(one -> -one.getKey().length())
                .thenComparing(Map.Entry::getKey))
        .flatMap(one -> rule(sentence, one.getKey(), before, places.size()).stream())
        .findFirst();
  }

  private static String before(List<String> answer, String sentence) {
    return answer.get(answer.subList(1, answer.size()).indexOf(sentence));
  }

  /** One to three words that neither begin nor end with a word of grammar, and of which the sentence says nothing. */
  private static Set<String> claims(String claiming, String sentence) {
    var words = claiming.strip().split(" ");
    var claims = new HashSet<String>();
    for (int first = 0; first < words.length; first++) {
      int most = Math.min(words.length, first + LONGEST_CLAIM);
      for (int behind = first + 1; behind <= most; behind++) {
        var claim = List.of(words).subList(first, behind);
        if (isClaim(claim.getFirst())
            && isClaim(claim.getLast())
            && claim.stream().noneMatch(word -> isClaim(word) && speaksOf(sentence, word))) {
          claims.add(String.join(" ", claim));
        }
      }
    }
    return claims;
  }

  private static boolean isClaim(String word) {
    return word.length() > 2
        && !PlainWords.isGrammar(word)
        && word.chars().noneMatch(Character::isDigit);
  }

  /** By the beginnings of words, so that their forms meet. */
  private static boolean speaksOf(String sentence, String word) {
    return sentence.contains(" " + word.substring(0, Math.min(STEM, word.length())));
  }

  private Optional<LearnedRule> rule(
      String sentence, String claim, List<String> before, int sentences) {
    String said = " " + claim + " ";
    var claiming = before.stream().filter(one -> one.contains(said)).toList();
    long having =
        answers.stream()
            .filter(answer -> answer.stream().anyMatch(one -> one.contains(said)))
            .count();
    int both = claiming.size();
    boolean isClear =
        both >= FEWEST
            && both >= NEARLY_ALWAYS * having
            && inCommon(claiming) <= MOST_IN_COMMON
            && Likelihood.ratio(both, having, sentences - both, answers.size() - having)
                >= Likelihood.CLEAR;
    return isClear
        ? Optional.of(
            new LearnedRule(
                new VoiceRule.Disclaimer(
                    List.of(
                        new Claim(
                            List.of(claim), written.getOrDefault(sentence, sentence.strip())))),
                both,
                Math.toIntExact(having)))
        : Optional.empty();
  }

  /** The mean share of words that a sentence has in common with the next; numbers are all the same. */
  private static double inCommon(List<String> sentences) {
    var words = sentences.stream().map(FollowingLearner::wordsOf).toList();
    double common = 0;
    for (int i = 0; i < words.size(); i++) {
      var next = words.get((i + 1) % words.size());
      long shared = words.get(i).stream().filter(next::contains).count();
      common += shared / (double) (words.get(i).size() + next.size() - shared);
    }
    return common / words.size();
  }

  private static Set<String> wordsOf(String sentence) {
    return new HashSet<>(List.of(sentence.strip().replaceAll("\\S*\\d\\S*", "0").split(" ")));
  }
}
