package studio.timbre.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.timbre.app.CostReport;
import studio.timbre.app.CostWish;
import studio.timbre.app.ProjectBudget.Standing;
import studio.timbre.app.ProjectSession;
import studio.timbre.app.TableMappings;
import studio.timbre.app.Timbre;
import studio.timbre.model.Progress;

/** {@code timbre cost}: what training on data and using the model costs, at every provider that takes new jobs today. */
@Command(
    name = "cost",
    description = {
      "Says what training on a file or a project and using the model costs in all, one line a model that takes new jobs today,"
          + " cheapest first. Prices that are not known are said to be so, and stand last."
    },
    footer = {
      "",
      "The price in all is one training and --months of use, in US dollars. It has two ends where tokens"
          + " cannot be counted exactly, or where sources differ. Of a model that ends sooner only the"
          + " months until then are counted.",
      "It ends with 0 when all was read, with 1 when conversations were refused."
    })
final class CostCommand extends TimbreCommand {
  @Parameters(
      paramLabel = "FILE",
      description = "What an import reads, or a folder of it; or a project file of Timbre.")
  private Path file;

  @Option(
      names = "--held-out",
      paramLabel = "FILE",
      description = "Conversations to measure with, which some providers bill too.")
  private List<Path> heldOut = List.of();

  @Mixin private final MapOptions map = new MapOptions();

  @Mixin private final CostOptions options = new CostOptions();

  /** Of the project, where the data is one. */
  private Optional<Standing> budget = Optional.empty();

  CostCommand(Session session) {
    super(session);
  }

  @Override
  int run(Timbre timbre, Output output) throws Exception {
    var fault = options.fault();
    if (fault.isPresent()) {
      throw wrongUsage(fault.get());
    }
    if (!Files.exists(file)) {
      throw wrongUsage("There is no file " + file + ".");
    }
    for (var aside : heldOut) {
      if (!Files.exists(aside)) {
        throw wrongUsage("There is no file " + aside + ".");
      }
    }
    timbre.catalogueProblem().ifPresent(problem -> output.remark(problem.getMessage()));
    var misnamed = options.faultOfCustomer(timbre.catalogue());
    if (misnamed.isPresent()) {
      throw wrongUsage(misnamed.get());
    }
    var wish = options.wish(timbre.catalogue());
    var report = report(timbre, wish, output);
    var fields = CostFields.of(file, report, wish, options.exchangeRate());
    budget.ifPresent(standing -> fields.with("budget", BudgetWords.fields(standing)));
    output.object(fields);
    new CostTables(report, wish, options.exchangeRate()).lines().forEach(output::say);
    budget.ifPresent(
        standing -> {
          output.say("");
          BudgetWords.lines(standing).forEach(output::say);
        });
    return refusals(report, output);
  }

  private CostReport report(Timbre timbre, CostWish wish, Output output) throws Exception {
    if (file.toString().endsWith(ProjectSession.ENDING) && Files.isRegularFile(file)) {
      if (!heldOut.isEmpty()) {
        throw wrongUsage("A project knows what it holds out, so --held-out goes with files alone.");
      }
      try (var project = timbre.openAlone(file)) {
        budget = Optional.of(project.budget().standing());
        return timbre.costs().of(project, wish, counting(output));
      }
    }
    var mappings = map.mappings(TableMappings.GUESSED, this::wrongUsage);
    return timbre.costs().ofFiles(List.of(file), heldOut, mappings, wish, counting(output));
  }

  private Progress counting(Output output) {
    return output.isJson() ? Progress.NONE : output.progress("Counting " + file);
  }

  private static int refusals(CostReport report, Output output) {
    ImportWords.tell("Not read:", report.refused(), report.refusedLines(), output);
    if (report.conversations() == 0) {
      output.remark("There is no conversation to train on.");
      return TimbreCommandLine.FAILED;
    }
    return report.refusedLines() == 0 ? 0 : TimbreCommandLine.FAILED;
  }
}
