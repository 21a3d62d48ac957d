package studio.timbre.jobs.local;

import studio.timbre.model.UserFacingException;
import studio.timbre.tokens.ChatFormat;
import studio.timbre.weights.BaseModel;

/** How a base model reads and writes conversations. */
public final class ModelTexts {
  private ModelTexts() {}

  public static ChatFormat of(BaseModel base) throws UserFacingException {
    throw new UnsupportedOperationException();
  }
}
