package studio.timbre.weights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import studio.timbre.model.UserFacingException;

/** The text files of a Hugging Face folder. */
final class FolderJson {

  private static final JsonMapper JSON = new JsonMapper();

  /** The largest tokenizer.json in use is below 40 MB. */
  private static final long MOST_BYTES = 256L << 20;

  private FolderJson() {}

  static Optional<String> text(Path file) throws UserFacingException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      long size = Files.size(file);
      if (size > MOST_BYTES) {
        throw ModelProblems.wrongText(file, size + " bytes");
      }
      return Optional.of(Files.readString(file));
    } catch (CharacterCodingException e) {
      throw ModelProblems.wrongText(file, "UTF-8");
    } catch (IOException e) {
      throw ModelProblems.unreadable(file, e);
    }
  }

  /** The file's JSON object; a missing node where there is no such file. */
  static JsonNode read(Path file) throws UserFacingException {
    Optional<String> text = text(file);
    return text.isPresent() ? parse(file, text.get()) : MissingNode.getInstance();
  }

  static JsonNode parse(Path file, String text) throws UserFacingException {
    try {
      JsonNode node = JSON.readTree(text);
      if (!node.isObject()) {
        throw ModelProblems.wrongText(file, "{ … }");
      }
      return node;
    } catch (JsonProcessingException e) {
      throw ModelProblems.wrongText(file, e.getOriginalMessage());
    }
  }
}
