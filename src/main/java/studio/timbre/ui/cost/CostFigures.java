package studio.timbre.ui.cost;

import studio.timbre.app.CostReport;

/** How far the whole price is known. */
sealed interface CostFigures {

  /**
   * The conversations are being counted for the first time.
   *
   * @param of 0 until that is known
   */
  record Counting(long done, long of) implements CostFigures {}

  /** There is nothing to train on. */
  record NoData() implements CostFigures {}

  /** The person stopped the counting. */
  record Stopped() implements CostFigures {}

  record Failed(Exception problem) implements CostFigures {}

  /**
   * Prices for what was counted.
   *
   * @param isOld the conversations were changed since, and are being counted anew
   */
  record Priced(CostReport report, boolean isOld) implements CostFigures {}
}
