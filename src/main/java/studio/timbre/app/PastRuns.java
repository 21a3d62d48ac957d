package studio.timbre.app;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import studio.timbre.model.ApiJob;
import studio.timbre.model.JobId;
import studio.timbre.model.PastRun;
import studio.timbre.model.RunSummary;
import studio.timbre.model.Trained;
import studio.timbre.store.Versions;

/** The runs of a project, here and at providers, of which it is still known what they were given. */
final class PastRuns {
  private final Runs runs;
  private final ApiJobs jobs;
  private final Versions versions;

  PastRuns(Runs runs, ApiJobs jobs, Versions versions) {
    this.runs = runs;
    this.jobs = jobs;
    this.versions = versions;
  }

  /** Newest first. */
  List<PastRun> list() {
    var here =
        runs.list().stream()
            .sorted(Comparator.comparing(RunSummary::created).reversed())
            .flatMap(run -> known(run.id(), run.name()));
    var there =
        jobs.list().stream()
            .sorted(Comparator.comparing((ApiJob job) -> job.order().created()).reversed())
            .flatMap(job -> known(job.id(), job.order().name()));
    return Stream.concat(here, there).toList();
  }

  private Stream<PastRun> known(JobId id, String name) {
    return versions
        .seenBy(id)
        .map(seen -> new PastRun(id, name, new Trained(seen.entry(), seen.filter())))
        .stream();
  }
}
