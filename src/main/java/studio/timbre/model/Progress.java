package studio.timbre.model;

/** Told by long work how far it is, and asked by it whether to stop. Called from one thread of the work at a time. */
public interface Progress {

  /**
   * @param done units done so far
   * @param total units in all, or -1 where that is not known
   */
  void report(long done, long total);

  /** True once someone asked for an end; the work then stops soon and leaves nothing half done. */
  default boolean isCancelled() {
    return false;
  }

  /** Nobody listens. */
  Progress NONE = (done, total) -> {};
}
