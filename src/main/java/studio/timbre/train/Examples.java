package studio.timbre.train;

import java.util.List;

/**
 * Conversations made ready for the model.
 *
 * @param examples those in which something is trained, in file order
 * @param withoutAnswer how many were left out because nothing in them is trained
 * @param cut how many were longer than the longest length; cut off at the end
 */
public record Examples(List<Example> examples, int withoutAnswer, int cut) {
  public Examples {
    examples = List.copyOf(examples);
  }

  /** Tokens that one epoch puts through the model. */
  public long tokens() {
    return examples.stream().mapToLong(Example::length).sum();
  }

  /** Tokens that the loss looks at in one epoch. */
  public long answerTokens() {
    return examples.stream().mapToLong(Example::answerTokens).sum();
  }
}
