package studio.timbre.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.TreeSet;
import studio.timbre.model.Review;

/** What a team thinks of a conversation, as JSON with the keys of {@link Review} that say something; an empty text for none. */
public final class ReviewJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ReviewJson() {}

  public static String write(Review review) {
    if (review.equals(Review.NONE)) {
      return "";
    }
    var json = MAPPER.createObjectNode();
    if (review.rating() > 0) {
      json.put("rating", review.rating());
    }
    if (!review.tags().isEmpty()) {
      review.tags().forEach(json.putArray("tags")::add);
    }
    if (!review.note().isEmpty()) {
      json.put("note", review.note());
    }
    if (!review.assignee().isEmpty()) {
      json.put("assignee", review.assignee());
    }
    return json.toString();
  }

  /** @throws IllegalArgumentException when {@link #write} did not write it */
  public static Review parse(String json) {
    if (json.isEmpty()) {
      return Review.NONE;
    }
    try {
      var tree = MAPPER.readTree(json);
      var tags = new TreeSet<String>();
      for (JsonNode tag : tree.path("tags")) {
        tags.add(tag.asText());
      }
      return new Review(
          tree.path("rating").asInt(0),
          tags,
          tree.path("note").asText(""),
          tree.path("assignee").asText(""));
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException("no review: " + json, broken);
    }
  }
}
