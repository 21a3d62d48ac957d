package studio.timbre.cli;

import studio.timbre.app.ApiJobs;
import studio.timbre.model.ApiJob;
import studio.timbre.model.JobEvent;
import studio.timbre.model.JobId;
import studio.timbre.model.RunState;
import studio.timbre.model.UserFacingException;

/**
 * Tells the stream of a job in the terminal until it is over or rests. It reads what is kept, so that it does not matter which program
 * sees to the job; should that one end, this one takes over.
 */
final class WatchedJob {
  private static final long LOOK_MILLIS = 100;
  private static final int TAKE_OVER_LOOKS = 30;

  private final ApiJobs jobs;
  private final JobId job;
  private final Output output;
  private final TrainingReport report;
  private long seen;

  WatchedJob(ApiJobs jobs, JobId job, Output output) {
    this.jobs = jobs;
    this.job = job;
    this.output = output;
    this.report = new TrainingReport(output);
  }

  /** Answers the exit code: 0 once the tuned model is there. */
  int watch() throws UserFacingException, InterruptedException {
    jobs.attend(job);
    for (int look = 1; ; look++) {
      // Asked before reading, so that the last event is read before the end is believed.
      var now = jobs.job(job);
      jobs.events(job, seen).forEach(this::take);
      if (!now.state().isLive()) {
        return end(now);
      }
      if (look % TAKE_OVER_LOOKS == 0) {
        jobs.attend(job);
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }

  private void take(JobEvent event) {
    seen = event.sequence();
    if (event instanceof JobEvent.Finished || event instanceof JobEvent.Cancelled) {
      // Kept before the end is told, so that the event of the end stays the last line.
      jobs.job(job).trainedTokens().ifPresent(this::tellTokens);
    }
    report.take(event);
    if (event instanceof JobEvent.Failed failed) {
      failed.detail().ifPresent(output::remark);
    }
  }

  private int end(ApiJob now) {
    switch (now.state()) {
      case FINISHED ->
          output.say(
              "The tuned model is called "
                  + now.standing()
                      .tunedModel()
                      .orElse("nothing yet: it has to be deployed at the provider"));
      case UNDECIDED -> tellUndecided(output, now);
      case STOPPED ->
          output.remark(
              "Nothing more can be told for now. Look again with: timbre jobs watch " + job);
      case PAUSED -> output.remark("The job is paused at the provider.");
      case CANCELLED -> output.remark("The job is cancelled.");
      case FAILED, QUEUED, RUNNING -> {}
    }
    return now.state() == RunState.FINISHED ? 0 : TimbreCommandLine.FAILED;
  }

  private void tellTokens(long tokens) {
    output.object(new JsonFields().with("job", job).with("trained_tokens", tokens));
    output.say("The provider says that it trained on %s tokens.".formatted(Numbers.whole(tokens)));
  }

  static void tellUndecided(Output output, ApiJob job) {
    output.error(
        "undecided",
        "It is not known yet whether the provider began the job. It may cost money there, and is not asked for a second time."
            + " Look again with: timbre jobs watch "
            + job.id());
  }
}
