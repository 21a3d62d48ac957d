package studio.timbre.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Curated;
import studio.timbre.model.Progress;
import studio.timbre.model.Split;
import studio.timbre.model.Status;

/** A project that is to be closed waits for nobody who reads for the screen, and for everybody who writes. */
@Timeout(60)
class BreakingOffTest {
  /** Never ends by itself. */
  private static final String ENDLESS =
      "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n";

  @TempDir Path folder;
  private ProjectFile project;

  @BeforeEach
  void create() throws Exception {
    project = ProjectFile.create(folder.resolve("voice.timbre"));
  }

  @AfterEach
  void close() {
    project.close();
  }

  @Test
  void whatIsReadForTheScreenEndsInTheMidstOfIt() {
    var begun = new CountDownLatch(1);
    var reading =
        CompletableFuture.supplyAsync(
            () ->
                project
                    .database()
                    .readWhileOpen(
                        connection -> {
                          begun.countDown();
                          return Sql.number(connection, ENDLESS);
                        }));
    assertThatThrownBy(
            () -> {
              begun.await();
              project.breakOff();
              reading.get();
            })
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(CancellationException.class);
  }

  @Test
  void nothingOfTheKindIsBegunAnyMoreAndEverythingElseIs() {
    var edits = project.edits("Ana");
    edits.addAll(List.of(Talk.of("Where?", "Here.")).iterator(), Split.TRAINING, Status.DRAFT);
    project.breakOff();
    var conversations = project.conversations();
    assertThatThrownBy(() -> conversations.ids(ConversationQuery.ALL, ""))
        .isInstanceOf(CancellationException.class);
    assertThatThrownBy(() -> conversations.first(ConversationQuery.ALL, "", 5, Progress.NONE))
        .isInstanceOf(CancellationException.class);
    edits.setStatus(Status.APPROVED, 1);
    var written = new AtomicInteger();
    conversations.each(
        ConversationQuery.ALL,
        "",
        row -> {
          assertThat(row.status()).isEqualTo(Status.APPROVED);
          written.incrementAndGet();
        });
    assertThat(written).hasValue(1);
  }

  @Test
  void textsThatTheIndexHasNotTakenInWaitForTheNextTime() {
    var talks = new GeneratedTalks(40);
    project.breakOff(); // Its own upkeep would be at it too.
    project.edits("Ana").addAll(talks, Split.TRAINING, Status.DRAFT);
    var left = new AtomicInteger(7);
    int taken =
        project
            .database()
            .quietly(
                (connection, texts) ->
                    Upkeep.takeIn(connection, texts, () -> left.getAndDecrement() > 0),
                40);
    assertThat(taken).isEqualTo(7);
    assertThat(waiting()).isEqualTo(33);
    project.database().quietly(Upkeep::takeIn, 40);
    assertThat(waiting()).isZero();
  }

  private long waiting() {
    return project
        .database()
        .read(connection -> Sql.number(connection, "SELECT count(*) FROM search_pending"));
  }

  @Test
  void anImportIsAskedBeforeEachThatComesIn() {
    var questions = new AtomicInteger();
    assertThatThrownBy(
            () ->
                project
                    .edits("Ana")
                    .addAll(
                        IntStream.range(0, 500)
                            .mapToObj(
                                i -> Curated.draft(Talk.of("Where " + i, "Here"), Split.TRAINING))
                            .iterator(),
                        () -> {
                          if (questions.incrementAndGet() == 10) {
                            throw new CancellationException("enough");
                          }
                        }))
        .hasMessage("enough");
    assertThat(project.conversations().ids(ConversationQuery.ALL, "")).isEmpty();
  }
}
