package studio.timbre.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.timbre.app.PackEntry;
import studio.timbre.app.ReturnedPack;
import studio.timbre.app.Timbre;
import studio.timbre.model.UserFacingException;
import studio.timbre.model.merge.Choice;
import studio.timbre.model.merge.Difference;
import studio.timbre.model.merge.Value;

/** {@code timbre merge}: brings a review pack back. */
@Command(
    name = "merge",
    description = {
      "Brings a review pack back into its project: what one side changed is taken, as one step of undo. Where both changed the same"
          + " thing in different ways, nothing happens until it is said whose stays."
    },
    footer = {
      "",
      "It ends with 0 when the pack is merged, with 1 when clashes are open or the merge failed."
    })
final class MergeCommand extends TimbreCommand {
  private static final int SHOWN = 60;

  @Parameters(index = "0", paramLabel = "PROJECT", description = "The project it was made of.")
  private Path file;

  @Parameters(index = "1", paramLabel = "PACK", description = "The pack that came back.")
  private Path pack;

  @ArgGroup private final Side side = new Side();

  /** Whose stays where both changed something. */
  static final class Side {
    @Option(names = "--ours", description = "Where both changed something, ours stays.")
    private boolean ours;

    @Option(names = "--theirs", description = "Where both changed something, theirs is taken.")
    private boolean theirs;
  }

  MergeCommand(Session session) {
    super(session);
  }

  @Override
  int run(Timbre timbre, Output output) throws UserFacingException {
    try (var project = timbre.open(file);
        var returned =
            project.packs().bringBack(pack, output.progress("Comparing conversations"))) {
      if (side.ours || side.theirs) {
        returned.chooseAll(side.ours ? Choice.OURS : Choice.THEIRS);
      }
      return returned.open() > 0 ? refuse(returned, output) : merge(returned, output);
    }
  }

  private static int merge(ReturnedPack returned, Output output) throws UserFacingException {
    long theirs = returned.changedByThem();
    long ours = returned.changedByUs();
    int clashes = returned.clashes();
    returned.apply(output.progress("Merging"));
    output.object(fields(theirs, ours, clashes).with("merged", true).with("open", List.of()));
    output.say(
        "Merged: they changed %s conversations, we changed %s, %s clashes were settled"
            .formatted(Numbers.whole(theirs), Numbers.whole(ours), Numbers.whole(clashes)));
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
        fields(returned.changedByThem(), returned.changedByUs(), returned.clashes())
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
          .with("cell", clash.cell().part().name().toLowerCase(java.util.Locale.ROOT))
          .with("message", clash.cell().message() < 0 ? null : clash.cell().message())
          .with("key", clash.cell().key().isEmpty() ? null : clash.cell().key())
          .with("base", text(clash.base()))
          .with("ours", text(clash.ours()))
          .with("theirs", text(clash.theirs()));
    }

    String line() {
      int from = from();
      String place =
          clash.cell().message() < 0 ? "" : " of message " + (clash.cell().message() + 1);
      return "%s, %s%s: ours \"%s\", theirs \"%s\""
          .formatted(
              entry.ours().isPresent()
                  ? "Conversation " + entry.ours().getAsLong()
                  : "All conversations",
              clash.cell().part().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
              place,
              brief(clash.ours(), from),
              brief(clash.theirs(), from));
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
