package studio.timbre.store;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.IntStream;
import studio.timbre.model.Conversation;
import studio.timbre.model.Split;
import studio.timbre.model.Status;

/** Imports in a process of its own until it is killed, and says how many it has read. */
final class KilledImport {
  static final int MANY = 40_000;

  private KilledImport() {}

  /** Argument: the project file. */
  public static void main(String[] arguments) throws Exception {
    try (var project = ProjectFile.open(Path.of(arguments[0]))) {
      project.edits("Ana").addAll(talks(), Split.TRAINING, Status.DRAFT);
      say(MANY + 1);
      Thread.sleep(60_000);
    }
  }

  /** In no order of their questions; says every five thousand. */
  private static Iterator<Conversation> talks() {
    return IntStream.rangeClosed(1, MANY)
        .mapToObj(
            i -> {
              if (i % 5_000 == 0) {
                say(i);
              }
              return Talk.of("Question " + (i * 7919L % 30_011), "Answer " + i);
            })
        .iterator();
  }

  private static void say(int number) {
    System.out.println(number);
    System.out.flush();
  }
}
