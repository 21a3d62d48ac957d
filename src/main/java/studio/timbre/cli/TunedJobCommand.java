package studio.timbre.cli;

import picocli.CommandLine.Mixin;
import studio.timbre.app.Serving;
import studio.timbre.app.Timbre;
import studio.timbre.app.TunedModels;
import studio.timbre.model.ApiJob;
import studio.timbre.model.TunedModel;
import studio.timbre.model.UserFacingException;

/** A command for the model that a job at a provider has tuned. */
abstract class TunedJobCommand extends TimbreCommand {
  @Mixin private final NamedJob named = new NamedJob();
  @Mixin private final ProjectJobs place = new ProjectJobs();

  /** Takes the key of the job to hand, which may ask for a passphrase, and shows where it goes before it does. */
  @FunctionalInterface
  interface Key {
    void takeToHand() throws UserFacingException;
  }

  TunedJobCommand(Session session) {
    super(session);
  }

  @Override
  final int run(Timbre timbre, Output output) throws Exception {
    try (var open = place.open(timbre, this::wrongUsage)) {
      var jobs = open.jobs();
      var job = named.find(jobs).orElseThrow(() -> wrongUsage("There is no job " + named + "."));
      var model = TunedModels.of(jobs, job.id());
      if (model.isEmpty()) {
        tellUntuned(job, output);
        return TimbreCommandLine.FAILED;
      }
      var serving = open.over(timbre.serving());
      return run(serving, model.get(), () -> takeToHand(job, timbre, serving, output), output);
    }
  }

  /**
   * Does what the command is for.
   *
   * @return the exit code
   */
  abstract int run(Serving serving, TunedModel model, Key key, Output output) throws Exception;

  /** What is told about the model, begun. */
  final JsonFields event(String type, TunedModel model) {
    return new JsonFields()
        .with("type", type)
        .with("job", named.toString())
        .with("model", model.model());
  }

  /** The job as a command names it, with the project that it belongs to. */
  final String job() {
    return named + place.again();
  }

  private void tellUntuned(ApiJob job, Output output) {
    output.error(
        "untuned",
        "Job %s has tuned no model: it is %s.".formatted(job.id(), JobsListCommand.state(job)));
  }

  private void takeToHand(ApiJob job, Timbre timbre, Serving serving, Output output)
      throws UserFacingException {
    var connection = job.order().connection();
    var key =
        named
            .key(job, timbre, session())
            .orElseThrow(
                () ->
                    wrongUsage(
                        "The key of %s is not at hand. Name the environment variable that has it with --key-env."
                            .formatted(connection.name())));
    output.remark("Asks " + connection.address());
    serving.use(connection, key);
  }
}
