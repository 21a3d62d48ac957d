package studio.timbre.model;

import java.time.Instant;
import java.util.OptionalDouble;

/** A training of a project, on this computer or at a provider, as it stands now. */
public sealed interface TrainingRun permits RunSummary, ApiRun {
  JobId id();

  /** Given by the person, changeable. */
  String name();

  /** The model that learns. */
  String baseName();

  Instant created();

  RunState state();

  /** The last step that was told. */
  int step();

  /** 0 while it is not known. */
  int totalSteps();

  /** Of the untuned model; a provider does not tell it. */
  OptionalDouble firstEvalLoss();

  /** The newest. */
  OptionalDouble lastEvalLoss();
}
