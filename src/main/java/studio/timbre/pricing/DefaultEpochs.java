package studio.timbre.pricing;

/**
 * How often a service goes over the data when nobody says: the rule of OpenAI's Chat_finetuning_data_prep.ipynb, which describes
 * the service of 2023. Today's picks the number by itself and tells it only once the job exists, so this is an estimate.
 */
public final class DefaultEpochs {
  private static final int TARGET_EPOCHS = 3;
  private static final int MIN_EXAMPLES = 100;
  private static final int MAX_EXAMPLES = 25_000;
  private static final int MIN_EPOCHS = 1;
  private static final int MAX_EPOCHS = 25;

  private DefaultEpochs() {}

  /** Passes over so many conversations: about 100 to 25,000 readings in all, with whole numbers throughout. */
  public static int of(long examples) {
    if (examples == 0) {
      return MAX_EPOCHS;
    }
    if (examples * TARGET_EPOCHS < MIN_EXAMPLES) {
      return (int) Math.min(MAX_EPOCHS, MIN_EXAMPLES / examples);
    }
    if (examples * TARGET_EPOCHS > MAX_EXAMPLES) {
      return (int) Math.max(MIN_EPOCHS, MAX_EXAMPLES / examples);
    }
    return TARGET_EPOCHS;
  }
}
