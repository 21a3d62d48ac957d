package studio.timbre.checks;

/** The languages of answers; where most have the same, which have another. */
final class Tongues {
  /** From this share on a language is the project's. */
  private static final double MAJORITY = 0.7;

  private final Columns columns;
  private final Findings findings;
  private final int[] counts = new int[Byte.MAX_VALUE + 1];
  private int known;

  /** The language of the project; 0 for none. */
  private int usual;

  Tongues(Columns columns, Findings findings) {
    this.columns = columns;
    this.findings = findings;
  }

  /** Counts one; {@link #settle} comes after it, or after many. */
  void count(int slot, int by) {
    int language = columns.languages[slot];
    if (language != 0) {
      counts[language] += by;
      known += by;
    }
  }

  /** Says again of all that are there what they are, where the language of the project is another. */
  void settle() {
    int before = usual;
    usual = 0;
    for (int language = 1; known >= LookedSet.FEWEST && language < counts.length; language++) {
      if (counts[language] >= MAJORITY * known) {
        usual = language;
      }
    }
    for (int slot = 0; before != usual && slot < columns.count; slot++) {
      if (columns.isThere(slot)) {
        tell(slot);
      }
    }
  }

  void tell(int slot) {
    int language = columns.languages[slot];
    findings.set(
        slot,
        TextProblem.OTHER_LANGUAGE.ordinal(),
        usual != 0 && language != 0 && language != usual);
  }
}
