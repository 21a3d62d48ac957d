package studio.timbre.voice;

import java.util.Optional;
import studio.timbre.model.voice.VoiceRule;
import studio.timbre.model.voice.VoiceRule.Manner;

/** Looks after the rules of how answers begin and end. What is missing is marked at the first or the last words. */
final class EdgeChecks {
  private EdgeChecks() {}

  static Check greeting(VoiceRule.Greeting rule) {
    var edges = Edge.of(rule.phrases());
    String wanted = rule.phrases().isEmpty() ? "" : rule.phrases().getFirst();
    return (answer, taker) -> {
      var text = answer.text();
      if (text.words().isEmpty() || !rule.everyAnswer() && !answer.first()) {
        return;
      }
      if (rule.manner() == Manner.NONE) {
        Edges.usualGreeting(text).ifPresent(found -> take(text, found, taker));
      } else if (Edges.greeting(text, edges).isEmpty()) {
        var words = text.words();
        var instead = Edges.usualGreeting(text);
        int last = instead.map(found -> found.behind() - 1).orElse(0);
        taker.take(words.get(0).start(), words.get(last).end(), text.between(0, last + 1), wanted);
      }
    };
  }

  static Check signOff(VoiceRule.SignOff rule) {
    var edges = Edge.of(rule.phrases());
    String wanted = rule.phrases().isEmpty() ? "" : rule.phrases().getFirst();
    return (answer, taker) -> {
      var text = answer.text();
      if (text.words().isEmpty() || !rule.everyAnswer() && !answer.last()) {
        return;
      }
      Optional<Edges.Found> usual = Edges.usualSignOff(text);
      if (rule.manner() == Manner.NONE) {
        usual.ifPresent(found -> take(text, found, taker));
      } else if (Edges.signOff(text, edges).isEmpty()) {
        int last = text.words().size() - 1;
        int first = usual.map(Edges.Found::first).orElse(last);
        int behind = usual.map(Edges.Found::behind).orElse(last + 1);
        taker.take(
            text.words().get(first).start(),
            text.words().get(behind - 1).end(),
            text.between(first, behind),
            wanted);
      }
    };
  }

  private static void take(AnswerText text, Edges.Found found, Check.Taker taker) {
    taker.take(
        text.words().get(found.first()).start(),
        text.words().get(found.behind() - 1).end(),
        text.between(found.first(), found.behind()),
        "");
  }
}
