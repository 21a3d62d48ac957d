package studio.timbre.voice;

/** Finds where an answer breaks a rule. */
@FunctionalInterface
interface Check {
  void find(Judged answer, Taker taker);

  /** Takes a breach: where it is, what stands there, and what should. */
  @FunctionalInterface
  interface Taker {
    void take(int start, int end, String found, String wanted);
  }
}
