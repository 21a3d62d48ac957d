package studio.timbre.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import studio.timbre.json.PublishedGraderJson;
import studio.timbre.model.Grader;
import studio.timbre.model.UserFacingException;

/** Graders that people keep in files, in the form that OpenAI publishes. */
public final class GraderFile {
  private GraderFile() {}

  public static Grader read(Path file) throws UserFacingException {
    try {
      return PublishedGraderJson.read(Files.readString(file));
    } catch (IOException e) {
      throw new UserFacingException(
          "error.grader.file",
          "%s could not be read, so nothing was sent. Check that it is there.".formatted(file),
          e,
          file.toString());
    }
  }
}
