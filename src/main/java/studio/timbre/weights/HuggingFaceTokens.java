package studio.timbre.weights;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.timbre.model.UserFacingException;

/**
 * The tokenizer, the chat template and the marks of a Hugging Face folder.
 *
 * @param endTokens all that end an answer, {@code endToken} first
 */
record HuggingFaceTokens(
    String tokenizerJson,
    Optional<String> chatTemplate,
    String beginToken,
    String endToken,
    List<String> endTokens) {

  static HuggingFaceTokens read(Path folder) throws UserFacingException {
    Path tokenizerFile = folder.resolve("tokenizer.json");
    String tokenizerJson =
        FolderJson.text(tokenizerFile)
            .orElseThrow(() -> ModelProblems.missingPart(folder, "tokenizer.json"));
    JsonNode tokenizer = FolderJson.parse(tokenizerFile, tokenizerJson);
    JsonNode settings = FolderJson.read(folder.resolve("tokenizer_config.json"));
    JsonNode marks = FolderJson.read(folder.resolve("special_tokens_map.json"));
    String end = token(settings, marks, "eos_token");
    var ends = new LinkedHashSet<String>();
    ends.add(end);
    for (String name : new String[] {"generation_config.json", "config.json"}) {
      JsonNode ids = FolderJson.read(folder.resolve(name)).path("eos_token_id");
      for (JsonNode id : ids.isArray() ? ids : Set.of(ids)) {
        if (id.isIntegralNumber()) {
          ends.add(word(tokenizer, id.longValue()));
        }
      }
    }
    ends.remove("");
    return new HuggingFaceTokens(
        tokenizerJson,
        template(folder, settings),
        token(settings, marks, "bos_token"),
        end.isEmpty() && !ends.isEmpty() ? ends.getFirst() : end,
        List.copyOf(ends));
  }

  /** A text, or an object with the text in it. */
  private static String token(JsonNode settings, JsonNode marks, String key) {
    JsonNode token = settings.has(key) ? settings.path(key) : marks.path(key);
    return token.isTextual() ? token.textValue() : token.path("content").asText("");
  }

  private static String word(JsonNode tokenizer, long id) {
    for (JsonNode added : tokenizer.path("added_tokens")) {
      if (added.path("id").longValue() == id) {
        return added.path("content").asText("");
      }
    }
    for (var word : tokenizer.path("model").path("vocab").properties()) {
      if (word.getValue().isIntegralNumber() && word.getValue().longValue() == id) {
        return word.getKey();
      }
    }
    return "";
  }

  /** A file of its own, or a setting: one text, or several with names of which "default" is meant. */
  private static Optional<String> template(Path folder, JsonNode settings)
      throws UserFacingException {
    Optional<String> file = FolderJson.text(folder.resolve("chat_template.jinja"));
    if (file.isPresent()) {
      return file;
    }
    JsonNode alone = FolderJson.read(folder.resolve("chat_template.json")).path("chat_template");
    JsonNode template = alone.isTextual() ? alone : settings.path("chat_template");
    if (template.isArray()) {
      for (JsonNode named : template) {
        if (named.path("name").asText().equals("default")) {
          return Optional.of(named.path("template").asText());
        }
      }
    }
    return template.isTextual() ? Optional.of(template.textValue()) : Optional.empty();
  }
}
