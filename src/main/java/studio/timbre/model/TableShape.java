package studio.timbre.model;

/** What one row of a table is. */
public enum TableShape {
  /** A whole conversation. */
  CONVERSATION,
  /** A part of one: rows one below the other with the same number are one conversation. */
  PART,
  /** One message. */
  MESSAGE
}
