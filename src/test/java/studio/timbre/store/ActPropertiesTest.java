package studio.timbre.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Curated;
import studio.timbre.model.Pen;
import studio.timbre.model.Place;
import studio.timbre.model.Review;
import studio.timbre.model.Split;
import studio.timbre.model.Status;

/** What holds for any acts, on one conversation or on more than the search index takes in at once. */
class ActPropertiesTest {
  private static final int AT_FIRST = 60;
  private static final String[] WORDS = {"order", "Você", "日本語の", "a", "milk"};

  private Path folder;

  /**
   * An act that depends on its numbers and on what is there alone.
   *
   * @param kind of {@link #strokes}
   * @param few conversations that it touches, or half of them
   */
  record Step(int kind, boolean few, long seed) {

    void act(ProjectFile project) {
      long[] ids = project.conversations().ids(ConversationQuery.ALL, "x");
      var random = new Random(seed);
      project
          .edits("Ana")
          .write(
              "edit",
              pen -> {
                int strokes = few || ids.length == 0 ? 1 + random.nextInt(3) : ids.length / 2;
                for (int i = 0; i < strokes; i++) {
                  stroke(pen, ids.length == 0 ? 1 : ids[random.nextInt(ids.length)], random);
                }
                return strokes;
              });
    }

    private void stroke(Pen pen, long id, Random random) {
      switch (kind) {
        case 0 -> pen.add(curated(random), Place.behind(id));
        case 1 -> pen.add(curated(random), random.nextBoolean() ? Place.start() : Place.end());
        case 2 -> pen.delete(id);
        case 3 -> pen.move(id, random.nextBoolean() ? Place.start() : Place.end());
        case 4 ->
            pen.find(id)
                .ifPresent(now -> pen.put(id, now.withStatus(Status.values()[random.nextInt(4)])));
        case 5 ->
            pen.find(id).ifPresent(now -> pen.put(id, now.withReview(curated(random).review())));
        case 6 -> pen.find(id).ifPresent(_ -> pen.put(id, curated(random)));
        default -> {
          // Round about, and much of it for nothing.
          pen.find(id)
              .ifPresent(
                  now -> {
                    pen.put(id, curated(random));
                    pen.put(id, random.nextBoolean() ? now : curated(random));
                  });
          long added = pen.add(curated(random), Place.behind(id));
          if (random.nextBoolean()) {
            pen.delete(added);
          }
        }
      }
    }
  }

  private static Curated curated(Random random) {
    var tags = new java.util.TreeSet<String>();
    random.ints(random.nextInt(3), 0, 5).forEach(i -> tags.add("tag" + i));
    return new Curated(
        Status.values()[random.nextInt(4)],
        Split.values()[random.nextInt(2)],
        Talk.of(
            WORDS[random.nextInt(WORDS.length)] + random.nextInt(9),
            WORDS[random.nextInt(WORDS.length)]),
        new Review(random.nextInt(6), tags, "", random.nextBoolean() ? "Budi" : ""));
  }

  @Provide
  Arbitrary<List<Step>> acts() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 7),
            Arbitraries.of(true, true, false),
            Arbitraries.longs())
        .as(Step::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(12);
  }

  @BeforeTry
  void makeFolder() throws IOException {
    folder = Files.createTempDirectory("acts");
  }

  @AfterTry
  void deleteFolder() throws IOException {
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(ActPropertiesTest::delete);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ProjectFile project(String name) {
    try {
      var project = ProjectFile.create(folder.resolve(name + ".timbre"));
      project.edits("Ana").addAll(Talk.many(AT_FIRST), Split.TRAINING, Status.DRAFT);
      project.journal().forget();
      return project;
    } catch (studio.timbre.model.UserFacingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Property(tries = 15, shrinking = ShrinkingMode.BOUNDED)
  void asManyStepsBackAsActsLeadToTheFirstState(@ForAll("acts") List<Step> acts) {
    try (var project = project("a")) {
      var states = new ArrayList<List<String>>();
      states.add(dump(project));
      for (var step : acts) {
        long before = project.journal().position();
        step.act(project);
        if (project.journal().position() != before) {
          states.add(dump(project));
        }
      }
      for (int i = states.size() - 2; i >= 0; i--) {
        assertThat(project.journal().undo()).isPresent();
        assertThat(dump(project)).isEqualTo(states.get(i));
      }
      assertThat(project.journal().undo()).isEmpty();
      for (int i = 1; i < states.size(); i++) {
        assertThat(project.journal().redo()).isPresent();
        assertThat(dump(project)).isEqualTo(states.get(i));
      }
    }
  }

  @Property(tries = 15, shrinking = ShrinkingMode.BOUNDED)
  void backAndForthIsAsIfNeverGoneBack(@ForAll("acts") List<Step> acts, @ForAll Random random) {
    try (var straight = project("straight");
        var wandering = project("wandering")) {
      for (var step : acts) {
        step.act(straight);
        step.act(wandering);
        int back = 0;
        for (int i = random.nextInt(4); i > 0 && wandering.journal().undo().isPresent(); i--) {
          back++;
        }
        for (; back > 0; back--) {
          assertThat(wandering.journal().redo()).isPresent();
        }
      }
      assertThat(dump(wandering)).isEqualTo(dump(straight));
    }
  }

  /** Every column of every conversation, its tags, what is found, and that all of it fits together. */
  private static List<String> dump(ProjectFile project) {
    Derived.isConsistent(project);
    var lines =
        new ArrayList<>(
            project
                .database()
                .read(
                    connection ->
                        Sql.list(
                            connection,
                            row -> {
                              var line = new StringBuilder();
                              for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                                line.append(row.getString(i)).append('|');
                              }
                              return line.toString();
                            },
                            """
                            SELECT c.*, hex(c.position), (SELECT group_concat(tag) FROM
                            (SELECT tag FROM conversation_tag WHERE conversation = c.id ORDER BY tag))
                            FROM conversation c ORDER BY c.position""")));
    for (String word : WORDS) {
      long[] found = project.conversations().ids(Talk.search(word), "x");
      lines.add(word + java.util.Arrays.toString(found));
    }
    return lines;
  }
}
