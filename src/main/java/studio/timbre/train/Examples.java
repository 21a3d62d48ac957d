package studio.timbre.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import studio.timbre.model.Conversation;
import studio.timbre.model.UserFacingException;
import studio.timbre.tokens.ChatFormat;

/**
 * Conversations made ready for the model.
 *
 * @param examples those in which something is trained, in file order
 * @param withoutAnswer how many were left out because nothing in them is trained
 * @param cut how many were longer than the longest length; their end is cut off
 */
public record Examples(List<Example> examples, int withoutAnswer, int cut) {
  public Examples {
    examples = List.copyOf(examples);
  }

  /**
   * Renders conversations as the model reads them and cuts them to length.
   *
   * @param maxLength longest example, in tokens
   * @throws UserFacingException if the model's template refuses a conversation
   */
  public static Examples of(List<Conversation> conversations, ChatFormat format, int maxLength)
      throws UserFacingException {
    var examples = new ArrayList<Example>();
    int withoutAnswer = 0;
    int cut = 0;
    for (int i = 0; i < conversations.size(); i++) {
      var rendered = format.render(conversations.get(i));
      int length = Math.min(rendered.length(), maxLength);
      if (length < rendered.length()) {
        cut++;
      }
      var example =
          new Example(
              i, Arrays.copyOf(rendered.ids(), length), Arrays.copyOf(rendered.trained(), length));
      if (example.answerTokens() > 0) {
        examples.add(example);
      } else {
        withoutAnswer++;
      }
    }
    return new Examples(examples, withoutAnswer, cut);
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
