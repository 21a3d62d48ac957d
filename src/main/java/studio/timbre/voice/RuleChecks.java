package studio.timbre.voice;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import studio.timbre.model.voice.Variety;
import studio.timbre.model.voice.VoiceRule;
import studio.timbre.model.voice.VoiceRule.Person;
import studio.timbre.model.voice.VoiceRule.Register;

/** How each rule is looked after. What is compared with is made ready once. */
final class RuleChecks {
  private RuleChecks() {}

  /** @param misspelled see {@link VoiceScorer} */
  static Check of(VoiceRule rule, Function<String, List<Unknown>> misspelled) {
    return switch (rule) {
      case VoiceRule.NeverSay(var phrases) -> neverSay(phrases);
      case VoiceRule.WeSay(var terms) -> weSay(terms);
      case VoiceRule.SpelledSo(var spellings) -> spelledSo(spellings);
      case VoiceRule.Dictionary() -> dictionary(misspelled);
      case VoiceRule.Greeting greeting -> EdgeChecks.greeting(greeting);
      case VoiceRule.SignOff signOff -> EdgeChecks.signOff(signOff);
      case VoiceRule.Speaker(var person) -> speaker(person);
      case VoiceRule.Formality(var register) -> formality(register);
      case VoiceRule.Emoji(int most, var only) -> emoji(most, only);
      case VoiceRule.Exclamations(int most) -> exclamations(most);
      case VoiceRule.SentenceLength(int most) -> sentences(most);
      case VoiceRule.Reading(var limits) -> reading(limits);
      case VoiceRule.Punctuation(var never) ->
          (answer, taker) ->
              Signs.find(
                  answer.text().text(),
                  never,
                  (start, end, sign) -> taker.take(start, end, sign.name(), ""));
      case VoiceRule.Disclaimer(var claims) -> ClaimChecks.of(claims);
      case VoiceRule.Spelling(var varieties) -> spelling(varieties);
    };
  }

  private static Check neverSay(List<String> words) {
    var phrases = new Phrases<String>();
    words.forEach(word -> phrases.add(word, ""));
    return (answer, taker) ->
        phrases.find(
            answer.text(),
            (start, end, wanted) -> taker.take(start, end, cut(answer, start, end), wanted));
  }

  private static Check weSay(List<VoiceRule.Term> terms) {
    var phrases = new Phrases<String>();
    terms.forEach(term -> term.insteadOf().forEach(other -> phrases.add(other, term.say())));
    // "Customer care" is ours although "customer" may be none of ours: the longer one is found
    // first and passed over.
    terms.stream()
        .filter(term -> !term.insteadOf().isEmpty())
        .forEach(term -> phrases.add(term.say(), ""));
    return (answer, taker) ->
        phrases.find(
            answer.text(),
            (start, end, wanted) -> {
              if (!wanted.isEmpty()) {
                taker.take(start, end, cut(answer, start, end), wanted);
              }
            });
  }

  private static Check spelledSo(List<String> spellings) {
    var right = new Spellings(spellings);
    return (answer, taker) ->
        right.find(
            answer.text(),
            (start, end, wanted) -> taker.take(start, end, cut(answer, start, end), wanted));
  }

  private static Check spelling(Set<Variety> varieties) {
    return (answer, taker) -> {
      for (var variety : varieties) {
        // The words are found first: to tell the language takes longer.
        VarietyWords.find(
            answer.text(),
            variety,
            (word, ours) -> {
              if (answer.language().equals(variety.language())) {
                taker.take(word.start(), word.end(), cut(answer, word.start(), word.end()), ours);
              }
            });
      }
    };
  }

  private static Check dictionary(Function<String, List<Unknown>> misspelled) {
    return (answer, taker) ->
        misspelled
            .apply(answer.text().text())
            .forEach(
                word ->
                    taker.take(
                        word.start(), word.end(), cut(answer, word.start(), word.end()), ""));
  }

  private static String cut(Judged answer, int start, int end) {
    return answer.text().text().substring(start, end);
  }

  private static Check speaker(Person ours) {
    var other = ours == Person.WE ? Person.I : Person.WE;
    return (answer, taker) -> {
      for (var word : answer.text().words()) {
        if (Registers.mayBeSpeaker(word.low())
            && Registers.isSpeaker(other, answer.language(), word.low())) {
          taker.take(word.start(), word.end(), cut(answer, word.start(), word.end()), ours.name());
        }
      }
    };
  }

  private static Check formality(Register ours) {
    var other = ours == Register.FORMAL ? Register.RELAXED : Register.FORMAL;
    var phrases = Registers.phrases(other);
    var none = new Phrases<Boolean>();
    return (answer, taker) -> {
      phrases
          .getOrDefault(answer.language(), none)
          .find(
              answer.text(),
              (start, end, _) -> taker.take(start, end, cut(answer, start, end), ours.name()));
      if (ours == Register.FORMAL && answer.language().equals("en")) {
        for (var word : answer.text().words()) {
          if (Registers.isContraction(word.low())) {
            taker.take(
                word.start(), word.end(), cut(answer, word.start(), word.end()), ours.name());
          }
        }
      }
    };
  }

  private static Check emoji(int most, List<String> only) {
    return (answer, taker) -> {
      var found = Emoji.in(answer.text().text());
      for (int i = 0; i < found.size(); i++) {
        var place = found.get(i);
        String there = cut(answer, place.start(), place.end());
        if (i >= most) {
          taker.take(
              place.start(), place.end(), String.valueOf(found.size()), String.valueOf(most));
        } else if (!only.isEmpty() && !only.contains(there)) {
          taker.take(place.start(), place.end(), there, String.join(" ", only));
        }
      }
    };
  }

  private static Check exclamations(int most) {
    return (answer, taker) -> {
      String text = answer.text().text();
      int count = (int) text.chars().filter(RuleChecks::isExclamation).count();
      int number = 0;
      for (int at = 0; count > most && at < text.length(); at++) {
        if (isExclamation(text.charAt(at)) && ++number > most) {
          taker.take(at, at + 1, String.valueOf(count), String.valueOf(most));
        }
      }
    };
  }

  static boolean isExclamation(int sign) {
    return sign == '!' || sign == '！';
  }

  private static Check sentences(int most) {
    return (answer, taker) -> {
      for (var sentence : answer.text().sentences()) {
        if (sentence.words() > most) {
          taker.take(
              answer.text().start(sentence),
              answer.text().end(sentence),
              String.valueOf(sentence.words()),
              String.valueOf(most));
        }
      }
    };
  }

  /** Marked at the longest sentence: to part it helps most. */
  private static Check reading(Map<String, Integer> limits) {
    return (answer, taker) -> {
      var text = answer.text();
      if (text.words().size() < ReadingLevel.FEWEST_WORDS) {
        return;
      }
      var limit = limits.get(answer.language());
      var level = ReadingLevel.of(answer.language());
      if (limit == null || level.isEmpty()) {
        return;
      }
      int figure = (int) Math.round(level.get().figure(text));
      if (level.get().isHarder(figure, limit)) {
        var longest = text.longest();
        taker.take(
            text.start(longest), text.end(longest), String.valueOf(figure), String.valueOf(limit));
      }
    };
  }
}
