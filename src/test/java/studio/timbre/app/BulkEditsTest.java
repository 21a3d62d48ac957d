package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.ConversationRow;
import studio.timbre.model.Curated;
import studio.timbre.model.Message;
import studio.timbre.model.Place;
import studio.timbre.model.Progress;
import studio.timbre.model.Role;
import studio.timbre.model.Split;
import studio.timbre.model.Status;

class BulkEditsTest {
  private static final int MANY = 1200;

  @TempDir Path folder;
  private Timbre timbre;
  private ProjectSession session;
  private BulkEdits bulk;
  private long[] ids;

  @BeforeEach
  void create() throws Exception {
    timbre = Timbre.startIn(new TimbreFolder(folder.resolve("home")));
    session = timbre.create(folder.resolve("My voice.timbre"));
    bulk = session.bulk();
    ids = bulk.add(talks(MANY), Split.TRAINING, Place.end(), Progress.NONE);
  }

  @AfterEach
  void close() {
    session.close();
    timbre.close();
  }

  private static List<Conversation> talks(int count) {
    return IntStream.range(0, count).mapToObj(i -> talk("Question " + i)).toList();
  }

  private static Conversation talk(String question) {
    return Conversation.of(
        Message.of(Role.USER, question), Message.of(Role.ASSISTANT, "An answer"));
  }

  private List<Curated> all() {
    return session.rows(session.ids(ConversationQuery.ALL)).stream()
        .map(ConversationRow::curated)
        .toList();
  }

  private Curated first() {
    return session.row(ids[0]).orElseThrow().curated();
  }

  private void isOneStep(String kind, Consumer<BulkEdits> act) {
    var before = all();
    long position = session.journalPosition();
    var told = new AtomicInteger();
    try (var listening = session.onChange(told::incrementAndGet)) {
      act.accept(bulk);
    }
    assertThat(told.get()).as("tellings of %s", kind).isPositive();
    var after = all();
    assertThat(after).isNotEqualTo(before);
    var change = session.undo().orElseThrow();
    assertThat(change.kind()).isEqualTo(kind);
    assertThat(session.journalPosition()).isEqualTo(position);
    assertThat(all()).isEqualTo(before);
    session.redo();
    assertThat(all()).isEqualTo(after);
  }

  @Test
  void everyVerbIsOneStepOfUndo() {
    isOneStep("status", b -> b.setStatus(Status.APPROVED, Progress.NONE, ids));
    isOneStep("split", b -> b.setSplit(Split.HELD_OUT, Progress.NONE, ids));
    isOneStep("rate", b -> b.rate(4, Progress.NONE, ids));
    isOneStep("tag", b -> b.tag("shipping", Progress.NONE, ids));
    isOneStep("assign", b -> b.assign("Rui", Progress.NONE, ids));
    isOneStep("note", b -> b.setNote("Too long", Progress.NONE, ids));
    isOneStep("system", b -> b.replaceSystem("Be warm.", Progress.NONE, ids));
    isOneStep("mute", b -> b.muteAnswers(Progress.NONE, ids));
    assertThat(first().status()).isEqualTo(Status.APPROVED);
    assertThat(first().split()).isEqualTo(Split.HELD_OUT);
    assertThat(first().review().rating()).isEqualTo(4);
    assertThat(first().review().tags()).containsExactly("shipping");
    assertThat(first().review().assignee()).isEqualTo("Rui");
    assertThat(first().review().note()).isEqualTo("Too long");
    assertThat(first().conversation().messages().getLast().isTrained()).isFalse();
    isOneStep("untag", b -> b.untag("shipping", Progress.NONE, ids));
    isOneStep("unmute", b -> b.unmuteAnswers(Progress.NONE, ids));
    isOneStep("duplicate", b -> b.duplicate(Progress.NONE, ids));
    isOneStep("delete", b -> b.delete(Progress.NONE, ids));
    assertThat(session.ids(ConversationQuery.ALL)).hasSize(MANY);
  }

  @Test
  void severalTagsAreGivenAndTakenAsTheyAreWrittenInACell() {
    isOneStep("tag", b -> b.tag("shipping, refund;late", Progress.NONE, ids));
    assertThat(first().review().tags()).containsExactly("late", "refund", "shipping");
    isOneStep("untag", b -> b.untag("late, shipping", Progress.NONE, ids));
    assertThat(first().review().tags()).containsExactly("refund");
  }

  @Test
  void theSystemMessageIsReplacedPutInOrTakenOut() {
    bulk.replaceSystem("Be brief.", Progress.NONE, ids[0]);
    assertThat(first().conversation().messages())
        .extracting(Message::text)
        .containsExactly("Be brief.", "Question 0", "An answer");
    bulk.replaceSystem("Be warm.", Progress.NONE, ids);
    assertThat(first().conversation().messages())
        .extracting(Message::text)
        .containsExactly("Be warm.", "Question 0", "An answer");
    bulk.replaceSystem("", Progress.NONE, ids);
    assertThat(all()).allMatch(curated -> curated.conversation().messages().size() == 2);
  }

  @Test
  void whatIsCancelledHasNotHappened() {
    var before = all();
    long position = session.journalPosition();
    var cancelled =
        new Progress() {
          private boolean half;

          @Override
          public void report(long done, long total) {
            half = done >= total / 3;
          }

          @Override
          public boolean isCancelled() {
            return half;
          }
        };
    assertThatThrownBy(() -> bulk.tag("lost", cancelled, ids))
        .isInstanceOf(CancellationException.class);
    assertThat(all()).isEqualTo(before);
    assertThat(session.journalPosition()).isEqualTo(position);
    bulk.tag("kept", Progress.NONE, ids);
    assertThat(session.undo().orElseThrow().conversations()).isEqualTo(MANY);
  }

  @Test
  void howFarItIsIsTold() {
    var done = new ArrayList<Long>();
    bulk.rate(
        3,
        (now, total) -> {
          assertThat(total).isEqualTo(MANY);
          done.add(now);
        },
        ids);
    assertThat(done).isSorted().hasSizeGreaterThan(2).startsWith(0L).endsWith((long) MANY);
  }

  @Test
  void numbersThatAreGoneArePassedOver() {
    session.delete(ids[0]);
    bulk.setStatus(Status.REJECTED, Progress.NONE, ids[0], ids[1], 99_999);
    assertThat(session.undo().orElseThrow().conversations()).isEqualTo(1);
  }

  @Test
  void whatIsAddedSomewhereStandsThereInItsOrder() {
    long[] between =
        bulk.add(
            List.of(talk("a"), talk("b"), talk("c")),
            Split.TRAINING,
            Place.behind(ids[0]),
            Progress.NONE);
    assertThat(session.ids(ConversationQuery.ALL))
        .startsWith(ids[0], between[0], between[1], between[2], ids[1]);
  }

  @Test
  void mutedAnswersAreKeptOutOfTheTraining() {
    bulk.muteAnswers(Progress.NONE, ids[0]);
    assertThat(first().conversation().messages().get(0).weight()).isEmpty();
    assertThat(first().conversation().messages().get(1).weight()).isEqualTo(OptionalInt.of(0));
  }
}
