package studio.timbre.model;

/** A number that every conversation has, and whose spread over all of them can be looked at. */
public enum Measure {
  /** Of the whole conversation; what is not counted yet has none. */
  TOKENS,
  /** Answers in it. */
  TURNS,
  /** The score of the voice guide; what is not judged has none. */
  VOICE
}
