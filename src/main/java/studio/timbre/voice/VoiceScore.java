package studio.timbre.voice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import studio.timbre.voice.Breach.Rule;

/**
 * How well an answer keeps the voice.
 *
 * @param points from 0 to 100
 * @param breaches what took points off, in the order of the text
 */
public record VoiceScore(int points, List<Breach> breaches) {
  private static final int FULL = 100;
  private static final int FOR_BANNED = 25;
  private static final int FOR_FORM = 15;
  private static final int FOR_SENTENCE = 10;

  public VoiceScore {
    breaches = List.copyOf(breaches);
  }

  /** Holds an answer against the rules. */
  public static VoiceScore of(String answer, VoiceRules rules) {
    var breaches = new ArrayList<Breach>();
    banned(answer, rules, breaches);
    edges(answer, rules, breaches);
    beyond(Traits.emoji(answer), rules.mostEmoji(), Rule.TOO_MANY_EMOJI, breaches);
    beyond(
        Traits.exclamations(answer),
        rules.mostExclamations(),
        Rule.TOO_MANY_EXCLAMATIONS,
        breaches);
    rules
        .mostWordsInSentence()
        .ifPresent(
            most ->
                Traits.sentences(answer).stream()
                    .filter(sentence -> sentence.words() > most)
                    .forEach(
                        sentence ->
                            breaches.add(
                                new Breach(
                                    Rule.SENTENCE_TOO_LONG,
                                    sentence.start(),
                                    sentence.end(),
                                    FOR_SENTENCE))));
    rules
        .pronoun()
        .flatMap(ours -> Traits.otherPronoun(answer, ours))
        .ifPresent(
            place ->
                breaches.add(new Breach(Rule.OTHER_PRONOUN, place.start(), place.end(), FOR_FORM)));
    breaches.sort(Comparator.comparingInt(Breach::start).thenComparing(Breach::rule));
    int lost = breaches.stream().mapToInt(Breach::points).sum();
    return new VoiceScore(Math.max(0, FULL - lost), breaches);
  }

  private static void banned(String answer, VoiceRules rules, List<Breach> breaches) {
    for (var word : rules.banned()) {
      var found =
          Pattern.compile("(?iU)(?<!\\w)" + Pattern.quote(word) + "(?!\\w)").matcher(answer);
      while (found.find()) {
        breaches.add(new Breach(Rule.BANNED_WORD, found.start(), found.end(), FOR_BANNED));
      }
    }
  }

  private static void edges(String answer, VoiceRules rules, List<Breach> breaches) {
    rules
        .greeting()
        .filter(greeting -> !Traits.greeting(answer).equals(greeting))
        .ifPresent(_ -> breaches.add(new Breach(Rule.GREETING_MISSING, 0, 0, FOR_FORM)));
    int end = answer.length();
    rules
        .signOff()
        .filter(signOff -> !Traits.signOff(answer).equals(signOff))
        .ifPresent(_ -> breaches.add(new Breach(Rule.SIGN_OFF_MISSING, end, end, FOR_FORM)));
  }

  /** The first that is one too many. */
  private static void beyond(
      List<Traits.Stretch> found, OptionalInt most, Rule rule, List<Breach> breaches) {
    if (most.isPresent() && found.size() > most.getAsInt()) {
      var place = found.get(most.getAsInt());
      breaches.add(new Breach(rule, place.start(), place.end(), FOR_FORM));
    }
  }
}
