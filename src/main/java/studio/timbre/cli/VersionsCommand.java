package studio.timbre.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import studio.timbre.app.ProjectSession;
import studio.timbre.app.Timbre;
import studio.timbre.cli.Columns.Side;
import studio.timbre.model.Comparison;
import studio.timbre.model.Version;

/** {@code timbre versions}: named states of a project. */
@Command(
    name = "versions",
    description = "Lists, names and compares states of a project, and goes back to one.",
    footer = {"", "VERSION is a name, or a number from the list; now stands for the present."})
final class VersionsCommand extends TimbreCommand {

  VersionsCommand(Session session) {
    super(session);
  }

  @Override
  int run(Timbre timbre, Output output) {
    throw wrongUsage("Say what to do: list, name, compare or back.");
  }

  /** The state that a person means. */
  private static long state(ProjectSession project, String wanted, TimbreCommand command) {
    if (wanted.equalsIgnoreCase("now")) {
      return project.versions().now();
    }
    return find(project.versions().list(), wanted, command).entry();
  }

  /** A name goes before a number; of several with one name the newest is meant. */
  private static Version find(List<Version> versions, String wanted, TimbreCommand command) {
    return versions.stream()
        .filter(version -> version.name().equals(wanted))
        .findFirst()
        .or(
            () ->
                versions.stream()
                    .filter(version -> Long.toString(version.id()).equals(wanted))
                    .findFirst())
        .orElseThrow(() -> command.wrongUsage("There is no version called " + wanted + "."));
  }

  /** {@code timbre versions list}. */
  @Command(name = "list", description = "Lists the versions of a project, the newest first.")
  static final class Listing extends ProjectCommand {
    Listing(Session session) {
      super(session);
    }

    @Override
    int run(ProjectSession project, Output output) {
      var all = project.versions().list();
      output.object(
          new JsonFields().with("versions", all.stream().map(VersionsCommand::fields).toList()));
      if (all.isEmpty()) {
        output.say("No state has a name yet. One is given with: timbre versions name");
        return 0;
      }
      var columns =
          new Columns(Side.RIGHT, Side.LEFT, Side.LEFT, Side.LEFT, Side.RIGHT)
              .row("Number", "Name", "By", "When", "Conversations");
      all.forEach(
          version ->
              columns.row(
                  Long.toString(version.id()),
                  version.name(),
                  version.who(),
                  version.time().toString(),
                  Numbers.whole(version.conversations())));
      columns.lines().forEach(output::say);
      return 0;
    }
  }

  private static JsonFields fields(Version version) {
    return new JsonFields()
        .with("version", version.id())
        .with("name", version.name())
        .with("who", version.who())
        .with("time", version.time())
        .with("conversations", version.conversations());
  }

  /** {@code timbre versions name}. */
  @Command(name = "name", description = "Gives the present state of a project a name.")
  static final class Naming extends ProjectCommand {
    @Parameters(index = "1", paramLabel = "NAME", description = "The name.")
    private String name;

    Naming(Session session) {
      super(session);
    }

    @Override
    int run(ProjectSession project, Output output) {
      if (name.isBlank()) {
        throw wrongUsage("The name is empty.");
      }
      var version = project.versions().name(name);
      output.object(fields(version));
      output.say("Version %d: %s".formatted(version.id(), version.name()));
      return 0;
    }
  }

  /** {@code timbre versions compare}. */
  @Command(name = "compare", description = "Tells what lies between two states of a project.")
  static final class Comparing extends ProjectCommand {
    @Parameters(index = "1", paramLabel = "VERSION", description = "The one state.")
    private String from;

    @Parameters(
        index = "2",
        arity = "0..1",
        paramLabel = "VERSION",
        description = "The other state; without it the present.")
    private @Nullable String to;

    Comparing(Session session) {
      super(session);
    }

    @Override
    int run(ProjectSession project, Output output) {
      long first = state(project, from, this);
      long second = state(project, to == null ? "now" : to, this);
      Comparison between = project.versions().compare(first, second);
      output.object(
          new JsonFields()
              .with("added", list(between.added()))
              .with("removed", list(between.removed()))
              .with("changed", list(between.changed()))
              .with("moved", list(between.moved())));
      output.say(
          "%s added, %s removed, %s changed, %s moved"
              .formatted(
                  Numbers.whole(between.added().length),
                  Numbers.whole(between.removed().length),
                  Numbers.whole(between.changed().length),
                  Numbers.whole(between.moved().length)));
      for (long id : between.changed()) {
        output.say("");
        output.say("Conversation " + id);
        DiffLines.of(project.versions().diff(id, first, second)).forEach(output::say);
      }
      return 0;
    }

    private static List<Long> list(long... ids) {
      return java.util.Arrays.stream(ids).boxed().toList();
    }
  }

  /** {@code timbre versions back}. */
  @Command(
      name = "back",
      description = "Brings all conversations of a project to a state again; it can be undone.")
  static final class Back extends ProjectCommand {
    @Parameters(index = "1", paramLabel = "VERSION", description = "The state.")
    private String wanted;

    Back(Session session) {
      super(session);
    }

    @Override
    int run(ProjectSession project, Output output) {
      int count = project.versions().goBack(state(project, wanted, this));
      output.object(new JsonFields().with("changed", count));
      output.say(Numbers.conversations(count) + " changed");
      return 0;
    }
  }
}
