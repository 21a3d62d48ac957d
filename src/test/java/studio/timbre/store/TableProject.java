package studio.timbre.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import studio.timbre.model.Curated;
import studio.timbre.model.Place;
import studio.timbre.model.Review;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.model.TokenCount;
import studio.timbre.store.TokenCounts.Counted;

/**
 * A project of very many conversations, as a team would have it: of every status, some rated, tagged and assigned, all counted. Made
 * by the acts that the program makes projects with; only the tokens are guessed from the letters and the
 * languages are not looked at, for that says nothing about the table.
 */
public final class TableProject {
  private static final int ACT = 50_000;
  private static final int COUNTS = 5_000;
  private static final int TEXTS = 5_000;
  private static final int PAGES = 4_000;
  private static final List<String> PEOPLE = List.of("Ana", "Budi", "Carla", "Dewi", "Edu");

  private TableProject() {}

  /**
   * The project of so many rows; made where it is not there yet.
   *
   * @param counter by which its tokens are counted
   */
  public static Path of(int rows, String counter, Path folder) throws Exception {
    var file = folder.resolve("table-" + rows + ".timbre");
    if (!Files.exists(file)) {
      Files.createDirectories(folder);
      var part = folder.resolve("table-" + rows + ".part");
      Files.deleteIfExists(part);
      long begin = System.nanoTime();
      make(part, rows, counter);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      System.getLogger(TableProject.class.getName())
          .log(
              System.Logger.Level.INFO,
              "{0} conversations made in {1} s",
              rows,
              (System.nanoTime() - begin) / 1_000_000_000);
    }
    return file;
  }

  /** One of as many spoken conversations, all of them drafts and one in ten held out; else the same. */
  public static Path spoken(int rows, String counter, Path folder) throws Exception {
    var file = folder.resolve("spoken-" + rows + ".timbre");
    if (!Files.exists(file)) {
      Files.createDirectories(folder);
      var part = folder.resolve("spoken-" + rows + ".part");
      Files.deleteIfExists(part);
      var random = new Random(4);
      var talks = new SpokenTalks(7);
      make(
          part,
          rows,
          counter,
          () ->
              Curated.draft(
                  talks.next(), random.nextInt(10) == 0 ? Split.HELD_OUT : Split.TRAINING));
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return file;
  }

  private static void make(Path file, int rows, String counter) throws Exception {
    var talks = new GeneratedTalks(rows);
    var random = new Random(4);
    make(file, rows, counter, () -> curated(talks, random));
  }

  private static void make(Path file, int rows, String counter, Supplier<Curated> talks)
      throws Exception {
    try (var project = ProjectFile.create(file)) {
      for (int done = 0; done < rows; done += ACT) {
        int size = Math.min(ACT, rows - done);
        project
            .edits("Ana")
            .write(
                "import",
                pen -> {
                  for (int i = 0; i < size; i++) {
                    pen.add(talks.get(), Place.end());
                  }
                  return size;
                });
      }
      count(project.tokenCounts(), counter);
      project
          .database()
          .write(
              connection ->
                  Sql.update(connection, "UPDATE conversation_trait SET language = 'en'"));
      while (project.database().quietly(Upkeep::takeIn, TEXTS) > 0) {
        project.database().checkpoint();
      }
      while (project.database().quietly(Upkeep::merge, PAGES) > 0) {
        project.database().checkpoint();
      }
      project.database().checkpoint();
    }
  }

  private static Curated curated(GeneratedTalks talks, Random random) {
    var review =
        new Review(
            random.nextInt(3) == 0 ? 1 + random.nextInt(5) : 0,
            random.nextInt(10) == 0
                ? new java.util.TreeSet<>(List.of("tag" + random.nextInt(20)))
                : new java.util.TreeSet<>(),
            "",
            random.nextInt(4) == 0 ? PEOPLE.get(random.nextInt(PEOPLE.size())) : "");
    return new Curated(
        Status.values()[random.nextInt(4)],
        random.nextInt(10) == 0 ? Split.HELD_OUT : Split.TRAINING,
        talks.next(),
        review);
  }

  private static void count(TokenCounts counts, String counter) {
    var batch = counts.uncounted(counter, 0, COUNTS);
    while (!batch.isEmpty()) {
      counts.put(
          counter,
          batch.stream()
              .map(
                  uncounted -> {
                    int letters =
                        uncounted.conversation().messages().stream()
                            .mapToInt(message -> message.text().length())
                            .sum();
                    return new Counted(
                        uncounted, new TokenCount(letters / 3, letters / 4, List.of()));
                  })
              .toList());
      batch = counts.uncounted(counter, batch.getLast().id(), COUNTS);
    }
  }

  /** Arguments: rows, the name of the way of counting, the folder. */
  public static void main(String[] arguments) throws Exception {
    of(Integer.parseInt(arguments[0]), arguments[1], Path.of(arguments[2]));
  }
}
