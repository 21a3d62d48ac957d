package studio.timbre.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import studio.timbre.json.SchemaJson;
import studio.timbre.model.UserFacingException;

/** The form that answers have to keep to in reinforcement: a JSON schema. */
public final class AnswerSchema {
  private AnswerSchema() {}

  /** Whether a text can be one: a JSON object. */
  public static boolean isRight(String json) {
    return SchemaJson.isObject(json);
  }

  /** Reads one that a person keeps in a file. */
  public static String read(Path file) throws UserFacingException {
    String json;
    try {
      json = Files.readString(file);
    } catch (IOException e) {
      throw new UserFacingException(
          "error.schema.file",
          "%s could not be read, so nothing was sent. Check that it is there.".formatted(file),
          e,
          file.toString());
    }
    if (!isRight(json)) {
      throw new UserFacingException(
          "error.schema.unreadable",
          "%s holds no JSON object, so it is no schema for answers. Nothing was sent; correct it."
              .formatted(file),
          file.toString());
    }
    return json.strip();
  }
}
