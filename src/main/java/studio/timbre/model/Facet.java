package studio.timbre.model;

/** A side of conversations by whose values they are counted. */
public enum Facet {
  STATUS,
  SPLIT,
  /** The empty tag counts those without any. */
  TAG,
  /** The empty name counts those that are nobody's. */
  ASSIGNEE,
  HOLDS,
  /** {@code und} counts those of which it cannot be told. */
  LANGUAGE,
  /** Kinds, as the last look has found them. */
  PROBLEM,
  /** Topics by their numbers; {@code 0} counts those that are near none. What is not told yet is in none. */
  TOPIC,
  /** Scores of the voice guide in tens, as {@code 90} for those from 90 to 99; {@code 100} stands alone. */
  VOICE,
  /** Rules of the guide that are broken, by {@link studio.timbre.model.voice.VoiceKind#name}. */
  VOICE_RULE
}
