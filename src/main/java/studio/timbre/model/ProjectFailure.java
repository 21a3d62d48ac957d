package studio.timbre.model;

/**
 * The project file could not be read or written although it was open: the disk is full, was pulled out, or is broken. Any verb
 * on an open project may throw it; what was committed before is safe, and the failed act has changed nothing.
 */
public final class ProjectFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final UserFacingException reason;

  public ProjectFailure(UserFacingException reason) {
    super(reason.getMessage(), reason);
    this.reason = reason;
  }

  /** The sentence for people. */
  public UserFacingException reason() {
    return reason;
  }
}
