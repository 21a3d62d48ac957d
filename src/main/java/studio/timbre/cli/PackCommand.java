package studio.timbre.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.timbre.app.ProjectSession;
import studio.timbre.app.Timbre;
import studio.timbre.model.ConversationFilter;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.model.UserFacingException;

/** {@code timbre pack}: a part of a project as a file for a colleague. */
@Command(
    name = "pack",
    description = {
      "Writes some conversations of a project into a review pack: a project file that a colleague opens and works in. What comes back"
          + " is merged with \"timbre merge\"."
    })
final class PackCommand extends TimbreCommand {
  @Parameters(index = "0", paramLabel = "PROJECT", description = "The project, as voice.timbre.")
  private Path file;

  @Parameters(index = "1", paramLabel = "OUT", description = "The pack to write.")
  private Path out;

  @Option(names = "--for", paramLabel = "NAME", defaultValue = "", description = "Whom it is for.")
  private String recipient;

  @Option(names = "--all", description = "Every conversation.")
  private boolean all;

  @Option(
      names = "--ids",
      split = ",",
      paramLabel = "N",
      description = "Conversations by number, separated by commas.")
  private long @Nullable [] ids;

  @Option(
      names = "--search",
      paramLabel = "WORDS",
      description = "Conversations in which these words occur.")
  private @Nullable String search;

  @Option(
      names = "--status",
      split = ",",
      paramLabel = "STATUS",
      description = "Those of this status: ${COMPLETION-CANDIDATES}.")
  private @Nullable Set<Status> statuses;

  @Option(
      names = "--split",
      split = ",",
      paramLabel = "USE",
      description = "Those for this: ${COMPLETION-CANDIDATES}.")
  private @Nullable Set<Split> splits;

  @Option(names = "--tag", paramLabel = "TAG", description = "Those with one of these tags.")
  private @Nullable Set<String> tags;

  @Option(
      names = "--assignee",
      paramLabel = "NAME",
      description = "Those that wait for one of these people.")
  private @Nullable Set<String> assignees;

  PackCommand(Session session) {
    super(session);
  }

  @Override
  int run(Timbre timbre, Output output) throws UserFacingException {
    var filter = filter();
    if (ids == null && filter.isAll() != all) {
      throw wrongUsage("Say which conversations: --ids, a filter as --status, or else --all.");
    }
    if (ids != null && (all || !filter.isAll())) {
      throw wrongUsage("Give either --ids, or a filter, or --all.");
    }
    if (Files.exists(out)) {
      throw wrongUsage("There is already a file " + out + ".");
    }
    try (var project = timbre.open(file)) {
      long[] chosen = ids == null ? project.ids(ConversationQuery.of(filter)) : ids;
      return write(project, chosen, output);
    }
  }

  private int write(ProjectSession project, long[] chosen, Output output)
      throws UserFacingException {
    long written =
        project.packs().make(chosen, recipient, out, output.progress("Packing conversations"));
    output.object(
        new JsonFields()
            .with("pack", out.toString())
            .with("conversations", written)
            .with("recipient", recipient));
    output.say("%s packed into %s".formatted(Numbers.conversations(written), out.toAbsolutePath()));
    return 0;
  }

  private ConversationFilter filter() {
    return ConversationFilter.ALL
        .withSearch(Optional.ofNullable(search).orElse(""))
        .withStatuses(Optional.ofNullable(statuses).orElse(Set.of()))
        .withSplits(Optional.ofNullable(splits).orElse(Set.of()))
        .withTags(Optional.ofNullable(tags).orElse(Set.of()))
        .withAssignees(Optional.ofNullable(assignees).orElse(Set.of()));
  }
}
