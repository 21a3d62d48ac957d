package studio.timbre.jobs.openai;

/** What can go wrong with one call. */
public enum Fault {
  NONE,
  /** The answer takes longer than anybody waits. */
  TOO_SLOW,
  /** Carried out; half of the answer comes. */
  CUT,
  /** A page of a gateway instead of an answer; not carried out. */
  HTML,
  /** The same with the status of success. */
  HTML_AS_SUCCESS,
  TIMEOUT_408,
  CONFLICT_409,
  BUSY_429,
  ERROR_500,
  OVERLOADED_503,
  /** Carried out, and 500 all the same. */
  DONE_AND_500,
  /** The connection dies before anything is done. */
  DIES_BEFORE,
  /** Carried out; the connection dies without a word. */
  DIES_AFTER,
  /** Carried out; the answer lacks most of its fields. */
  FIELDS_MISSING
}
