package studio.timbre.model.merge;

/**
 * How a person settles a clash.
 *
 * @param text what it shall be instead, for {@link Kind#EDITED}; else empty
 */
public record Choice(Kind kind, String text) {

  /** The ways out. */
  public enum Kind {
    OURS,
    THEIRS,
    /** One below the other. */
    BOTH,
    /** A text of one's own. */
    EDITED
  }

  public static final Choice OURS = new Choice(Kind.OURS, "");
  public static final Choice THEIRS = new Choice(Kind.THEIRS, "");
  public static final Choice BOTH = new Choice(Kind.BOTH, "");

  public static Choice edited(String text) {
    return new Choice(Kind.EDITED, text);
  }
}
