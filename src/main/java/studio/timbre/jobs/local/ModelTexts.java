package studio.timbre.jobs.local;

import java.util.List;
import studio.timbre.model.Conversation;
import studio.timbre.model.UserFacingException;
import studio.timbre.tokens.ChatFormat;
import studio.timbre.tokens.ChatTemplate;
import studio.timbre.tokens.HuggingFaceTokenizer;
import studio.timbre.train.Examples;
import studio.timbre.weights.BaseModel;

/**
 * How a base model reads and writes text.
 *
 * @param tokenizer its own
 * @param format conversations by its chat template
 */
public record ModelTexts(HuggingFaceTokenizer tokenizer, ChatFormat format) {

  public static ModelTexts of(BaseModel base) throws UserFacingException {
    var tokenizer = HuggingFaceTokenizer.fromJson(base.tokenizerJson());
    var template = new ChatTemplate(base.chatTemplate(), base.beginToken(), base.endToken());
    return new ModelTexts(tokenizer, new ChatFormat(tokenizer, template));
  }

  /**
   * Makes conversations ready for the model.
   *
   * @param maxLength longer ones are cut off at the end, in tokens
   */
  public Examples examples(List<Conversation> conversations, int maxLength)
      throws UserFacingException {
    return Examples.of(conversations, format, maxLength);
  }
}
