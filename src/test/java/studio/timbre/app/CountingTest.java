package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Message;
import studio.timbre.model.Role;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.model.TokenCount;
import studio.timbre.store.ProjectFile;
import studio.timbre.tokens.ConversationCounter;

/** The background counts what has no count, and nothing else. */
class CountingTest {
  private static final int MANY = 1_100;

  @TempDir Path folder;
  private ProjectFile project;

  /** Counts characters, and how often it was asked. */
  private record Spy(String name, AtomicInteger asked) implements ConversationCounter {
    Spy(String name) {
      this(name, new AtomicInteger());
    }

    @Override
    public TokenCount count(Conversation conversation) {
      asked.incrementAndGet();
      return new TokenCount(conversation.question().length(), 1, List.of());
    }
  }

  @BeforeEach
  void open() throws Exception {
    project = ProjectFile.create(folder.resolve("counted.timbre"));
    project
        .edits("Ana")
        .addAll(
            IntStream.range(0, MANY).mapToObj(CountingTest::talk).iterator(),
            Split.TRAINING,
            Status.DRAFT);
  }

  @AfterEach
  void close() {
    project.close();
  }

  private static Conversation talk(int number) {
    return Conversation.of(
        Message.of(Role.USER, "x".repeat(number % 50)), Message.of(Role.ASSISTANT, "y"));
  }

  private long[] ids() {
    return project.conversations().ids(ConversationQuery.ALL, "");
  }

  private void awaitCounts(ConversationCounter counter) throws InterruptedException {
    while (project.conversations().totals(ConversationQuery.ALL, counter.name()).uncounted() > 0) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  @Test
  void aChangedRowCostsOnlyItself() throws Exception {
    var spy = new Spy("spy");
    try (var counting = new Counting(project, spy, () -> {})) {
      counting.start();
      awaitCounts(spy);
      assertThat(spy.asked()).hasValue(MANY);
      long expected = IntStream.range(0, MANY).map(i -> i % 50).asLongStream().sum();
      assertThat(project.conversations().totals(ConversationQuery.ALL, "spy").tokens())
          .isEqualTo(expected);

      project.edits("Ana").replace(Map.of(ids()[7], talk(49)));
      counting.changed(1);
      awaitCounts(spy);
      assertThat(spy.asked()).hasValue(MANY + 1);

      project.edits("Ana").setStatus(Status.APPROVED, ids());
      counting.changed(MANY);
      awaitCounts(spy);

      var changed = new LinkedHashMap<Long, Conversation>();
      for (long id : List.of(ids()[3], ids()[400], ids()[MANY - 1])) {
        changed.put(id, talk(10));
      }
      for (int i = 520; i < 550; i++) {
        changed.put(ids()[i], talk(11));
      }
      project.edits("Ana").replace(changed);
      counting.changed(changed.size());
      awaitCounts(spy);
    }
    assertThat(spy.asked()).hasValue(MANY + 1 + 33);
  }

  @Test
  void anotherWayOfCountingTakesOver() throws Exception {
    var first = new Spy("first");
    var second = new Spy("second");
    try (var counting = new Counting(project, first, () -> {})) {
      counting.start();
      counting.use(second);
      awaitCounts(second);
    }
    assertThat(second.asked()).hasValue(MANY);
    assertThat(first.asked().get()).isLessThanOrEqualTo(MANY);
  }

  @Test
  void aCounterThatFailsStopsNothingElse() throws Exception {
    var spy = new Spy("sound");
    ConversationCounter broken =
        new ConversationCounter() {
          @Override
          public String name() {
            return "broken";
          }

          @Override
          public TokenCount count(Conversation conversation) {
            throw new IllegalStateException("no tokenizer");
          }
        };
    try (var counting = new Counting(project, broken, () -> {})) {
      counting.start();
      counting.use(spy);
      awaitCounts(spy);
    }
    assertThat(spy.asked()).hasValue(MANY);
  }
}
