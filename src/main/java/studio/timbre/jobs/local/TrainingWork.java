package studio.timbre.jobs.local;

import studio.timbre.jobs.JobSpec;

/** Trains: opens the base model, makes the conversations ready, and lets the loop tell what happens. */
final class TrainingWork implements WorkerProcess.Work {
  @Override
  public void run(
      JobSpec job, WorkerFolder folder, EventWriter events, WorkerProcess.Control control) {
    throw new UnsupportedOperationException();
  }
}
