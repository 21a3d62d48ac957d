package studio.timbre.model;

/** From when on something counts as changed. */
public sealed interface Since {

  /**
   * Today and the days before it, on this computer's clock.
   *
   * @param days 1 for today alone
   */
  record LastDays(int days) implements Since {
    public LastDays {
      if (days < 1) {
        throw new IllegalArgumentException(days + " days");
      }
    }
  }

  /**
   * Behind a state of the project, as the one that a run has learned.
   *
   * @param entry the last edit of that state, see {@link ChangeInfo}
   */
  record Change(long entry) implements Since {}

  /** Changed today, or new today. */
  static Since today() {
    return new LastDays(1);
  }
}
