package studio.timbre.jobs.openai;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import studio.timbre.jobs.openai.ChatVoice.Usage;

/**
 * Reads an answer piece by piece: server-sent events, each with a chunk of OpenAI's form, or one whole answer from a server that
 * does not stream. Chunks are read as trees: servers leave fields out, set them to null and add their own.
 */
final class ChatStream {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** No answer is longer; what is, is none. */
  private static final long MOST_CHARACTERS = 8_000_000;

  private final Consumer<String> said;
  private final StringBuilder refusal = new StringBuilder();
  private Optional<Usage> usage = Optional.empty();
  private Optional<JsonNode> trouble = Optional.empty();
  private String reason = "";
  private boolean isEmpty = true;
  private boolean isAnswer;
  private boolean isDone;
  private boolean hasWords;

  /**
   * @param said takes each piece of the answer
   */
  ChatStream(Consumer<String> said) {
    this.said = said;
  }

  /**
   * Reads to the end.
   *
   * @param isWhole for a body that is one JSON object
   */
  void read(InputStream body, boolean isWhole) throws IOException {
    var reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    long characters = 0;
    var data = new StringBuilder();
    for (var line = reader.readLine(); line != null && !isOver(); line = reader.readLine()) {
      characters += line.length();
      isEmpty &= line.isBlank();
      if (characters > MOST_CHARACTERS) {
        throw new IOException("the answer has no end");
      }
      if (isWhole) {
        data.append(line).append('\n');
      } else if (line.isEmpty()) {
        take(data);
      } else if (line.startsWith("data:")) {
        data.append(line.startsWith("data: ") ? line.substring(6) : line.substring(5)).append('\n');
      }
    }
    take(data);
  }

  private boolean isOver() {
    return isDone || trouble.isPresent();
  }

  private void take(StringBuilder data) {
    var text = data.toString().strip();
    data.setLength(0);
    if (text.equals("[DONE]")) {
      isDone = true;
    } else if (!text.isEmpty() && !isOver()) {
      take(tree(text));
    }
  }

  private static JsonNode tree(String text) {
    try {
      return JSON.readTree(text);
    } catch (JacksonException e) {
      // A chunk of no meaning here; what surrounds it may have one.
      return MissingNode.getInstance();
    }
  }

  private void take(JsonNode chunk) {
    var error = chunk.path("error");
    if (error.isObject() || error.isTextual()) {
      trouble = Optional.of(error);
      return;
    }
    isAnswer |= chunk.path("choices").isArray();
    count(chunk.path("usage"));
    for (var choice : chunk.path("choices")) {
      if (choice.path("index").asInt(0) != 0) {
        continue;
      }
      var words = choice.path("delta").isObject() ? choice.path("delta") : choice.path("message");
      say(words.path("content"));
      if (words.path("refusal").isTextual()) {
        refusal.append(words.path("refusal").asText());
      }
      if (choice.path("finish_reason").isTextual()) {
        reason = choice.path("finish_reason").asText();
      }
    }
  }

  /** Text, or a list of parts, as some servers send it. */
  private void say(JsonNode content) {
    if (content.isTextual() && !content.asText().isEmpty()) {
      hasWords = true;
      said.accept(content.asText());
    } else if (content.isArray()) {
      content.forEach(part -> say(part.path("text")));
    }
  }

  /** The last count is that of the whole answer. */
  private void count(JsonNode node) {
    if (node.path("prompt_tokens").canConvertToInt()
        && node.path("completion_tokens").canConvertToInt()
        && node.path("prompt_tokens").asInt() >= 0
        && node.path("completion_tokens").asInt() >= 0) {
      var cached = node.path("prompt_tokens_details").path("cached_tokens");
      usage =
          Optional.of(
              new Usage(
                  node.path("prompt_tokens").asInt(),
                  node.path("completion_tokens").asInt(),
                  Math.max(0, cached.asInt(0))));
    }
  }

  /** What the provider counted, where it told. */
  Optional<Usage> usage() {
    return usage;
  }

  /** What the model said in place of an answer; empty where it answered. */
  String refusal() {
    return refusal.toString();
  }

  /** An error that came in the place of a chunk. */
  Optional<JsonNode> trouble() {
    return trouble;
  }

  /** Whether nothing came at all. */
  boolean isEmpty() {
    return isEmpty;
  }

  /** Whether there was anything of this interface in the body. */
  boolean isAnswer() {
    return isAnswer;
  }

  boolean hasWords() {
    return hasWords;
  }

  /** Whether the answer came to its end: the server said so in one of its two ways. */
  boolean isWhole() {
    return isDone || !reason.isEmpty();
  }

  /** Whether a filter of the provider ended the answer. */
  boolean isFiltered() {
    return reason.equals("content_filter");
  }
}
