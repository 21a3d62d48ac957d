package studio.timbre.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
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
      "A project keeps its topics: --anew finds them again, and those that are nearly the same keep the names that were given."
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

  TopicsCommand(Session session) {
    super(session);
  }

  @Override
  int run(Timbre timbre, Output output) throws UserFacingException {
    needFile(file);
    boolean isProject = String.valueOf(file.getFileName()).endsWith(ProjectSession.ENDING);
    if (!isProject && (anew || !names.isEmpty())) {
      throw wrongUsage("--anew and --rename are for a project; of a file nothing is kept.");
    }
    if (!isProject) {
      tell(timbre.fileTopics().of(file), output);
      return 0;
    }
    try (var project = timbre.openAlone(file)) {
      project.topics().finish(anew, Progress.NONE);
      names.forEach((name, given) -> rename(project, name, given));
      tell(timbre.fileTopics().of(project), output);
    }
    return 0;
  }

  private void rename(ProjectSession project, String name, String given) {
    var topic =
        project
            .topics()
            .find(name)
            .orElseThrow(() -> wrongUsage("There is no topic called %s.".formatted(name)));
    if (!project.topics().rename(topic.id(), given)) {
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
