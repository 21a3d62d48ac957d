package studio.timbre.model.voice;

/**
 * A rule, or one entry of a rule that is a list, that approved answers speak for.
 *
 * @param rule to be taken over by {@link VoiceGuide#taking}
 * @param speaking how many examples keep it
 * @param of how many examples that could
 * @param against how many of others speak otherwise: of the answers that nobody wants those that break it, of questions those that have a
 *     word of ours; 0 where that was not asked
 * @param ofAgainst how many others there are; 0 where that was not asked
 */
public record LearnedRule(VoiceRule rule, int speaking, int of, int against, int ofAgainst) {
  public LearnedRule(VoiceRule rule, int speaking, int of) {
    this(rule, speaking, of, 0, 0);
  }
}
