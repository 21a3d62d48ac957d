package studio.timbre.app;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.timbre.model.ApiJob;
import studio.timbre.model.JobEvent;
import studio.timbre.model.JobId;
import studio.timbre.model.RunState;
import studio.timbre.model.TunedModel;

/** What the jobs at providers have tuned. */
public final class TunedModels {
  private TunedModels() {}

  /** Newest first; jobs that did not finish have tuned nothing that could be heard. */
  public static List<TunedModel> of(ApiJobs jobs) {
    return jobs.list().stream()
        .filter(job -> job.state() == RunState.FINISHED)
        .flatMap(job -> tuned(job, jobs).stream())
        .toList();
  }

  /** What one job has tuned. */
  public static Optional<TunedModel> of(ApiJobs jobs, JobId job) {
    return jobs.find(job)
        .filter(known -> known.state() == RunState.FINISHED)
        .flatMap(known -> tuned(known, jobs));
  }

  private static Optional<TunedModel> tuned(ApiJob job, ApiJobs jobs) {
    return job.standing()
        .tunedModel()
        .or(() -> result(job, jobs))
        .map(
            model ->
                new TunedModel(
                    job.order().name(),
                    job.order().connection(),
                    job.order().model(),
                    model,
                    job.standing().providerJob()));
  }

  /** Some providers give the tuned model no name: its last checkpoint stands for it. */
  private static Optional<String> result(ApiJob job, ApiJobs jobs) {
    return jobs.events(job.id(), 0).stream()
        .flatMap(
            event ->
                event instanceof JobEvent.Finished finished
                    ? Stream.of(finished.result())
                    : Stream.empty())
        .reduce((first, last) -> last);
  }
}
