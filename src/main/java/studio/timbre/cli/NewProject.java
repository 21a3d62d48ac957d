package studio.timbre.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import studio.timbre.app.ProjectSession;
import studio.timbre.app.Timbre;
import studio.timbre.model.ConversationQuery;

/**
 * A project that a command names and that is not there. It is made, and that is said with the projects beside it, since the name may be
 * misspelled; where nothing comes into it, nothing of it stays.
 */
record NewProject(Path file) {

  /** What is done with it. */
  interface Use {
    int run(ProjectSession project, Output output) throws Exception;
  }

  /** @param wrongUsage for a place where no project can be meant to be */
  int run(
      Timbre timbre,
      Output output,
      Use use,
      Function<String, ? extends RuntimeException> wrongUsage)
      throws Exception {
    String name = String.valueOf(file.getFileName());
    if (!name.toLowerCase(Locale.ROOT).endsWith(ProjectSession.ENDING)) {
      throw wrongUsage.apply(
          "There is no file %s. A new project needs a name that ends with %s."
              .formatted(file, ProjectSession.ENDING));
    }
    var folder = file.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder)) {
      throw wrongUsage.apply("There is no folder %s.".formatted(folder));
    }
    var others = others(folder);
    boolean filled = false;
    try (var project = timbre.createAlone(file)) {
      int code = use.run(project, output);
      filled = project.totals(ConversationQuery.ALL).conversations() > 0;
      if (filled) {
        tell(others, output);
      }
      return code;
    } finally {
      if (!filled) {
        Files.deleteIfExists(file);
      }
    }
  }

  private void tell(List<String> others, Output output) {
    output.remark(
        "There was no project %s, so it was made.%s"
            .formatted(
                file,
                others.isEmpty()
                    ? ""
                    : (others.size() == 1 ? " Beside it lies " : " Beside it lie ")
                        + String.join(", ", others)
                        + ": nothing was added there."));
  }

  private static List<String> others(Path folder) {
    try (var files = Files.list(folder)) {
      return files
          .map(found -> String.valueOf(found.getFileName()))
          .filter(found -> found.endsWith(ProjectSession.ENDING))
          .sorted()
          .limit(5)
          .collect(Collectors.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
