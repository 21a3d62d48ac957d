package studio.timbre.weights;

import java.io.IOException;
import java.nio.file.Path;
import studio.timbre.model.UserFacingException;

/** The sentences for a library of models that cannot be kept. */
final class LibraryProblems {

  private LibraryProblems() {}

  static UserFacingException index(Path index, IOException cause) {
    String reason = String.valueOf(cause.getMessage());
    return new UserFacingException(
        "error.library.index",
        "The list of models in "
            + index
            + " cannot be read or written. Check the disk and its permissions. The system says: "
            + reason,
        cause,
        index.toString(),
        reason);
  }

  static UserFacingException notDeleted(Path path, IOException cause) {
    String reason = String.valueOf(cause.getMessage());
    return new UserFacingException(
        "error.library.notDeleted",
        "The model left the list, but its files in "
            + path
            + " could not be deleted. Delete them by hand when nothing uses them. The system says: "
            + reason,
        cause,
        path.toString(),
        reason);
  }
}
