package studio.timbre.store;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Curated;
import studio.timbre.model.Split;
import studio.timbre.model.Status;

/**
 * Edits a project in a process of its own until it is killed, and says after each act that it is done. The acts depend on their
 * number alone, so that any other process can tell what the project must hold after so many.
 */
final class KilledEditor {
  private KilledEditor() {}

  /** Arguments: the project file, the number of the first act. */
  public static void main(String[] arguments) throws Exception {
    try (var project = ProjectFile.open(Path.of(arguments[0]))) {
      for (int number = Integer.parseInt(arguments[1]); ; number++) {
        act(project, number);
        System.out.write((number + "\n").getBytes(StandardCharsets.US_ASCII));
        System.out.flush();
      }
    }
  }

  static void act(ProjectFile project, int number) {
    var random = new Random(number);
    var edits = project.edits("Ana");
    long[] ids = ids(project);
    int kind = random.nextInt(12);
    if (ids.length < 3 || kind < 3) {
      var after = ids.length == 0 ? Optional.<Long>empty() : Optional.of(pick(ids, random));
      edits.add(Talk.of("added " + number, "x".repeat(3000)), Split.TRAINING, after);
    } else if (kind < 5) {
      edits.replace(
          Map.of(ids[0], Talk.of("first " + number, ""), ids[1], Talk.of("second " + number, "y")));
    } else if (kind == 5) {
      edits.addAll(Talk.many(150), Split.HELD_OUT, Status.APPROVED);
    } else if (kind == 6) {
      edits.delete(java.util.Arrays.copyOfRange(ids, ids.length / 3, ids.length));
    } else if (kind == 7) {
      edits.setStatus(Status.values()[random.nextInt(4)], ids);
    } else if (kind == 8) {
      edits.write(
          "edit",
          pen -> {
            for (long id : ids) {
              pen.put(id, bulk(pen.find(id).orElseThrow(), number));
            }
            return ids;
          });
    } else if (kind < 11) {
      project.journal().undo();
    } else {
      project.journal().redo();
    }
  }

  private static Curated bulk(Curated curated, int number) {
    return curated
        .withConversation(Talk.of(curated.conversation().question() + number, "in bulk"))
        .withReview(curated.review().withTags(Set.of("act " + number)).withRating(number % 6));
  }

  private static long pick(long[] ids, Random random) {
    return ids[random.nextInt(ids.length)];
  }

  private static long[] ids(ProjectFile project) {
    return project.conversations().ids(ConversationQuery.ALL, "x");
  }

  /** Everything that a person could see of the project. */
  static List<String> dump(ProjectFile project) {
    Derived.isConsistent(project);
    var lines = new ArrayList<String>();
    project.conversations().each(ConversationQuery.ALL, "x", row -> lines.add(row.toString()));
    var found = project.conversations().ids(Talk.search("number"), "x");
    lines.add("found " + found.length + ", " + project.journal().position());
    project
        .journal()
        .history(1000)
        .forEach(entry -> lines.add(entry.kind() + entry.conversations() + entry.undone()));
    return lines;
  }
}
