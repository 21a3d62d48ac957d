package studio.timbre.jobs.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import studio.timbre.jobs.openai.ProviderServer.Answer;

/** A moderation that flags a text in each category that stands in it in brackets, as {@code [hate/threatening]}. */
public final class ModerationState {
  private static final List<String> CATEGORIES =
      List.of(
          "hate",
          "hate/threatening",
          "harassment",
          "harassment/threatening",
          "illicit",
          "illicit/violent",
          "self-harm",
          "self-harm/intent",
          "self-harm/instructions",
          "sexual",
          "sexual/minors",
          "violence",
          "violence/graphic");

  /** The texts of each request that was carried out. */
  public final List<List<String>> requests = new ArrayList<>();

  /** Makes the answer odd before it is sent. */
  public Consumer<ObjectNode> oddity = _ -> {};

  synchronized Answer answer(byte[] body) throws IOException {
    var texts = new ArrayList<String>();
    ProviderServer.JSON.readTree(body).path("input").forEach(text -> texts.add(text.asText()));
    requests.add(texts);
    var answer = ProviderServer.JSON.createObjectNode();
    answer.put("id", "modr-" + requests.size()).put("model", "omni-moderation-2024-09-26");
    var results = answer.putArray("results");
    texts.forEach(text -> results.add(result(text)));
    oddity.accept(answer);
    return Answer.json(200, answer);
  }

  private static JsonNode result(String text) {
    var result = ProviderServer.JSON.createObjectNode();
    var categories = result.putObject("categories");
    var scores = result.putObject("category_scores");
    boolean flagged = false;
    for (var category : CATEGORIES) {
      boolean isIn = text.contains("[" + category + "]");
      categories.put(category, isIn);
      scores.put(category, isIn ? 0.875 : 0.001);
      flagged |= isIn;
    }
    return result.put("flagged", flagged);
  }

  /** Every text that was looked at, in order. */
  public synchronized List<String> texts() {
    return requests.stream().flatMap(List::stream).toList();
  }
}
