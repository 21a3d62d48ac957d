package studio.timbre.app.history;

/** A stretch of text in a comparison of two. */
public record Piece(Kind kind, String text) {

  /** In which of the two it is. */
  public enum Kind {
    SAME,
    REMOVED,
    ADDED
  }
}
