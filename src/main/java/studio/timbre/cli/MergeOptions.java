package studio.timbre.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import studio.timbre.app.PackEntry;
import studio.timbre.app.ReturnedPack;
import studio.timbre.model.UserFacingException;
import studio.timbre.model.merge.Choice;
import studio.timbre.model.merge.Difference;
import studio.timbre.model.merge.Value;

/** How what came back from a colleague is brought together with what we have. */
final class MergeOptions {
  private static final int SHOWN = 60;

  @ArgGroup private final Side side = new Side();

  @Option(names = "--look", description = "Say what would change, and change nothing.")
  private boolean look;

  /** Whose stays where both changed something. */
  static final class Side {
    @Option(names = "--ours", description = "Where both changed something, ours stays.")
    private boolean ours;

    @Option(names = "--theirs", description = "Where both changed something, theirs is taken.")
    private boolean theirs;
  }

  /** Whether any of them is given. */
  boolean isAsked() {
    return look || side.ours || side.theirs;
  }

  /** Brings it together, or tells what it would change or what is to be decided first. */
  int run(ReturnedPack returned, Output output) throws UserFacingException {
    ImportWords.tell("Not taken:", returned.notes(), returned.notes().size(), output);
    if (side.ours || side.theirs) {
      returned.chooseAll(side.ours ? Choice.OURS : Choice.THEIRS);
    }
    if (look) {
      return look(returned, output);
    }
    return returned.open() > 0 ? refuse(returned, output) : merge(returned, output);
  }

  private static int look(ReturnedPack returned, Output output) {
    var changes = returned.entries().stream().map(entry -> new Change(entry, returned)).toList();
    output.object(
        fields(returned)
            .with("merged", false)
            .with("changes", changes.stream().map(Change::fields).toList()));
    changes.forEach(change -> output.say(change.line()));
    output.say(
        "They changed %s conversations; %s clashes are open. Nothing was merged yet."
            .formatted(Numbers.whole(returned.changedByThem()), Numbers.whole(returned.open())));
    return returned.open() > 0 ? TimbreCommandLine.FAILED : 0;
  }

  private static JsonFields fields(ReturnedPack returned) {
    return fields(returned.changedByThem(), returned.changedByUs(), returned.clashes());
  }

  /** What came back of one conversation. */
  private record Change(PackEntry entry, ReturnedPack returned) {
    private List<String> cells() {
      return returned.merged(entry).differences().stream()
          .filter(
              one -> one.kind() == Difference.Kind.THEIRS || one.kind() == Difference.Kind.CLASH)
          .map(one -> name(one))
          .distinct()
          .toList();
    }

    JsonFields fields() {
      return new JsonFields()
          .with("conversation", entry.ours())
          .with("kind", entry.kind().name().toLowerCase(Locale.ROOT))
          .with("cells", cells());
    }

    String line() {
      return switch (entry.kind()) {
        case ADDED -> "New conversation: " + entry.title().lines().findFirst().orElse("");
        default -> where(entry) + ": " + String.join(", ", cells());
      };
    }
  }

  private static String where(PackEntry entry) {
    return entry.ours().isPresent()
        ? "Conversation " + entry.ours().getAsLong()
        : "All conversations";
  }

  /** As {@code text of message 2}. */
  private static String name(Difference difference) {
    var cell = difference.cell();
    return cell.part().name().toLowerCase(Locale.ROOT).replace('_', ' ')
        + (cell.message() < 0 ? "" : " of message " + (cell.message() + 1));
  }

  private static int merge(ReturnedPack returned, Output output) throws UserFacingException {
    long theirs = returned.changedByThem();
    long ours = returned.changedByUs();
    int clashes = returned.clashes();
    returned.apply(output.progress("Merging"));
    output.object(fields(theirs, ours, clashes).with("merged", true).with("open", List.of()));
    output.say(
        "Merged: they changed %s, we changed %s, %s clashes were settled"
            .formatted(
                Numbers.conversations(theirs),
                Numbers.conversations(ours),
                Numbers.whole(clashes)));
    return 0;
  }

  private static JsonFields fields(long theirs, long ours, int clashes) {
    return new JsonFields()
        .with("changed_by_them", theirs)
        .with("changed_by_us", ours)
        .with("clashes", clashes);
  }

  private static int refuse(ReturnedPack returned, Output output) {
    var open =
        returned.entries().stream()
            .filter(entry -> entry.open() > 0)
            .flatMap(
                entry ->
                    returned.merged(entry).open().stream().map(clash -> new Open(entry, clash)))
            .toList();
    output.object(
        fields(returned)
            .with("merged", false)
            .with("open", open.stream().map(Open::fields).toList()));
    open.forEach(each -> output.say(each.line()));
    output.remark(
        "Open clashes: %s, so nothing was merged. Say --ours or --theirs, or settle them one by one in the window."
            .formatted(Numbers.whole(open.size())));
    return TimbreCommandLine.FAILED;
  }

  /** A clash to be told. */
  private record Open(PackEntry entry, Difference clash) {
    JsonFields fields() {
      return new JsonFields()
          .with("conversation", entry.ours())
          .with("cell", clash.cell().part().name().toLowerCase(Locale.ROOT))
          .with("message", clash.cell().message() < 0 ? null : clash.cell().message())
          .with("key", clash.cell().key().isEmpty() ? null : clash.cell().key())
          .with("base", text(clash.base()))
          .with("ours", text(clash.ours()))
          .with("theirs", text(clash.theirs()));
    }

    String line() {
      int from = from();
      return "%s, %s: ours \"%s\", theirs \"%s\""
          .formatted(
              where(entry), name(clash), brief(clash.ours(), from), brief(clash.theirs(), from));
    }

    /** Where to begin, so that what differs is among what is shown. */
    private int from() {
      String ours = text(clash.ours());
      String theirs = text(clash.theirs());
      int same = 0;
      while (same < Math.min(ours.length(), theirs.length())
          && ours.charAt(same) == theirs.charAt(same)) {
        same++;
      }
      return same < SHOWN / 2 ? 0 : same - SHOWN / 4;
    }

    private static String brief(Value value, int from) {
      String text = text(value).replace('\n', ' ');
      int to = Math.min(text.length(), from + SHOWN);
      return (from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : "");
    }

    private static String text(Value value) {
      return value.messages().isEmpty()
          ? value.text()
          : value.messages().stream()
              .map(message -> message.role().name() + ": " + message.text())
              .collect(Collectors.joining("\n"));
    }
  }
}
