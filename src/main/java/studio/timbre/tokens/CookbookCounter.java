package studio.timbre.tokens;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Map;
import studio.timbre.model.Content;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.TokenCount;

/**
 * Counts conversations as OpenAI's cookbook does (Chat_finetuning_data_prep.ipynb): 3 tokens a message, the tokens of every string
 * in it, 1 more for a name, 3 more a conversation. {@code weight} is never counted. The answers' share is the content of assistant
 * messages alone.
 *
 * <p>The cookbook calls this "not exact", and it stops at plain text. Beyond it:
 *
 * <ul>
 *   <li>tool definitions follow OpenAI's other notebook, see {@link ToolTokens};
 *   <li>a tool call counts 3 tokens, its id, the function's name and its arguments: our own measure, of the same kind;
 *   <li>in a list of parts each text counts as it would alone;
 *   <li>an image counts 85 tokens, which is right at low detail. At high or automatic detail the number depends on the image's
 *       size, which a training line does not tell; 85 is then the least that it can be.
 * </ul>
 */
public final class CookbookCounter implements ConversationCounter {
  private static final int PER_MESSAGE = 3;
  private static final int PER_NAME = 1;
  private static final int PER_CONVERSATION = 3;
  private static final int PER_TOOL_CALL = 3;
  private static final int PER_IMAGE = 85;

  private final ApiEncoding encoding;
  private final Tokenizer tokenizer;
  private final ToolTokens toolTokens;

  public CookbookCounter(ApiEncoding encoding) {
    this.encoding = encoding;
    tokenizer = new ApiTokenizer(encoding);
    toolTokens = new ToolTokens(encoding, tokenizer);
  }

  @Override
  public String name() {
    return encoding.publicName();
  }

  @Override
  public TokenCount count(Conversation conversation) {
    int total = PER_CONVERSATION + definitions(conversation);
    int answers = 0;
    var each = new ArrayList<Integer>(conversation.messages().size());
    for (var message : conversation.messages()) {
      int content = content(message.content());
      int tokens = PER_MESSAGE + content + around(message);
      each.add(tokens);
      total += tokens;
      if (message.role().isAssistant()) {
        answers += content;
      }
    }
    return new TokenCount(total, answers, each);
  }

  private int definitions(Conversation conversation) {
    int tokens =
        conversation.tools().map(tools -> toolTokens.count(CarriedJson.read(tools))).orElse(0);
    var functions = conversation.extras().get("functions");
    return functions == null ? tokens : tokens + toolTokens.count(CarriedJson.read(functions));
  }

  /** What a message says besides its content. */
  private int around(Message message) {
    int tokens = tokenizer.count(message.role().name());
    if (message.name().isPresent()) {
      tokens += PER_NAME + tokenizer.count(message.name().get());
    }
    for (Map.Entry<String, String> extra : message.extras().entrySet()) {
      var value = CarriedJson.read(extra.getValue());
      tokens +=
          switch (extra.getKey()) {
            case "weight" -> 0;
            case "tool_calls" -> toolCalls(value);
            case "function_call" -> functionCall(value);
            default -> value.isTextual() ? tokenizer.count(value.asText()) : 0;
          };
    }
    return tokens;
  }

  private int toolCalls(JsonNode calls) {
    int tokens = 0;
    for (var call : calls) {
      tokens += tokenizer.count(call.path("id").asText()) + functionCall(call.path("function"));
    }
    return tokens;
  }

  private int functionCall(JsonNode call) {
    return PER_TOOL_CALL
        + tokenizer.count(call.path("name").asText())
        + tokenizer.count(call.path("arguments").asText());
  }

  private int content(Content content) {
    return switch (content) {
      case Content.Text text -> tokenizer.count(text.text());
      case Content.Missing missing -> 0;
      case Content.Other other -> parts(CarriedJson.read(other.json()));
    };
  }

  private int parts(JsonNode parts) {
    int tokens = 0;
    for (var part : parts) {
      tokens +=
          switch (part.path("type").asText()) {
            case "image_url" -> PER_IMAGE;
            case "refusal" -> tokenizer.count(part.path("refusal").asText());
            default -> tokenizer.count(part.path("text").asText());
          };
    }
    return tokens;
  }
}
