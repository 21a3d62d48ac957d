package studio.timbre.jobs.local;

import studio.timbre.model.UserFacingException;
import studio.timbre.tokens.ChatFormat;
import studio.timbre.tokens.ChatTemplate;
import studio.timbre.tokens.HuggingFaceTokenizer;
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
}
