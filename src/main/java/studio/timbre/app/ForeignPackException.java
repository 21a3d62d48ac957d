package studio.timbre.app;

import java.nio.file.Path;
import studio.timbre.model.UserFacingException;

/** A file that is no pack of this project; its conversations can still be taken in as new ones. */
public final class ForeignPackException extends UserFacingException {
  private static final long serialVersionUID = 1L;

  private final transient Path file;

  private ForeignPackException(String key, String english, Path file, Object... arguments) {
    super(key, english, arguments);
    this.file = file;
  }

  static ForeignPackException noPack(Path file) {
    String name = String.valueOf(file.getFileName());
    return new ForeignPackException(
        "error.pack.noPack",
        "%s is a project of its own and no review pack, so there is nothing to compare it with. Its conversations can be taken in as new ones."
            .formatted(name),
        file,
        name);
  }

  static ForeignPackException ofAnother(Path file, String project) {
    String name = String.valueOf(file.getFileName());
    return new ForeignPackException(
        "error.pack.otherProject",
        "%s was made of another project, %s. Bring it back there; or take its conversations in here as new ones."
            .formatted(name, project),
        file,
        name,
        project);
  }

  /** The file. */
  public Path file() {
    return file;
  }
}
