package studio.timbre.model;

/** Where new conversations begin among the rows of a returned table that have no number of a conversation. */
public enum AddedRows {
  /** As the rows seem to mean it: by marks where there are any between such rows, else at each question. */
  TOLD,
  /** A question that follows an answer begins another conversation. */
  QUESTIONS,
  /** Only an empty row, a system message, a filled cell for status or tags, or a line number that starts anew does. */
  MARKS
}
