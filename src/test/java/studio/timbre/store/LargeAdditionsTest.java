package studio.timbre.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationFilter;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Curated;
import studio.timbre.model.Review;
import studio.timbre.model.Split;
import studio.timbre.model.Status;

/** Imports that are so large that the indexes are made anew at their end. */
class LargeAdditionsTest {
  private static final int MANY = 25_000;

  @TempDir Path folder;

  /** In no order of their questions, some of which are the same. */
  private static Iterator<Conversation> talks(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Talk.of("Question " + (i * 7919L % 20_011), "Answer " + i))
        .iterator();
  }

  @Test
  void everyIndexIsThereAndWholeAfterwards() throws Exception {
    try (var project = ProjectFile.create(folder.resolve("large.timbre"))) {
      var before = indexes(project);
      assertThat(before).hasSizeGreaterThan(8);
      assertThat(project.edits("Ana").addAll(talks(MANY), Split.TRAINING, Status.DRAFT))
          .isEqualTo(MANY);
      assertThat(indexes(project)).isEqualTo(before);
      assertThat(integrity(project)).isEqualTo("ok");
      var query = ConversationQuery.of(ConversationFilter.ALL);
      var ids = project.conversations().ids(query, "");
      assertThat(ids).hasSize(MANY);
      var first = project.conversations().rows("", ids[0], ids[MANY - 1]);
      assertThat(first.getFirst().conversation().answer()).isEqualTo("Answer 0");
      assertThat(first.getLast().conversation().answer()).isEqualTo("Answer " + (MANY - 1));
      var byQuestion =
          project.conversations().ids(query.sortedBy(ConversationQuery.Sort.QUESTION, false), "");
      var sorted = project.conversations().rows("", byQuestion[0], byQuestion[1], byQuestion[2]);
      assertThat(sorted)
          .extracting(row -> row.conversation().question())
          .containsExactly("Question 0", "Question 0", "Question 1");
      project.journal().undo();
      assertThat(project.conversations().ids(query, "")).isEmpty();
    }
  }

  @Test
  void whatIsGivenUpLeavesNothing() throws Exception {
    try (var project = ProjectFile.create(folder.resolve("cancelled.timbre"))) {
      var before = indexes(project);
      var all = talks(MANY);
      var given = new AtomicInteger();
      var cancelled =
          new Iterator<Conversation>() {
            @Override
            public boolean hasNext() {
              if (given.get() == MANY - 10) {
                throw new CancellationException();
              }
              return true;
            }

            @Override
            public Conversation next() {
              given.incrementAndGet();
              return all.next();
            }
          };
      assertThatThrownBy(() -> project.edits("Ana").addAll(cancelled, Split.TRAINING, Status.DRAFT))
          .isInstanceOf(CancellationException.class);
      assertThat(indexes(project)).isEqualTo(before);
      assertThat(project.journal().nextUndo()).isEmpty();
      assertThat(integrity(project)).isEqualTo("ok");
      // And the project goes on.
      assertThat(project.edits("Ana").addAll(talks(3), Split.TRAINING, Status.DRAFT)).isEqualTo(3);
    }
  }

  @Test
  void whatIsGivenUpWhileItIsSortedLeavesNothingEither() throws Exception {
    try (var project = ProjectFile.create(folder.resolve("late.timbre"))) {
      var before = indexes(project);
      var asked = new AtomicInteger();
      var arrivals =
          IntStream.range(0, MANY)
              .mapToObj(
                  i ->
                      new Curated(Status.DRAFT, Split.TRAINING, Talk.of("Q" + i, "A"), Review.NONE))
              .iterator();
      assertThatThrownBy(
              () ->
                  project
                      .edits("Ana")
                      .addAll(
                          arrivals,
                          () -> {
                            // Once for each that comes in, and then before each index.
                            if (asked.incrementAndGet() == MANY + 3) {
                              throw new CancellationException();
                            }
                          }))
          .isInstanceOf(CancellationException.class);
      assertThat(arrivals.hasNext()).isFalse();
      assertThat(indexes(project)).isEqualTo(before);
      assertThat(project.conversations().ids(ConversationQuery.ALL, "")).isEmpty();
      assertThat(integrity(project)).isEqualTo("ok");
    }
  }

  private static List<String> indexes(ProjectFile project) {
    return project
        .database()
        .read(
            connection ->
                Sql.list(
                    connection,
                    row -> row.getString(1) + " " + row.getString(2),
                    "SELECT name, sql FROM sqlite_schema WHERE type = 'index' ORDER BY name"));
  }

  private static String integrity(ProjectFile project) {
    return project
        .database()
        .read(
            connection ->
                Sql.first(connection, row -> row.getString(1), "PRAGMA integrity_check")
                    .orElseThrow());
  }
}
