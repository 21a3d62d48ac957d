package studio.timbre.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import studio.timbre.voice.VoiceRules.Pronoun;

/** What can be told of an answer by looking at its letters: in English, Portuguese and Indonesian. */
final class Traits {
  private static final Pattern SENTENCE = Pattern.compile("[^.!?…\\n]+[.!?…]*");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'’-]*");
  private static final Pattern EMOJI =
      Pattern.compile(
          "(?:\\p{IsExtended_Pictographic}\\uFE0F?(?:\\u200D\\p{IsExtended_Pictographic}\\uFE0F?)*)");
  private static final Pattern EXCLAMATION = Pattern.compile("!");
  private static final Pattern WE =
      Pattern.compile(
          "(?iU)\\b(?:we|we're|we'll|we've|our|us|nós|nosso|nossa|nossos|nossas|kami)\\b");
  private static final Pattern I =
      Pattern.compile(
          "(?U)\\b(?:I|I'm|I'll|I've)\\b|(?iU)\\b(?:my|eu|meu|minha|meus|minhas|saya|aku)\\b");
  private static final Pattern FIRST_CLAUSE =
      Pattern.compile("^\\W*([^,.!?:;\\n—–]{1,30})[,.!?:;\\n—–]");
  private static final int MOST_WORDS = 4;

  private Traits() {}

  /** Chars of an answer. */
  record Stretch(int start, int end) {}

  /** A sentence and its length. */
  record Sentence(int start, int end, int words) {}

  static List<Sentence> sentences(String answer) {
    var sentences = new ArrayList<Sentence>();
    for (var found = SENTENCE.matcher(answer); found.find(); ) {
      int words = (int) WORD.matcher(found.group()).results().count();
      if (words > 0) {
        sentences.add(new Sentence(found.start(), found.end(), words));
      }
    }
    return sentences;
  }

  static List<Stretch> emoji(String answer) {
    return all(EMOJI, answer);
  }

  static List<Stretch> exclamations(String answer) {
    return all(EXCLAMATION, answer);
  }

  private static List<Stretch> all(Pattern pattern, String answer) {
    return pattern
        .matcher(answer)
        .results()
        .map(found -> new Stretch(found.start(), found.end()))
        .toList();
  }

  /** Who speaks; empty where nobody names themselves, or both do as often. */
  static Optional<Pronoun> pronoun(String answer) {
    int we = all(WE, answer).size();
    int i = all(I, answer).size();
    return we == i ? Optional.empty() : Optional.of(we > i ? Pronoun.WE : Pronoun.I);
  }

  /** The first word by which somebody else speaks, where they do so more often than we. */
  static Optional<Stretch> otherPronoun(String answer, Pronoun ours) {
    return pronoun(answer).filter(speaks -> speaks != ours).isPresent()
        ? all(ours == Pronoun.WE ? I : WE, answer).stream().findFirst()
        : Optional.empty();
  }

  /** The first clause of up to four words in lower case, empty where it is longer. */
  static String greeting(String answer) {
    var found = FIRST_CLAUSE.matcher(answer);
    return found.find() ? few(found.group(1)) : "";
  }

  /** The last line or sentence of up to four words in lower case, empty where it is longer. */
  static String signOff(String answer) {
    var sentences = sentences(answer);
    if (sentences.size() < 2) {
      return "";
    }
    var last = sentences.getLast();
    return few(answer.substring(last.start(), last.end()));
  }

  private static String few(String clause) {
    var words = WORD.matcher(clause).results().map(found -> found.group()).toList();
    return words.size() > MOST_WORDS ? "" : String.join(" ", words).toLowerCase(Locale.ROOT);
  }
}
