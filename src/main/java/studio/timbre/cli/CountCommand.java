package studio.timbre.cli;

import java.nio.file.Path;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.timbre.app.FileCounting;
import studio.timbre.app.Timbre;
import studio.timbre.cli.Columns.Side;
import studio.timbre.model.CatalogueEntry;

/** {@code timbre count}: tokens and cost of a training file. */
@Command(
    name = "count",
    description = "Counts the tokens of a training file and estimates what training on it costs.")
final class CountCommand extends TimbreCommand {
  private static final int NAMED_LINES = 100;

  @Parameters(paramLabel = "FILE", description = "A chat training file: one JSON object a line.")
  private Path file;

  @Option(
      names = "--model",
      required = true,
      paramLabel = "NAME",
      description =
          "A model of an API, as gpt-4o-mini; or a model of the library, or its path, which is"
              + " counted with its own tokenizer and has no price.")
  private String model;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Passes over the data; without it the default rule of OpenAI's cookbook.")
  private @Nullable Integer epochs;

  CountCommand(Session session) {
    super(session);
  }

  @Override
  int run(Timbre timbre, Output output) throws Exception {
    if (epochs != null && epochs < 1) {
      throw wrongUsage("--epochs takes a whole number from 1 on.");
    }
    needFile(file);
    var counting = timbre.fileCounting();
    var target =
        counting
            .target(model)
            .orElseThrow(
                () ->
                    wrongUsage(
                        "Timbre knows no model called %s, and no file or folder lies there."
                            .formatted(model)));
    var passes = epochs == null ? OptionalInt.empty() : OptionalInt.of(epochs);
    timbre.catalogueProblem().ifPresent(problem -> output.remark(problem.getMessage()));
    var report = counting.count(file, target, passes);
    tell(report, target, output);
    target.price().ifPresent(price -> tellPrice(price, output));
    return brokenLines(report, output);
  }

  private static void tell(FileCounting.Report report, FileCounting.Target target, Output output) {
    var estimate = report.estimate();
    output.object(
        new JsonFields()
            .with("model", estimate.model())
            .with("counter", report.counter())
            .with("examples", estimate.examples())
            .with("tokens", estimate.tokens())
            .with("assistant_tokens", estimate.assistantTokens())
            .with("billed_tokens_per_epoch", estimate.billedTokensPerEpoch())
            .with("epochs", estimate.epochs())
            .with("billed_tokens", estimate.billedTokens())
            .with("cost_usd", estimate.costUsd())
            .with("over_limit", estimate.overLimit())
            .with("broken_lines", report.refusedLines()));
    output.say("%s, counted in %s".formatted(estimate.model(), report.counter()));
    var columns =
        new Columns(Side.LEFT, Side.RIGHT)
            .row("Conversations", Numbers.whole(estimate.examples()))
            .row("Tokens", Numbers.whole(estimate.tokens()))
            .row("  of the answers", Numbers.whole(estimate.assistantTokens()))
            .row("  shortest, median, longest", spread(report))
            .row("Cut at the model's limit", Numbers.whole(estimate.overLimit()))
            .row("Billed tokens an epoch", Numbers.whole(estimate.billedTokensPerEpoch()))
            .row("Epochs", Numbers.whole(estimate.epochs()))
            .row("Billed tokens", Numbers.whole(estimate.billedTokens()))
            .row("Cost", cost(report, target));
    columns.lines().forEach(output::say);
  }

  private static String cost(FileCounting.Report report, FileCounting.Target target) {
    if (target.isLocal()) {
      return "none on this computer";
    }
    var cost = report.estimate().costUsd();
    return cost.isPresent() ? "about " + Numbers.dollars(cost.getAsDouble()) : "not known";
  }

  private static String spread(FileCounting.Report report) {
    var tokens = report.tokens();
    return "%s, %s, %s"
        .formatted(
            Numbers.whole(tokens.min()),
            Numbers.tenths(tokens.median()),
            Numbers.whole(tokens.max()));
  }

  private static void tellPrice(CatalogueEntry price, Output output) {
    output.say("");
    output.say("%s: %s".formatted(price.provider(), price.status()));
    price.lastNewJobDate().ifPresent(day -> output.say("Last day for a new job: " + day));
    price.shutdownDate().ifPresent(day -> output.say("The model answers until: " + day));
    output.say("Read on %s: %s".formatted(price.asOf(), price.source()));
  }

  private static int brokenLines(FileCounting.Report report, Output output) {
    var named = report.refused().stream().limit(NAMED_LINES).toList();
    for (var refusal : named) {
      output.remark(refusal.sentence());
    }
    long unnamed = report.refusedLines() - named.size();
    if (unnamed > 0) {
      output.remark("And %s lines more.".formatted(Numbers.whole(unnamed)));
    }
    if (report.estimate().examples() == 0 && report.refusedLines() == 0) {
      output.remark("There is no conversation in this file.");
      return TimbreCommandLine.FAILED;
    }
    return report.refusedLines() == 0 ? 0 : TimbreCommandLine.FAILED;
  }
}
