package studio.timbre.voice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.function.Function;
import studio.timbre.model.Conversation;
import studio.timbre.model.voice.AnswerVoice;
import studio.timbre.model.voice.VoiceBreach;
import studio.timbre.model.voice.VoiceGuide;
import studio.timbre.model.voice.VoiceKind;
import studio.timbre.model.voice.VoiceScore;

/**
 * Holds answers against a guide. From 100 points each breach takes off what its rule weighs, at most three times for one rule; that is all, so
 * that everybody can follow it. Made once for a guide; safe for use by several threads if what it is handed is.
 */
public final class VoiceScorer {
  /** A rule takes no more than so many of its breaches into account; the others are told all the same. */
  private static final int MOST_COUNTED = 3;

  private static final Comparator<VoiceBreach> IN_ORDER =
      Comparator.comparingInt(VoiceBreach::start).thenComparing(VoiceBreach::kind);

  private final VoiceGuide guide;
  private final List<Kept> checks;
  private final Function<String, String> language;

  private record Kept(VoiceKind kind, Check check) {}

  /**
   * @param language tells the language of a text as its two letters, or anything else where it cannot tell
   * @param misspelled the words that dictionaries do not know; asked only where the guide has a rule about them
   */
  public VoiceScorer(
      VoiceGuide guide,
      Function<String, String> language,
      Function<String, List<Unknown>> misspelled) {
    this.guide = guide;
    this.language = language;
    this.checks =
        guide.all().stream()
            .filter(rule -> !rule.isEmpty())
            .map(rule -> new Kept(rule.kind(), RuleChecks.of(rule, misspelled)))
            .toList();
  }

  /** The answers that are trained on and have words, in their order. */
  public List<AnswerVoice> score(Conversation conversation) {
    return Answers.of(conversation, language).stream()
        .map(answer -> new AnswerVoice(answer.message(), score(answer.judged())))
        .toList();
  }

  private VoiceScore score(Judged answer) {
    var found = new ArrayList<VoiceBreach>();
    for (var kept : checks) {
      kept.check()
          .find(
              answer,
              (start, end, there, wanted) ->
                  found.add(new VoiceBreach(kept.kind(), start, end, 0, there, wanted)));
    }
    if (found.isEmpty()) {
      return new VoiceScore(VoiceScore.FULL, List.of());
    }
    found.sort(IN_ORDER);
    var counted = new EnumMap<VoiceKind, Integer>(VoiceKind.class);
    int points = VoiceScore.FULL;
    for (int i = 0; i < found.size(); i++) {
      var breach = found.get(i);
      int number = counted.merge(breach.kind(), 1, Integer::sum);
      int taken = number > MOST_COUNTED ? 0 : guide.weight(breach.kind()).points();
      found.set(i, breach.withPoints(taken));
      points -= taken;
    }
    return new VoiceScore(Math.max(0, points), found);
  }
}
