package studio.timbre.jobs.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import studio.timbre.model.Conversation;
import studio.timbre.model.UserFacingException;
import studio.timbre.tokens.ChatFormat;
import studio.timbre.tokens.ChatTemplate;
import studio.timbre.tokens.HuggingFaceTokenizer;
import studio.timbre.train.Example;
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
    var examples = new ArrayList<Example>();
    int withoutAnswer = 0;
    int cut = 0;
    for (int i = 0; i < conversations.size(); i++) {
      var rendered = format.render(conversations.get(i));
      int length = Math.min(rendered.length(), maxLength);
      var example =
          new Example(
              i, Arrays.copyOf(rendered.ids(), length), Arrays.copyOf(rendered.trained(), length));
      if (example.answerTokens() == 0) {
        withoutAnswer++;
      } else {
        examples.add(example);
        cut += length < rendered.length() ? 1 : 0;
      }
    }
    return new Examples(examples, withoutAnswer, cut);
  }
}
