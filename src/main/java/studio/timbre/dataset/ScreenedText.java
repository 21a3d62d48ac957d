package studio.timbre.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import studio.timbre.model.Content;
import studio.timbre.model.Conversation;

/**
 * All words of a conversation, for somebody to look at their content: what is said, and the texts in what Timbre carries through, as
 * the arguments of tool calls or an answer that is not preferred.
 *
 * @param pieces together the whole text; none where there are no words
 * @param beyondText whether there is something that is not text, as a picture
 */
public record ScreenedText(List<String> pieces, boolean beyondText) {
  /**
   * In characters. OpenAI's guide to moderation advises to split what is longer than 2,000 characters, as a long text hides a short
   * part of it.
   */
  public static final int LONGEST_PIECE = 2_000;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Keys of values that are names, kinds or addresses, and no words. */
  private static final Set<String> NO_WORDS =
      Set.of(
          "id",
          "type",
          "role",
          "url",
          "image_url",
          "tool_call_id",
          "data",
          "detail",
          "format",
          "file_id");

  public ScreenedText {
    pieces = List.copyOf(pieces);
  }

  public static ScreenedText of(Conversation conversation) {
    var words = new ArrayList<String>();
    boolean beyond = false;
    for (var message : conversation.messages()) {
      if (message.content() instanceof Content.Other other) {
        var parts = tree(other.json());
        addWords(parts, words);
        beyond |= hasOtherParts(parts);
      } else {
        words.add(message.text());
      }
      addWords(message.extras(), words);
    }
    addWords(conversation.extras(), words);
    words.removeIf(String::isBlank);
    return new ScreenedText(pieces(whole(String.join("\n\n", words))), beyond);
  }

  private static boolean hasOtherParts(JsonNode parts) {
    for (var part : parts) {
      String type = part.path("type").asText("text");
      if (!type.equals("text") && !type.equals("refusal")) {
        return true;
      }
    }
    return false;
  }

  private static void addWords(Map<String, String> extras, List<String> words) {
    extras.forEach(
        (key, json) -> {
          if (!NO_WORDS.contains(key)) {
            addWords(tree(json), words);
          }
        });
  }

  private static void addWords(JsonNode node, List<String> words) {
    if (node.isTextual()) {
      words.add(node.asText());
    } else if (node.isObject()) {
      node.properties()
          .forEach(
              field -> {
                if (!NO_WORDS.contains(field.getKey()) || !field.getValue().isTextual()) {
                  addWords(field.getValue(), words);
                }
              });
    } else {
      node.forEach(each -> addWords(each, words));
    }
  }

  private static JsonNode tree(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + json, e);
    }
  }

  /** Half of a surrogate pair cannot be sent. */
  private static String whole(String text) {
    var whole = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c >= 0xd800 && c <= 0xdfff ? 0xfffd : c)
        .forEach(whole::appendCodePoint);
    return whole.toString();
  }

  private static List<String> pieces(String text) {
    var pieces = new ArrayList<String>();
    int begin = 0;
    while (begin < text.length()) {
      int end = end(text, begin);
      String piece = text.substring(begin, end);
      if (!piece.isBlank()) {
        pieces.add(piece);
      }
      begin = end;
    }
    return pieces;
  }

  /** Behind a paragraph, a line or a word where one ends in the second half of what fits; else in the middle of one. */
  private static int end(String text, int begin) {
    if (text.length() - begin <= LONGEST_PIECE) {
      return text.length();
    }
    int most = begin + LONGEST_PIECE;
    for (var mark : List.of("\n\n", "\n", " ")) {
      int last = text.lastIndexOf(mark, most - mark.length());
      if (last >= begin + LONGEST_PIECE / 2) {
        return last + mark.length();
      }
    }
    return Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
  }
}
