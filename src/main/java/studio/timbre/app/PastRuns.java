package studio.timbre.app;

import java.util.List;
import java.util.stream.Stream;
import studio.timbre.model.PastRun;
import studio.timbre.model.Status;
import studio.timbre.model.Trained;
import studio.timbre.model.TrainingFilter;

/** The runs of a project, here and at providers, with what they were given. */
final class PastRuns {
  private static final TrainingFilter NOT_REJECTED =
      TrainingFilter.of(Status.DRAFT, Status.IN_REVIEW, Status.APPROVED);

  private final Runs runs;
  private final ApiJobs jobs;

  PastRuns(Runs runs, ApiJobs jobs) {
    this.runs = runs;
    this.jobs = jobs;
  }

  List<PastRun> list() {
    var here =
        runs.list().stream()
            .map(
                run ->
                    new PastRun(
                        run.id(), run.name(), new Trained(run.journalEntry(), NOT_REJECTED)));
    var there =
        jobs.list().stream()
            .filter(job -> job.order().journalEntry().isPresent())
            .map(
                job ->
                    new PastRun(
                        job.id(),
                        job.order().name(),
                        new Trained(job.order().journalEntry().getAsLong(), NOT_REJECTED)));
    return Stream.concat(here, there).toList();
  }
}
