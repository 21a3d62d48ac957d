package studio.timbre.ui.train;

import studio.timbre.model.TrainingPlan;

/** Whether a run fits into the memory that is free. */
enum Fit {
  FITS,
  /** It takes most of what is free: other programs may become slow. */
  TIGHT,
  TOO_BIG;

  private static final double MOST = 0.8;

  static Fit of(TrainingPlan plan) {
    if (plan.peakMemoryBytes() > plan.availableMemoryBytes()) {
      return TOO_BIG;
    }
    return plan.peakMemoryBytes() > plan.availableMemoryBytes() * MOST ? TIGHT : FITS;
  }
}
