package studio.timbre.app;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.Locale;
import studio.timbre.model.UserFacingException;

/** What is said when a file cannot be written. */
final class Writing {
  private Writing() {}

  static UserFacingException unwritable(Path file, IOException cause) {
    String name = String.valueOf(file.getFileName());
    boolean full = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT).contains("space");
    if (full && !(cause instanceof AccessDeniedException)) {
      return new UserFacingException(
          "error.dataset.full",
          "The disk is full, so %s was not written; a file of that name is as it was. Free some space and export again."
              .formatted(name),
          cause,
          name);
    }
    return new UserFacingException(
        "error.dataset.unwritable",
        "%s could not be written; a file of that name is as it was. Choose another folder."
            .formatted(name),
        cause,
        name);
  }
}
