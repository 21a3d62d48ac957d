package studio.timbre.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import studio.timbre.model.Content;
import studio.timbre.model.Conversation;

/**
 * The pictures of a conversation, as far as OpenAI's guide to vision fine-tuning limits them.
 *
 * @param count in all of its messages
 * @param skipped of them that the service passes over: larger than 10 MB, or neither JPEG, PNG nor WEBP, or at no address
 */
public record Pictures(int count, int skipped) {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int LARGEST = 10_000_000;

  public static Pictures of(Conversation conversation) {
    int count = 0;
    int skipped = 0;
    for (var message : conversation.messages()) {
      if (message.content() instanceof Content.Other other && other.json().startsWith("[")) {
        for (var part : parts(other.json())) {
          if (part.path("type").asText().equals("image_url")) {
            count++;
            skipped += isTaken(part.path("image_url").path("url").asText()) ? 0 : 1;
          }
        }
      }
    }
    return new Pictures(count, skipped);
  }

  private static JsonNode parts(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + json, e);
    }
  }

  private static boolean isTaken(String address) {
    int comma = address.indexOf(',');
    String head = address.substring(0, comma < 0 ? Math.min(40, address.length()) : comma);
    String beginning = head.toLowerCase(Locale.ROOT);
    if (!beginning.startsWith("data:")) {
      return beginning.startsWith("https://") || beginning.startsWith("http://");
    }
    // Four characters of base64 hold three bytes.
    long bytes = (address.length() - comma - 1) * 3L / 4;
    return comma > 0 && beginning.matches("data:image/(jpe?g|png|webp);base64") && bytes <= LARGEST;
  }
}
