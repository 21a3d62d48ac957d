package studio.timbre.cli;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.timbre.app.Serving;
import studio.timbre.app.Serving.AzureSteps;
import studio.timbre.app.Serving.State;
import studio.timbre.model.TunedModel;
import studio.timbre.model.UserFacingException;

/** {@code timbre jobs serve}: brings the model that a job has tuned to answer. */
@Command(
    name = "serve",
    description = "Brings the model that a job has tuned to answer, where that takes something.",
    footer = {
      "",
      "At Nebius the adapter is put beside its base, asked for once and followed until it answers; it is then charged by the token."
          + " Ctrl+C ends the following; it goes on at the provider, and the same command looks again.",
      "At Azure a deployment costs by the hour, so you make it yourself: the steps are told, and --as takes the name that you gave it."
    })
final class JobsServeCommand extends TunedJobCommand {
  @Option(
      names = "--base",
      paramLabel = "M",
      description = "At Nebius: the base model, by the name under which it answers there.")
  private @Nullable String base;

  @Option(
      names = "--as",
      paramLabel = "NAME",
      description = "The name of a deployment that you made yourself; it is kept for later.")
  private @Nullable String name;

  @Mixin private final Agreement agreement = new Agreement();

  JobsServeCommand(Session session) {
    super(session);
  }

  @Override
  int run(Serving serving, TunedModel model, Key key, Output output) throws Exception {
    var state = serving.state(model);
    if (name != null) {
      return keepName(serving, model, state, output);
    }
    return switch (state) {
      case State.Deployable deployable -> {
        if (!deployable.isKnown() && base == null) {
          output.remark(
              "Whether this provider serves adapters of %s by the token is not known; look there what it costs."
                  .formatted(deployable.base()));
          agreement.ask(session(), "Bring it to answer all the same?");
        }
        yield deploy(serving, model, key, deployable.base(), output);
      }
      case State.Failed failed -> {
        output.remark("It failed before: " + failed.reason());
        yield deploy(serving, model, key, failed.base(), output);
      }
      case State.Deploying _ -> {
        key.takeToHand();
        yield follow(serving, model, output);
      }
      default -> tell(model, state, output);
    };
  }

  private int keepName(Serving serving, TunedModel model, State state, Output output)
      throws UserFacingException {
    boolean isByHand =
        switch (state) {
          case State.AtAzure _, State.Elsewhere _ -> true;
          case State.Answers answers -> answers.ending() == Serving.Ending.BY_HAND;
          default -> false;
        };
    if (!isByHand || String.valueOf(name).isBlank()) {
      throw wrongUsage(
          "--as takes the name of a deployment that you made yourself, which this provider does not need.");
    }
    serving.answersAs(model, String.valueOf(name));
    return tell(model, serving.state(model), output);
  }

  private int deploy(Serving serving, TunedModel model, Key key, String known, Output output)
      throws UserFacingException, InterruptedException {
    key.takeToHand();
    serving.deploy(model, Optional.ofNullable(base).orElse(known));
    return follow(serving, model, output);
  }

  private int follow(Serving serving, TunedModel model, Output output)
      throws UserFacingException, InterruptedException {
    // Where another program asked for it, this one looks along.
    serving.attend(model);
    output.object(event("deploying", model));
    output.say("The provider is getting it ready, which takes some minutes.");
    awaitUnseen(serving, model);
    return tell(model, serving.state(model), output);
  }

  /** Looks whenever it is told that something moved. */
  private static void awaitUnseen(Serving serving, TunedModel model) throws InterruptedException {
    var moved = new Semaphore(0);
    try (var listening = serving.onChange(moved::release)) {
      while (serving.isSeenTo(model)) {
        moved.acquire();
        moved.drainPermits();
      }
    }
  }

  private int tell(TunedModel model, State state, Output output) {
    switch (state) {
      case State.Answers answers -> {
        output.object(event("answers", model).with("name", answers.name()));
        output.say("It answers by the name " + answers.name());
        return 0;
      }
      case State.AtAzure azure -> {
        tell(azure.steps(), model, output);
        return 0;
      }
      case State.Elsewhere _ -> {
        output.object(event("elsewhere", model));
        output.say(
            "It has to be deployed on the provider's own pages, where it is called %s. What that costs stands there, often by the hour."
                .formatted(model.model()));
        output.say(nameIt());
        return 0;
      }
      case State.Failed failed ->
          output.error("failed", "The provider could not deploy it: " + failed.reason());
      case State.Ended _ ->
          output.error("ended", "The model was deleted at the provider, and answers nobody.");
      case State.Deploying _, State.Deployable _ ->
          output.error(
              "undecided",
              "Nothing more can be told for now. It may be on its way, and is not asked for a second time. Look again with: timbre jobs serve "
                  + job());
    }
    return TimbreCommandLine.FAILED;
  }

  private void tell(AzureSteps steps, TunedModel model, Output output) {
    output.object(
        event("azure", model)
            .with("resource", steps.resource())
            .with("request", steps.request())
            .with("body", steps.body())
            .with("usd_per_hour", steps.usdPerHour())
            .with("source", steps.source())
            .with("as_of", steps.asOf()));
    output.say(
        "Deploying at Azure costs %s for every hour that the deployment exists, even if nobody asks it. Delete it there when you are done."
            .formatted(
                steps.usdPerHour().isPresent()
                    ? "about " + Numbers.dollars(steps.usdPerHour().getAsDouble())
                    : "money"));
    if (steps.usdPerHour().isPresent()) {
      output.say("Price as of %s, from: %s".formatted(steps.asOf(), steps.source()));
    }
    output.say("");
    output.say(
        "1. Open the resource %s in Azure's Foundry portal, with an account that has the Owner role. The key of this connection is not enough for it."
            .formatted(steps.resource()));
    output.say(
        "2. Deploy the model %s there, under a name of your choice.".formatted(model.model()));
    output.say("3. " + nameIt());
    output.say("");
    output.say("The same as a request to Azure's management interface:");
    output.say(steps.request());
    output.say(steps.body());
  }

  private String nameIt() {
    return "Once it is ready, tell its name: timbre jobs serve %s --as NAME".formatted(job());
  }
}
