package studio.timbre.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.timbre.app.FileTraining;
import studio.timbre.app.Hearing;
import studio.timbre.app.Timbre;
import studio.timbre.cli.Columns.Side;

/** {@code timbre evaluate}: how well a model predicts the answers of a file. */
@Command(
    name = "evaluate",
    description = "Measures how well a model, tuned or not, predicts the answers of a file.")
final class EvaluateCommand extends TimbreCommand {

  @Parameters(paramLabel = "FILE", description = "A chat training file: one JSON object a line.")
  private Path file;

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

  @Option(
      names = "--max-length",
      paramLabel = "N",
      defaultValue = "2048",
      description =
          "Longer conversations are cut off at the end, in tokens. Without it: ${DEFAULT-VALUE}.")
  private int maxLength;

  EvaluateCommand(Session session) {
    super(session);
  }

  @Override
  int run(Timbre timbre, Output output) throws Exception {
    needFile(file);
    if (maxLength < 2) {
      throw wrongUsage("--max-length takes a whole number from 2 on.");
    }
    var conversations = TrainingFiles.read(timbre.fileTraining(), file, output);
    if (conversations.isEmpty()) {
      return TimbreCommandLine.FAILED;
    }
    Optional<Path> tuned =
        adapter == null ? Optional.empty() : Optional.of(FileTraining.adapter(adapter));
    var voice = new Hearing.Voice.Local(timbre.models().find(base).path(), tuned);
    var measure =
        timbre
            .hearing()
            .measure(
                voice,
                conversations.get(),
                maxLength,
                (done, total) -> output.rewrite("%d of %d conversations".formatted(done, total)))
            .orElseThrow();
    output.object(
        new JsonFields()
            .with("examples", measure.examples())
            .with("answer_tokens", measure.answerTokens())
            .with("loss", measure.loss())
            .with("perplexity", measure.perplexity()));
    new Columns(Side.LEFT, Side.RIGHT)
        .row("Conversations", Numbers.whole(measure.examples()))
        .row("Tokens of the answers", Numbers.whole(measure.answerTokens()))
        .row("Loss", String.format(Locale.ENGLISH, "%.4f", measure.loss()))
        .row("Perplexity", String.format(Locale.ENGLISH, "%.3f", measure.perplexity()))
        .lines()
        .forEach(output::say);
    return 0;
  }
}
