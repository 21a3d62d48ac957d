package studio.timbre.model.voice;

import java.util.List;

/**
 * What was learned from approved examples.
 *
 * @param examples answers that were read
 * @param fewest from fewer nothing is learned
 * @param rules the most certain first within a kind
 */
public record VoiceLesson(int examples, int fewest, List<LearnedRule> rules) {
  public VoiceLesson {
    rules = List.copyOf(rules);
  }

  /** How many approved answers are still needed; 0 where there are enough. */
  public int missing() {
    return Math.max(0, fewest - examples);
  }

  /** Without what only people take over. */
  public VoiceLesson untouched() {
    return new VoiceLesson(
        examples,
        fewest,
        rules.stream().filter(learned -> !learned.rule().kind().isTakenByHand()).toList());
  }

  /** What only people take over. */
  public List<LearnedRule> byHand() {
    return rules.stream().filter(learned -> learned.rule().kind().isTakenByHand()).toList();
  }

  /** A guide with all of it. */
  public VoiceGuide over(VoiceGuide guide) {
    var result = guide;
    for (var learned : rules) {
      result = result.taking(learned.rule());
    }
    return result;
  }
}
