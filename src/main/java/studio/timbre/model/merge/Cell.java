package studio.timbre.model.merge;

/**
 * The smallest thing of a conversation in which two people can disagree.
 *
 * @param part what of it
 * @param message which message: its place in the base from 0, or for {@link Part#ADDED} the place that it follows, -1 for none
 * @param key of an extra or a tag, else empty
 */
public record Cell(Part part, int message, String key) {

  /** What of a conversation. */
  public enum Part {
    /** Whether it is there at all. */
    CONVERSATION,
    STATUS,
    SPLIT,
    RATING,
    TAG,
    NOTE,
    ASSIGNEE,
    EXTRA,
    /** All messages at once, where it cannot be told for sure which of them became which. */
    MESSAGES,
    /** The order of the messages that both have. */
    ORDER,
    /** Whether a message that was there before is still there. */
    MESSAGE,
    /** Messages that were not there before. */
    ADDED,
    ROLE,
    TEXT,
    NAME,
    WEIGHT,
    MESSAGE_EXTRA
  }

  static Cell of(Part part) {
    return new Cell(part, -1, "");
  }

  static Cell of(Part part, int message) {
    return new Cell(part, message, "");
  }

  /** Names the cell among those of its conversation. */
  public String id() {
    return part + " " + message + " " + key;
  }
}
