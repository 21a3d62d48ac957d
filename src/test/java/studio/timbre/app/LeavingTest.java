package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Message;
import studio.timbre.model.Progress;
import studio.timbre.model.Role;
import studio.timbre.model.Split;

/** What takes long ends where it is once its project is to be closed, though nobody has cancelled it. */
@Timeout(120)
class LeavingTest {
  private static final int LINES = 4_000;

  @TempDir Path folder;
  private Timbre timbre;
  private ProjectSession session;

  @BeforeEach
  void create() throws Exception {
    timbre = Timbre.startIn(new TimbreFolder(folder.resolve("home")));
    session = timbre.create(folder.resolve("voice.timbre"));
  }

  @AfterEach
  void close() {
    session.close();
    timbre.close();
  }

  private Path lines() throws Exception {
    var file = folder.resolve("talks.jsonl");
    Files.writeString(
        file,
        IntStream.range(0, LINES)
            .mapToObj(
                i ->
                    """
                    {"messages": [{"role": "user", "content": "Where is order %d?"},\
                     {"role": "assistant", "content": "It left us on day %d and is on its way to you."}]}
                    """
                        .formatted(i, i))
            .collect(Collectors.joining()));
    return file;
  }

  @Test
  void anImportEndsAndLeavesNothingBehind() throws Exception {
    var file = lines();
    var read = new AtomicLong();
    var report =
        session.importJsonl(
            file,
            Split.TRAINING,
            (done, total) -> {
              read.set(done);
              session.leave();
            });
    assertThat(report.imported()).isZero();
    assertThat(read.get()).isLessThan(Files.size(file));
    assertThat(session.totals(ConversationQuery.ALL).conversations()).isZero();
  }

  @Test
  void aFirstLookEndsAndKeepsWhatItHasSeen() throws Exception {
    session.importJsonl(lines(), Split.TRAINING, Progress.NONE);
    var looked = new AtomicLong();
    assertThatThrownBy(
            () ->
                session.problems(
                    (done, total) -> {
                      looked.set(done);
                      if (done > 0) {
                        session.leave();
                      }
                    }))
        .isInstanceOf(CancellationException.class);
    assertThat(looked.get()).isBetween(1L, LINES / 2L);
  }

  @Test
  void editsGoOnUntilItIsClosed() {
    session.leave();
    long id =
        session.add(
            Conversation.of(Message.of(Role.USER, "Hello"), Message.of(Role.ASSISTANT, "Hi.")),
            Split.TRAINING,
            Optional.empty());
    assertThat(session.row(id)).isPresent();
    assertThat(session.undo()).isPresent();
  }
}
