package studio.timbre.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.timbre.app.FileTopics;
import studio.timbre.app.ProjectSession;
import studio.timbre.app.Timbre;
import studio.timbre.model.Progress;
import studio.timbre.model.UserFacingException;

/** {@code timbre topics}: what conversations are about, and how many of each. */
@Command(
    name = "topics",
    description = {
      "Lists what the conversations of a training file or a project are about, found in the words that people use, with how many"
          + " there are of each. Nothing is sent anywhere."
    },
    footer = {
      "",
      "A project keeps its topics: --anew finds them again, and those that are nearly the same keep the names that were given,"
          + " and what was put together stays so."
    })
final class TopicsCommand extends TimbreCommand {
  @Parameters(
      paramLabel = "FILE|PROJECT",
      description = "A training file in any shape that is imported, or a .timbre project.")
  private Path file;

  @Option(names = "--anew", description = "Find the topics of the project anew.")
  private boolean anew;

  @Option(
      names = "--rename",
      paramLabel = "NAME=NEW",
      description = "Call a topic of the project by another name, which it keeps.")
  private Map<String, String> names = new LinkedHashMap<>();

  @Option(
      names = "--join",
      paramLabel = "NAME=OTHER",
      description = "Count a topic of the project under another, also where they are found anew.")
  private Map<String, String> joined = new LinkedHashMap<>();

  @Option(
      names = "--part",
      paramLabel = "NAME",
      description = "Count by itself again what was put together with this topic.")
  private List<String> parted = List.of();

  TopicsCommand(Session session) {
    super(session);
  }

  @Override
  int run(Timbre timbre, Output output) throws UserFacingException {
    needFile(file);
    boolean isProject = String.valueOf(file.getFileName()).endsWith(ProjectSession.ENDING);
    boolean changes = anew || !names.isEmpty() || !joined.isEmpty() || !parted.isEmpty();
    if (!isProject && changes) {
      throw wrongUsage(
          "--anew, --rename, --join and --part are for a project; of a file nothing is kept.");
    }
    if (!isProject) {
      tell(timbre.fileTopics().of(file), output);
      return 0;
    }
    try (var project = timbre.openAlone(file)) {
      project.topics().finish(anew, Progress.NONE);
      names.forEach((name, given) -> rename(project, name, given));
      parted.forEach(name -> part(project, name));
      joined.forEach((name, other) -> join(project, name, other));
      tell(timbre.fileTopics().of(project), output);
    }
    return 0;
  }

  private long topic(ProjectSession project, String name) {
    return project
        .topics()
        .find(name)
        .orElseThrow(() -> wrongUsage("There is no topic called %s.".formatted(name)))
        .id();
  }

  private void part(ProjectSession project, String name) {
    if (project.topics().part(topic(project, name)).isEmpty()) {
      throw wrongUsage("Nothing was put together with %s.".formatted(name));
    }
  }

  private void join(ProjectSession project, String name, String other) {
    if (project.topics().join(topic(project, name), topic(project, other)).isEmpty()) {
      throw wrongUsage("%s cannot be put together with itself.".formatted(name));
    }
  }

  private void rename(ProjectSession project, String name, String given) {
    if (!project.topics().rename(topic(project, name), given)) {
      throw wrongUsage(
          given.isBlank()
              ? "A topic needs a name."
              : "Another topic is called %s already.".formatted(given));
    }
  }

  private void tell(FileTopics.Report report, Output output) {
    output.object(
        new JsonFields()
            .with("conversations", report.conversations())
            .with("others", report.others())
            .with(
                "topics",
                report.topics().stream()
                    .map(
                        share ->
                            new JsonFields()
                                .with("name", share.name())
                                .with("conversations", share.conversations()))
                    .toList()));
    output.say(
        "%s: %s, %s topics"
            .formatted(
                file,
                Numbers.conversations(report.conversations()),
                report.topics().isEmpty() ? "no" : report.topics().size()));
    if (report.topics().isEmpty()) {
      output.remark(
          "Topics appear once about 30 conversations in one language have something in common.");
      return;
    }
    report
        .topics()
        .forEach(
            share ->
                output.say(
                    "%8s  %s".formatted(Numbers.whole(share.conversations()), share.name())));
    output.say("%8s  something else".formatted(Numbers.whole(report.others())));
  }
}
