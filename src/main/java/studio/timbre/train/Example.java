package studio.timbre.train;

/**
 * A conversation ready for the model.
 *
 * @param index its place in the training file, from 0
 * @param tokens token numbers, already cut to the longest length
 * @param trained for each token, true where the loss looks at the prediction OF this token
 */
public record Example(int index, int[] tokens, boolean[] trained) {
  public Example {
    if (tokens.length != trained.length) {
      throw new IllegalArgumentException("tokens and mask differ in length");
    }
  }

  public int length() {
    return tokens.length;
  }

  /** Tokens that the loss looks at; the first token is never predicted. */
  public int answerTokens() {
    int count = 0;
    for (int i = 1; i < trained.length; i++) {
      if (trained[i]) {
        count++;
      }
    }
    return count;
  }
}
