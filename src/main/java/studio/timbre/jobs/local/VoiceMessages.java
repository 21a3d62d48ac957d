package studio.timbre.jobs.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import studio.timbre.json.ConversationJson;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Sampling;
import studio.timbre.model.UserFacingException;

/** What a voice process and its parent say to each other: one JSON object a line. */
final class VoiceMessages {
  private static final ObjectMapper JSON = new ObjectMapper();

  private VoiceMessages() {}

  /** From the parent. */
  sealed interface Wish {
    record Ask(long number, List<Message> conversation, Sampling sampling, int threads)
        implements Wish {}

    record Stop(long number) implements Wish {}

    /** How many cores it may use from now on. */
    record Threads(int count) implements Wish {}
  }

  /** From the voice. */
  sealed interface Reply {
    record Ready() implements Reply {}

    /** @param tokens spoken so far, with those of this piece */
    record Said(long number, String piece, int tokens) implements Reply {}

    record Finished(long number, int tokens, double seconds) implements Reply {}

    /** @param number 0 where it failed before it was asked */
    record Failed(long number, UserFacingException reason) implements Reply {}
  }

  static String write(Wish wish) {
    var node = JSON.createObjectNode();
    switch (wish) {
      case Wish.Ask ask -> {
        node.put("ask", ask.number());
        node.put(
            "conversation", ConversationJson.write(new Conversation(ask.conversation(), Map.of())));
        node.put("temperature", ask.sampling().temperature());
        node.put("max_tokens", ask.sampling().maxTokens());
        node.put("seed", ask.sampling().seed());
        node.put("threads", ask.threads());
      }
      case Wish.Stop stop -> node.put("stop", stop.number());
      case Wish.Threads threads -> node.put("threads", threads.count());
    }
    return node.toString();
  }

  static Wish wish(String line) throws JsonProcessingException, UserFacingException {
    var node = JSON.readTree(line);
    if (node.has("ask")) {
      return new Wish.Ask(
          node.path("ask").asLong(),
          ConversationJson.parse(node.path("conversation").asText()).messages(),
          new Sampling(
              node.path("temperature").asDouble(),
              node.path("max_tokens").asInt(),
              node.path("seed").asLong()),
          node.path("threads").asInt());
    }
    return node.has("stop")
        ? new Wish.Stop(node.path("stop").asLong())
        : new Wish.Threads(node.path("threads").asInt());
  }

  static String write(Reply reply) {
    var node = JSON.createObjectNode();
    switch (reply) {
      case Reply.Ready _ -> node.put("ready", true);
      case Reply.Said said -> {
        node.put("said", said.number());
        node.put("text", said.piece());
        node.put("tokens", said.tokens());
      }
      case Reply.Finished finished -> {
        node.put("finished", finished.number());
        node.put("tokens", finished.tokens());
        node.put("seconds", finished.seconds());
      }
      case Reply.Failed failed -> {
        node.put("failed", failed.number());
        writeReason(node, failed.reason());
      }
    }
    return node.toString();
  }

  static Reply reply(String line) throws JsonProcessingException {
    var node = JSON.readTree(line);
    if (node.has("said")) {
      return new Reply.Said(
          node.path("said").asLong(), node.path("text").asText(), node.path("tokens").asInt());
    } else if (node.has("finished")) {
      return new Reply.Finished(
          node.path("finished").asLong(),
          node.path("tokens").asInt(),
          node.path("seconds").asDouble());
    } else if (node.has("failed")) {
      return new Reply.Failed(node.path("failed").asLong(), readReason(node));
    }
    return new Reply.Ready();
  }

  /** Arguments go as they are where JSON has them, else as text. */
  static void writeReason(ObjectNode node, UserFacingException reason) {
    node.put("key", reason.key());
    node.put("message", reason.getMessage());
    node.set("arguments", JSON.createArrayNode());
    for (Object argument : reason.arguments()) {
      node.withArray("arguments").addPOJO(plain(argument));
    }
  }

  private static Object plain(Object argument) {
    return argument instanceof Number ? argument : argument.toString();
  }

  static UserFacingException readReason(JsonNode node) {
    var arguments = new ArrayList<>();
    for (var argument : node.path("arguments")) {
      arguments.add(argument.isNumber() ? argument.numberValue() : argument.asText());
    }
    return new UserFacingException(
        node.path("key").asText(), node.path("message").asText(), arguments.toArray());
  }
}
