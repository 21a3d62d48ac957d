package studio.timbre.app;

/**
 * How far the topics of a project are.
 *
 * @param done conversations told in this go
 * @param total conversations to be told in this go; 0 while topics are looked for
 */
public record TopicStanding(State state, long done, long total) {
  /** What goes on. */
  public enum State {
    /** There are no topics: too little is there, or nothing stands out. */
    NONE,
    /** Topics are looked for. */
    FINDING,
    /** Conversation after conversation is told its topic. */
    TELLING,
    /** Somebody stopped it before the end. */
    PAUSED,
    /** Every conversation is told. */
    DONE
  }
}
