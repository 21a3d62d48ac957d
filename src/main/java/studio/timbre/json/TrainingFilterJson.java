package studio.timbre.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import studio.timbre.model.Status;
import studio.timbre.model.TrainingFilter;

/** What is trained on, as a JSON object with the keys {@code statuses}, {@code tags} and {@code least_rating}. */
public final class TrainingFilterJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private TrainingFilterJson() {}

  public static String write(TrainingFilter filter) {
    var json = MAPPER.createObjectNode();
    var statuses = json.putArray("statuses");
    new TreeSet<>(filter.statuses()).forEach(status -> statuses.add(status.name()));
    if (!filter.tags().isEmpty()) {
      new TreeSet<>(filter.tags()).forEach(json.putArray("tags")::add);
    }
    if (filter.leastRating() > 0) {
      json.put("least_rating", filter.leastRating());
    }
    return json.toString();
  }

  /** Empty where it is none that this version understands. */
  public static Optional<TrainingFilter> read(String text) {
    try {
      var json = MAPPER.readTree(text);
      var statuses = new HashSet<Status>();
      for (JsonNode status : json.path("statuses")) {
        statuses.add(Status.valueOf(status.asText()));
      }
      Set<String> tags = new HashSet<>();
      for (JsonNode tag : json.path("tags")) {
        tags.add(tag.asText());
      }
      return Optional.of(new TrainingFilter(statuses, tags, json.path("least_rating").asInt(0)));
    } catch (JsonProcessingException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
