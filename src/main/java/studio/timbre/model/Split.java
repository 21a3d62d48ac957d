package studio.timbre.model;

/** What a conversation is for: to learn from, or held out to measure with. */
public enum Split {
  TRAINING,
  HELD_OUT
}
