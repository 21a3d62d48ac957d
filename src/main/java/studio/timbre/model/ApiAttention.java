package studio.timbre.model;

/** Who sees to a job at a provider: tells what happens there, and asks for its pause or end. */
public enum ApiAttention {
  /** This program does. */
  SEEN_TO,
  /** Nobody does now, and nothing stands in the way. */
  NOBODY,
  /** Its key lies in Timbre's file, which is locked. */
  KEY_LOCKED,
  /** Its key is not known on this computer, or belongs to another address now. */
  KEY_MISSING,
  /** Another program does, or another window; it reads along here. */
  ELSEWHERE,
  /** The project in which it was started does, of which this one is a copy. */
  ORIGINAL;

  /** Whether the person has to give the key before anything more is told. */
  public boolean waitsForKey() {
    return this == KEY_LOCKED || this == KEY_MISSING;
  }
}
