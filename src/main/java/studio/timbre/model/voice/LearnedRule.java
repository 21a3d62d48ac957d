package studio.timbre.model.voice;

/**
 * A rule, or one entry of a rule that is a list, that approved answers speak for.
 *
 * @param rule to be taken over by {@link VoiceGuide#taking}
 * @param speaking how many examples keep it
 * @param of how many examples that could
 * @param against of the answers that nobody wants, how many break it; 0 where that was not asked
 * @param ofAgainst how many answers there are that nobody wants; 0 where that was not asked
 */
public record LearnedRule(VoiceRule rule, int speaking, int of, int against, int ofAgainst) {
  public LearnedRule(VoiceRule rule, int speaking, int of) {
    this(rule, speaking, of, 0, 0);
  }
}
