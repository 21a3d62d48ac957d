package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Message;
import studio.timbre.model.Problem;
import studio.timbre.model.Progress;
import studio.timbre.model.Role;
import studio.timbre.model.Split;
import studio.timbre.model.Status;

class ProjectSessionTest {
  private static final Path TOY =
      Path.of("src/test/resources/reference/toy_chat_fine_tuning.jsonl");

  @TempDir Path folder;
  private Timbre timbre;
  private ProjectSession session;

  @BeforeEach
  void create() throws Exception {
    timbre = Timbre.startIn(new TimbreFolder(folder.resolve("home")));
    session = timbre.create(folder.resolve("My voice.timbre"));
  }

  @AfterEach
  void close() {
    session.close();
    timbre.close();
  }

  private static Conversation talk(String question, String answer) {
    return Conversation.of(Message.of(Role.USER, question), Message.of(Role.ASSISTANT, answer));
  }

  private void waitForCounts() throws InterruptedException {
    var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (session.totals(ConversationQuery.ALL).uncounted() > 0) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.sleep(5);
    }
  }

  @Test
  void anEditIsCountedWhenItsVerbReturns() {
    long id = session.add(talk("Hello", "Hello"), Split.TRAINING, Optional.empty());
    // o200k: 3 + role 1 + 1, twice, and 3 for the reply.
    assertThat(session.row(id).orElseThrow().tokens()).isEqualTo(13);
    assertThat(session.row(id).orElseThrow().answerTokens()).isEqualTo(1);
    session.replace(Map.of(id, talk("Hello", "Hello Hello")));
    assertThat(session.row(id).orElseThrow().answerTokens()).isEqualTo(2);
    session.undo();
    assertThat(session.row(id).orElseThrow().answerTokens()).isEqualTo(1);
  }

  @Test
  void theToyDatasetComesToThePublishedFigures() throws Exception {
    var report = session.importJsonl(TOY, Split.TRAINING, Progress.NONE);
    assertThat(report.imported()).isEqualTo(5);
    assertThat(report.refused()).isEmpty();
    waitForCounts();
    var estimate = session.estimate();
    assertThat(session.chosenModel().model()).isEqualTo("gpt-4.1-mini-2025-04-14");
    assertThat(estimate.examples()).isEqualTo(5);
    assertThat(estimate.billedTokensPerEpoch()).isEqualTo(8233);
    assertThat(estimate.epochs()).isEqualTo(20);
    assertThat(estimate.billedTokens()).isEqualTo(164660);
    assertThat(estimate.costUsd().orElseThrow()).isEqualTo(0.8233);

    var old =
        timbre.catalogue().stream()
            .filter(entry -> entry.model().startsWith("gpt-3.5-turbo (launch"))
            .findFirst()
            .orElseThrow();
    session.chooseModel(old);
    waitForCounts();
    assertThat(session.estimate().tokens()).isEqualTo(45 + 111 + 26 + 28 + 8032);
    assertThat(session.estimate().assistantTokens()).isEqualTo(10 + 28 + 9 + 4 + 8000);
    assertThat(session.estimate().billedTokensPerEpoch()).isEqualTo(4306);
    assertThat(session.estimate().billedTokens()).isEqualTo(86120);
    assertThat(session.estimate().overLimit()).isEqualTo(1);
    assertThat(session.estimate().costUsd().orElseThrow()).isEqualTo(0.68896);
    assertThat(session.problems())
        .extracting(Problem::kind)
        .containsExactlyInAnyOrder(
            "too_few_examples",
            "over_token_limit",
            "missing_system_message",
            "missing_user_message");
    session.undo();
    assertThat(session.ids(ConversationQuery.ALL)).isEmpty();
  }

  @Test
  void heldOutAndRejectedConversationsAreNotPaidFor() throws Exception {
    session.importJsonl(TOY, Split.TRAINING, Progress.NONE);
    long[] ids = session.ids(ConversationQuery.ALL);
    session.setSplit(Split.HELD_OUT, ids[0]);
    session.setStatus(Status.REJECTED, ids[4]);
    waitForCounts();
    assertThat(session.estimate().examples()).isEqualTo(3);
    assertThat(session.estimate().tokens()).isEqualTo(106 + 26 + 27);
  }

  @Test
  void choicesArePartOfTheProject() throws Exception {
    var other = timbre.catalogue().getFirst();
    session.chooseModel(other);
    session.chooseEpochs(OptionalInt.of(7));
    session.remember("columns", "a,b");
    session.close();
    session = timbre.open(folder.resolve("My voice.timbre"));
    assertThat(session.chosenModel()).isEqualTo(other);
    assertThat(session.chosenEpochs()).hasValue(7);
    assertThat(session.setting("columns")).contains("a,b");
    session.chooseEpochs(OptionalInt.empty());
    assertThat(session.chosenEpochs()).isEmpty();
    assertThat(session.name()).isEqualTo("My voice");
  }

  @Test
  void everyChangeIsToldUntilTheListenerLeaves() {
    var told = new AtomicInteger();
    var subscription = session.onChange(told::incrementAndGet);
    long id = session.add(talk("a", "b"), Split.TRAINING, Optional.empty());
    session.setStatus(Status.APPROVED, id);
    session.undo();
    assertThat(told).hasValue(3);
    subscription.close();
    session.delete(id);
    assertThat(told).hasValue(3);
  }

  @Test
  void goodLinesComeInAndBrokenOnesAreReported() throws Exception {
    var file = folder.resolve("mixed.jsonl");
    Files.writeString(
        file,
        "{\"messages\":[{\"role\":\"user\",\"content\":\"a\"},{\"role\":\"assistant\",\"content\":\"b\"}]}\n"
            + "\n"
            + "{\"prompt\":\"a\"}\n"
            + "{\"messages\":[{\"role\":\"user\",\"content\":\"c\"}],\"x\":1.0}\n");
    var report = session.importJsonl(file, Split.HELD_OUT, Progress.NONE);
    assertThat(report.imported()).isEqualTo(2);
    assertThat(report.refusedLines()).isEqualTo(1);
    assertThat(report.refused().getFirst().line()).isEqualTo(3);
    assertThat(report.refused().getFirst().key()).isEqualTo("dataset.refused.missing");

    var out = folder.resolve("out.jsonl");
    assertThat(session.exportJsonl(ConversationQuery.ALL, out, Progress.NONE)).isEqualTo(2);
    assertThat(Files.readAllLines(out))
        .containsExactly(
            "{\"messages\":[{\"role\":\"user\",\"content\":\"a\"},{\"role\":\"assistant\",\"content\":\"b\"}]}",
            "{\"messages\":[{\"role\":\"user\",\"content\":\"c\"}],\"x\":1.0}");
  }

  @Test
  void aListOfAnotherShapeComesInAsOneChange() throws Exception {
    var file = Path.of("src/test/resources/imports/conversations.json");
    var report = session.importJsonl(file, Split.TRAINING, Progress.NONE);
    assertThat(report.imported()).isEqualTo(2);
    assertThat(report.refusedLines()).isEqualTo(3);
    assertThat(report.leftOutParts()).isEqualTo(5);
    assertThat(report.leftOut()).hasSize(5).allMatch(part -> part.pointer().equals("/0"));
    assertThat(session.history(10)).hasSize(1);
    session.undo();
    assertThat(session.ids(ConversationQuery.ALL)).isEmpty();
  }

  @Test
  void aCancelledImportLeavesNothingBehind() throws Exception {
    var cancelled =
        new Progress() {
          private int calls;

          @Override
          public void report(long done, long total) {}

          @Override
          public boolean isCancelled() {
            return ++calls > 3;
          }
        };
    assertThat(session.importJsonl(TOY, Split.TRAINING, cancelled).imported()).isZero();
    assertThat(session.ids(ConversationQuery.ALL)).isEmpty();
    assertThat(session.history(10)).isEmpty();
    var out = folder.resolve("out.jsonl");
    session.importJsonl(TOY, Split.TRAINING, Progress.NONE);
    assertThat(session.exportJsonl(ConversationQuery.ALL, out, cancelled)).isZero();
    assertThat(out).doesNotExist();
    try (var files = Files.list(folder)) {
      assertThat(files.map(path -> path.getFileName().toString()).toList())
          .noneMatch(name -> name.contains(".part"));
    }
  }

  @Test
  void aCopyIsAProjectOfItsOwn() throws Exception {
    session.importJsonl(TOY, Split.TRAINING, Progress.NONE);
    var copy = folder.resolve("copy.timbre");
    session.copyTo(copy);
    long[] ids = session.ids(ConversationQuery.ALL);
    session.delete(ids);
    try (var other = timbre.open(copy)) {
      assertThat(other.ids(ConversationQuery.ALL)).isEqualTo(ids);
      assertThat(other.nextUndo()).isPresent();
    }
    assertThat(timbre.recentProjects()).isEqualTo(List.of(copy, session.file()));
  }
}
