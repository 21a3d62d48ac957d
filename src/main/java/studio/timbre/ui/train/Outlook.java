package studio.timbre.ui.train;

import studio.timbre.model.TrainingPlan;

/** Where planning a run stands. */
sealed interface Outlook {
  /** There is no base model, or a number is wrong. */
  record Nothing() implements Outlook {}

  record Counting() implements Outlook {}

  record Planned(TrainingPlan plan) implements Outlook {}

  record Failed(Exception problem) implements Outlook {}
}
