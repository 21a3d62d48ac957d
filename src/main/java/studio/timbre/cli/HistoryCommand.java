package studio.timbre.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import studio.timbre.app.ProjectSession;
import studio.timbre.app.history.ConversationDiff;
import studio.timbre.model.ConversationChange;

/** {@code timbre history}: who changed a conversation, what and when. */
@Command(
    name = "history",
    description = "Tells who changed a conversation of a project, what and when, newest first.")
final class HistoryCommand extends ProjectCommand {
  private static final int MOST = 1000;

  @Parameters(index = "1", paramLabel = "ID", description = "The number of the conversation.")
  private long conversation;

  HistoryCommand(Session session) {
    super(session);
  }

  @Override
  int run(ProjectSession project, Output output) {
    var changes = project.versions().historyOf(conversation, MOST);
    if (changes.isEmpty()) {
      throw wrongUsage("There is no conversation " + conversation + " with a history.");
    }
    changes.forEach(change -> tell(change, output));
    return 0;
  }

  private static void tell(ConversationChange change, Output output) {
    var what = change.change();
    var lines = DiffLines.of(ConversationDiff.of(change.before(), change.after()));
    output.object(
        new JsonFields()
            .with("change", what.entry())
            .with("kind", what.kind())
            .with("who", what.who())
            .with("time", what.time())
            .with("conversations", what.conversations())
            .with("lines", lines));
    output.say("%s  %s  %s".formatted(what.time(), what.who(), what.kind()));
    lines.forEach(output::say);
  }
}
