package studio.timbre.cli;

import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import studio.timbre.app.Serving;
import studio.timbre.app.Serving.Ending;
import studio.timbre.app.Serving.State;
import studio.timbre.model.TunedModel;
import studio.timbre.model.UserFacingException;

/** {@code timbre jobs end}: ends the answering of a model that a job has tuned. */
@Command(
    name = "end",
    description = "Ends the answering of the model that a job has tuned, or deletes the model.",
    footer = {"", "Without --yes it says what would be ended, and asks nothing of the provider."})
final class JobsEndCommand extends TunedJobCommand {
  @Option(names = "--yes", description = "Ends it.")
  private boolean yes;

  JobsEndCommand(Session session) {
    super(session);
  }

  @Override
  int run(Serving serving, TunedModel model, Key key, Output output) throws Exception {
    switch (serving.state(model)) {
      case State.Answers answers when answers.ending() != Ending.NONE -> {
        end(serving, model, answers, key, output);
        return 0;
      }
      case State.Deploying _ -> {
        output.error(
            "deploying",
            "The provider is still getting it ready. It can be ended once it answers; look with: timbre jobs serve "
                + job());
        return TimbreCommandLine.FAILED;
      }
      case State.Ended _ -> {
        tell(model, Ending.NONE, model.model(), true, output);
        output.say("The model was deleted at the provider before.");
        return 0;
      }
      default -> {
        tell(model, Ending.NONE, model.model(), false, output);
        output.say("There is nothing that Timbre could end.");
        return 0;
      }
    }
  }

  private void end(Serving serving, TunedModel model, State.Answers answers, Key key, Output output)
      throws UserFacingException {
    if (yes) {
      if (answers.ending() != Ending.BY_HAND) {
        key.takeToHand();
      }
      serving.end(model);
    }
    tell(model, answers.ending(), answers.name(), yes, output);
    output.say(words(model, answers));
    if (!yes) {
      output.say(
          "Nothing was asked of the provider. Do it with: timbre jobs end %s --yes"
              .formatted(job()));
    }
  }

  private void tell(TunedModel model, Ending ending, String name, boolean done, Output output) {
    output.object(
        event("end", model)
            .with("name", name)
            .with("ending", ending.name().toLowerCase(Locale.ROOT))
            .with("done", done));
  }

  private String words(TunedModel model, State.Answers answers) {
    String address = model.connection().address().toString();
    return switch (answers.ending()) {
      case DELETES_MODEL ->
          (yes
                  ? "%s is deleted at %s for good."
                  : "%s would be deleted at %s for good: it would answer nobody any more and could not be brought back.")
              .formatted(answers.name(), address);
      case TAKES_DOWN ->
          (yes
                  ? "%s is taken down at %s. What was tuned stays there and can be deployed again."
                  : "%s would be taken down at %s. What was tuned would stay there and could be deployed again.")
              .formatted(answers.name(), address);
      case BY_HAND ->
          (yes ? "The name %s is forgotten here." : "The name %s would be forgotten here.")
                  .formatted(answers.name())
              + " The deployment goes on costing money by the hour until you delete it at "
              + address
              + ".";
      case NONE -> "";
    };
  }
}
