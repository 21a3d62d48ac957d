package studio.timbre.cli;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import studio.timbre.app.ProjectSession;

/** {@code timbre budget}: what a project may spend at providers. */
@Command(
    name = "budget",
    description =
        "Says what a project may spend at providers and what it has spent at most, on training and on answers; sets it, or takes it away.",
    footer = {
      "",
      "A job or an answer that could exceed the budget is not begun. What a job or an answer came to is counted by the tokens that"
          + " the provider told, and at most until then."
    })
final class BudgetCommand extends ProjectCommand {
  @Option(names = "--set", paramLabel = "USD", description = "The new budget, in US dollars.")
  private @Nullable Double sum;

  @Option(names = "--none", description = "Takes the budget away.")
  private boolean none;

  BudgetCommand(Session session) {
    super(session);
  }

  @Override
  int run(ProjectSession project, Output output) {
    if (sum != null && none) {
      throw wrongUsage("--set and --none do not go together.");
    }
    if (sum != null && !(sum > 0 && Double.isFinite(sum))) {
      throw wrongUsage("--set takes an amount above 0.");
    }
    if (sum != null) {
      project.budget().set(OptionalDouble.of(sum));
    } else if (none) {
      project.budget().set(OptionalDouble.empty());
    }
    var standing = project.budget().standing();
    output.object(BudgetWords.fields(standing));
    BudgetWords.lines(standing).forEach(output::say);
    return 0;
  }
}
