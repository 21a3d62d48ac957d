package studio.timbre.voice;

import java.util.ArrayList;
import java.util.List;
import studio.timbre.model.voice.VoiceRule.Claim;
import studio.timbre.voice.AnswerText.Word;

/** Looks after claims that need a disclaimer. */
final class ClaimChecks {
  private ClaimChecks() {}

  /** @param words of the disclaimer, in small letters */
  private record Kept(Phrases<String> claims, String disclaimer, List<String> words) {}

  static Check of(List<Claim> claims) {
    var kept = new ArrayList<Kept>();
    for (var claim : claims) {
      var phrases = new Phrases<String>();
      claim.words().forEach(word -> phrases.add(word, claim.disclaimer()));
      kept.add(new Kept(phrases, claim.disclaimer(), low(new AnswerText(claim.disclaimer()))));
    }
    return (answer, taker) -> {
      for (var one : kept) {
        one.claims()
            .find(
                answer.text(),
                (start, end, disclaimer) -> {
                  if (!holds(answer.text(), one.words())) {
                    taker.take(start, end, answer.text().text().substring(start, end), disclaimer);
                  }
                });
      }
    };
  }

  private static List<String> low(AnswerText text) {
    return text.words().stream().map(Word::low).toList();
  }

  private static boolean holds(AnswerText text, List<String> disclaimer) {
    var words = text.words();
    for (int at = 0; at + disclaimer.size() <= words.size(); at++) {
      int same = 0;
      while (same < disclaimer.size() && words.get(at + same).low().equals(disclaimer.get(same))) {
        same++;
      }
      if (same == disclaimer.size()) {
        return true;
      }
    }
    return false;
  }
}
