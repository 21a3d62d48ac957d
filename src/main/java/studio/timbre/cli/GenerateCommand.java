package studio.timbre.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import studio.timbre.app.FileTraining;
import studio.timbre.app.Hearing;
import studio.timbre.app.Timbre;
import studio.timbre.model.Message;
import studio.timbre.model.Role;
import studio.timbre.model.Sampling;

/** {@code timbre generate}: asks a model. */
@Command(name = "generate", description = "Asks a model, tuned or not, and writes its answer.")
final class GenerateCommand extends TimbreCommand {

  @Option(
      names = "--base",
      required = true,
      paramLabel = "MODEL",
      description = "A library name, a GGUF file or a Hugging Face folder.")
  private String base;

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
    Optional<Path> tuned =
        adapter == null ? Optional.empty() : Optional.of(FileTraining.adapter(adapter));
    var voice = new Hearing.Voice(timbre.models().find(base).path(), tuned);
    var conversation = new ArrayList<Message>();
    if (system != null) {
      conversation.add(Message.of(Role.SYSTEM, system));
    }
    conversation.add(Message.of(Role.USER, prompt));
    var answer = new SpokenAnswer(output::sayPart);
    timbre.hearing().ask(voice, conversation, new Sampling(temperature, maxTokens, seed), answer);
    var spoken = answer.await();
    output.say("");
    output.object(
        new JsonFields()
            .with("text", spoken.text())
            .with("tokens", spoken.tokens())
            .with("seconds", spoken.seconds()));
    return 0;
  }
}
