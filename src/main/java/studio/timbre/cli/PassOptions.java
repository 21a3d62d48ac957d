package studio.timbre.cli;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import studio.timbre.app.Mending;
import studio.timbre.app.ProjectSession;
import studio.timbre.model.NumberSet;
import studio.timbre.model.Problem;
import studio.timbre.model.Progress;

/** What is let pass in a project with a reason, and found again. */
final class PassOptions {
  @Option(
      names = "--pass",
      paramLabel = "RULE",
      description =
          "Let this finding pass in the project, with --reason, as long as the texts stay as they are; with filters in those that"
              + " match.")
  private @Nullable String pass;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why it may stay.")
  private @Nullable String reason;

  @Option(
      names = "--find-again",
      paramLabel = "RULE",
      description = "Find again what was let pass; with filters in those that match.")
  private @Nullable String findAgain;

  @Mixin private final FilterOptions filter = new FilterOptions();

  boolean isAsked() {
    return pass != null || reason != null || findAgain != null || !filter.isEmpty();
  }

  /** Does what is asked for, and says what came of it. */
  void apply(ProjectSession project, Output output, Function<String, ParameterException> wrong) {
    if (pass == null && findAgain == null) {
      if (reason != null || !filter.isEmpty()) {
        throw wrong.apply("A reason and filters go with --pass or --find-again.");
      }
      return;
    }
    if (pass != null && (reason == null || reason.isBlank())) {
      throw wrong.apply("--pass needs a reason, as --reason \"a made-up name\".");
    }
    if (findAgain != null) {
      int found = project.mending().findAgain(findAgain, project.ids(filter.query(project, wrong)));
      output.say("%s found again: %s".formatted(Numbers.whole(found), findAgain));
    }
    if (pass != null && reason != null) {
      letPass(project, pass, reason.strip(), output, wrong);
    }
  }

  private void letPass(
      ProjectSession project,
      String rule,
      String why,
      Output output,
      Function<String, ParameterException> wrong) {
    project.topics().finish(false, Progress.NONE);
    var found =
        project.problems().stream()
            .filter(problem -> problem.kind().equals(rule))
            .map(Problem::conversations)
            .flatMap(List::stream)
            .mapToLong(Long::longValue)
            .toArray();
    if (found.length == 0) {
      throw wrong.apply("Nothing of the rule %s was found.".formatted(rule));
    }
    var matching = NumberSet.of(project.ids(filter.query(project, wrong)));
    long[] ids = Arrays.stream(found).filter(matching::contains).toArray();
    var passed =
        project.mending().letPass(rule, why, Progress.NONE, ids).map(Mending.Passed::conversations);
    output.say("%s let pass: %s".formatted(Numbers.whole(passed.orElse(0L)), rule));
  }
}
