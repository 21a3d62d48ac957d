package studio.timbre.app;

/**
 * How far the scores of a voice guide are.
 *
 * @param done conversations judged in this go
 * @param total conversations to be judged in this go
 */
public record VoiceStanding(State state, long done, long total) {
  /** What goes on. */
  public enum State {
    /** There is no guide, or it asks for nothing: nothing is judged. */
    NO_GUIDE,
    JUDGING,
    /** Somebody stopped it before the end. */
    PAUSED,
    /** Every conversation has its score. */
    DONE
  }
}
