package studio.timbre.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.timbre.app.FileCheck.Found;
import studio.timbre.app.FileCheck.Report;
import studio.timbre.app.FileCheck.Target;
import studio.timbre.app.Mending.Passed;
import studio.timbre.app.ProjectSession;
import studio.timbre.app.Timbre;
import studio.timbre.model.Problem.Severity;
import studio.timbre.model.Provider;
import studio.timbre.model.UserFacingException;

/** {@code timbre check}: what is amiss in the data, and what would stop the training that it is for. */
@Command(
    name = "check",
    description = {
      "Looks for what is amiss in a training file or a project: how conversations are built, twins and contradictions, leftovers,"
          + " languages, personal data. Nothing is sent anywhere."
    },
    footer = {
      "",
      "With --target an error is what stops that provider; without, what has to be mended in any case. It ends with 1 where there is"
          + " an error."
    })
final class CheckCommand extends TimbreCommand {
  private static final int NAMED = 8;

  @Parameters(
      paramLabel = "FILE",
      description = "A training file in any shape that is imported, or a .timbre project.")
  private Path file;

  @Option(
      names = "--target",
      paramLabel = "PROVIDER:MODEL",
      description =
          "What it is for, as openai:gpt-4.1-mini-2025-04-14. Providers: openai, azure, nebius, crusoe, together, fireworks,"
              + " compatible. For training on this computer local, or local:MODEL with a model of the library.")
  private @Nullable String target;

  @Mixin private final PassOptions passing = new PassOptions();

  CheckCommand(Session session) {
    super(session);
  }

  @Override
  int run(Timbre timbre, Output output) throws UserFacingException {
    needFile(file);
    var wanted = Optional.ofNullable(target).map(this::target);
    var check = timbre.fileCheck();
    wanted
        .filter(one -> !check.isKnown(one))
        .ifPresent(
            one ->
                output.remark(
                    "Timbre has no limits of %s at this provider, so its length in tokens is not checked."
                        .formatted(one.model())));
    var looked = look(timbre, wanted, output);
    var report = looked.report();
    tell(looked, output);
    return report.ready() ? 0 : TimbreCommandLine.FAILED;
  }

  /** @param passed what was let pass in a project */
  private record Looked(Report report, List<Passed> passed) {}

  private Looked look(Timbre timbre, Optional<Target> wanted, Output output)
      throws UserFacingException {
    if (!String.valueOf(file.getFileName()).endsWith(ProjectSession.ENDING)) {
      if (passing.isAsked()) {
        throw wrongUsage("Findings are let pass in a project; of a file nothing is kept.");
      }
      return new Looked(timbre.fileCheck().look(file, wanted), List.of());
    }
    try (var project = timbre.openAlone(file)) {
      passing.apply(project, output, this::wrongUsage);
      return new Looked(timbre.fileCheck().look(project, wanted), project.mending().passed());
    }
  }

  private Target target(String typed) {
    int colon = typed.indexOf(':');
    String place = colon < 0 ? typed : typed.substring(0, colon);
    if (place.equalsIgnoreCase("local")) {
      return Target.local(colon < 0 ? "" : typed.substring(colon + 1));
    }
    if (colon > 0 && colon < typed.length() - 1) {
      String name = typed.substring(0, colon).toUpperCase(Locale.ROOT);
      for (var provider : Provider.values()) {
        if (provider.name().equals(name)) {
          return new Target(provider, typed.substring(colon + 1));
        }
      }
    }
    throw wrongUsage(
        "--target takes a provider and a model, as openai:gpt-4.1-mini-2025-04-14; there is no \"%s\"."
            .formatted(typed));
  }

  private void tell(Looked looked, Output output) {
    var report = looked.report();
    var fields =
        new JsonFields()
            .with("conversations", report.conversations())
            .with("ready", report.ready())
            .with("problems", report.problems().stream().map(CheckCommand::fields).toList());
    if (!looked.passed().isEmpty()) {
      fields.with("passed", looked.passed().stream().map(CheckCommand::fields).toList());
    }
    output.object(fields);
    output.say(
        "%s: %s, %s"
            .formatted(
                file,
                Numbers.conversations(report.conversations()),
                report.ready() ? "nothing stops it" : "not ready"));
    kinds(report.problems()).values().forEach(same -> output.say("  " + words(same)));
    looked.passed().forEach(passed -> output.say("  " + words(passed)));
  }

  private static JsonFields fields(Passed passed) {
    return new JsonFields()
        .with("rule", passed.kind())
        .with("conversations", passed.conversations())
        .with("reason", passed.reason())
        .with("who", passed.who())
        .with("time", passed.when().toString());
  }

  private static String words(Passed passed) {
    return "let pass "
        + passed.kind()
        + ": "
        + (passed.conversations() == 1
            ? "conversation " + passed.first()
            : Numbers.conversations(passed.conversations()))
        + ", "
        + passed.reason()
        + (passed.who().isBlank() ? "" : " (" + passed.who() + ")");
  }

  private static JsonFields fields(Found found) {
    return new JsonFields()
        .with("rule", found.rule())
        .with("severity", found.severity().name().toLowerCase(Locale.ROOT))
        .with("line", found.line())
        .with("conversation", found.conversation())
        .with("message", found.message());
  }

  private static Map<String, List<Found>> kinds(List<Found> problems) {
    var kinds = new LinkedHashMap<String, List<Found>>();
    problems.forEach(
        found -> kinds.computeIfAbsent(found.rule(), _ -> new ArrayList<>()).add(found));
    return kinds;
  }

  private static String words(List<Found> same) {
    var first = same.getFirst();
    boolean lines = first.line().isPresent();
    var places =
        same.stream()
            .map(found -> lines ? found.line() : found.conversation())
            .filter(java.util.OptionalLong::isPresent)
            .map(place -> String.valueOf(place.getAsLong()))
            .toList();
    String named = String.join(", ", places.stream().limit(NAMED).toList());
    String more =
        places.size() > NAMED ? " and " + Numbers.whole(places.size() - NAMED) + " more" : "";
    String where =
        places.isEmpty() ? "" : " (" + (lines ? "line " : "conversation ") + named + more + ")";
    return (first.severity() == Severity.ERROR ? "error    " : "warning  ")
        + first.rule()
        + ": "
        + first.message()
        + where;
  }
}
