package studio.timbre.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.timbre.app.Bill;
import studio.timbre.app.FileTraining;
import studio.timbre.app.Hearing.Voice;
import studio.timbre.app.Timbre;
import studio.timbre.cli.SpokenAnswer.Spoken;
import studio.timbre.model.Message;
import studio.timbre.model.Role;
import studio.timbre.model.Sampling;
import studio.timbre.model.UserFacingException;

/** {@code timbre generate}: asks a model. */
@Command(
    name = "generate",
    description = "Asks a model, tuned or not, here or at a provider, and writes its answer.",
    footer = {
      "",
      "At a provider an answer costs money: the price is told before and after. A question is sent once and never repeated.",
      "With --project the answer counts in the budget of that project, and is not asked for where it could exceed it."
    })
final class GenerateCommand extends TimbreCommand {

  @Option(
      names = "--base",
      paramLabel = "MODEL",
      description = "A library name, a GGUF file or a Hugging Face folder.")
  private @Nullable String base;

  @Mixin private ApiVoiceOptions api = new ApiVoiceOptions();

  @Option(
      names = "--adapter",
      paramLabel = "DIR",
      description = "A PEFT folder, or what train --out was given.")
  private @Nullable Path adapter;

  @Option(names = "--prompt", required = true, paramLabel = "TEXT", description = "What you say.")
  private String prompt;

  @Option(names = "--system", paramLabel = "TEXT", description = "What the model is told to be.")
  private @Nullable String system;

  @Option(
      names = "--max-tokens",
      paramLabel = "N",
      defaultValue = "256",
      description = "Longest answer. Without it: ${DEFAULT-VALUE}.")
  private int maxTokens;

  @Option(
      names = "--temperature",
      paramLabel = "X",
      defaultValue = "0.7",
      description = "0 always takes the likeliest word. Without it: ${DEFAULT-VALUE}.")
  private double temperature;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "42",
      description = "Same seed, same answer. Without it: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--budget",
      paramLabel = "USD",
      description = "At a provider: asks nothing where the answer could cost more.")
  private @Nullable Double budget;

  @Mixin private final OptionalProject project = new OptionalProject();

  GenerateCommand(Session session) {
    super(session);
  }

  @Override
  int run(Timbre timbre, Output output) throws Exception {
    if (maxTokens < 1) {
      throw wrongUsage("--max-tokens takes a whole number from 1 on.");
    }
    if (!(temperature >= 0 && Double.isFinite(temperature))) {
      throw wrongUsage("--temperature takes a number from 0 on.");
    }
    if (budget != null && !(budget > 0)) {
      throw wrongUsage("--budget takes an amount above 0.");
    }
    var voice = voice(timbre);
    var conversation = new ArrayList<Message>();
    if (system != null) {
      conversation.add(Message.of(Role.SYSTEM, system));
    }
    conversation.add(Message.of(Role.USER, prompt));
    var sampling = new Sampling(temperature, maxTokens, seed);
    if (voice instanceof Voice.Api there) {
      var most = timbre.hearing().forecast(there, conversation, sampling);
      tellPrice(most, there, output);
      hold(most, there);
    }
    var spoken = speak(timbre, voice, conversation, sampling, output);
    output.say("");
    spoken.bill().ifPresent(bill -> output.remark(BillWords.of(spoken, bill)));
    output.object(BillWords.fields(spoken, voice));
    return 0;
  }

  private Spoken speak(
      Timbre timbre, Voice voice, List<Message> conversation, Sampling sampling, Output output)
      throws UserFacingException, InterruptedException {
    var answer = new SpokenAnswer(output::sayPart);
    if (!project.isGiven()) {
      timbre.hearing().ask(voice, conversation, sampling, answer);
      return answer.await();
    }
    try (var open = project.open(timbre, this::wrongUsage)) {
      var budget = open.budget();
      budget
          .over(timbre.hearing())
          .press(List.of(voice), conversation, sampling)
          .getFirst()
          .ask(answer);
      return answer.await();
    }
  }

  /** Refuses a question whose answer could cost more than was given for it. */
  private void hold(Bill most, Voice.Api voice) throws UserFacingException {
    if (budget == null) {
      return;
    }
    if (most.usd().isEmpty()) {
      throw new UserFacingException(
          "error.api.noPrice",
          "The price of %s at this provider is not known, so the budget cannot be kept. Nothing was sent. Leave the budget out, or enter the price in your own price list."
              .formatted(voice.model()),
          voice.model());
    }
    if (most.usd().getAsDouble() > budget) {
      String cost = Numbers.dollars(most.usd().getAsDouble());
      throw new UserFacingException(
          "error.api.answerOverBudget",
          "The answer could cost %s, which is more than the budget of %s. Nothing was sent. Raise the budget, or take a shorter answer with --max-tokens."
              .formatted(cost, Numbers.dollars(budget)),
          cost,
          Numbers.dollars(budget));
    }
  }

  private Voice voice(Timbre timbre) throws UserFacingException {
    if (api.isGiven()) {
      if (base != null || adapter != null) {
        throw wrongUsage("A model at a provider goes without --base and --adapter.");
      }
      return api.voice(timbre, session(), this::wrongUsage);
    }
    if (project.isGiven()) {
      throw wrongUsage("--project goes with a model at a provider; here an answer costs nothing.");
    }
    if (base == null) {
      throw wrongUsage("Give --base for a model on this computer, or --connection and --model.");
    }
    Optional<Path> tuned =
        adapter == null ? Optional.empty() : Optional.of(FileTraining.adapter(adapter));
    return new Voice.Local(timbre.models().find(base).path(), tuned);
  }

  /** A key goes nowhere that was not shown in full. */
  private void tellPrice(Bill most, Voice.Api voice, Output output) {
    output.remark(
        "Asks %s%s; the answer costs %s"
            .formatted(
                voice.connection().address(),
                api.keyInWords().map(" with "::concat).orElse(""),
                most.usd().isPresent()
                    ? "at most about " + Numbers.dollars(most.usd().getAsDouble())
                    : "money, and its price is not known"));
  }
}
