package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationFilter;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Message;
import studio.timbre.model.Place;
import studio.timbre.model.Progress;
import studio.timbre.model.Role;
import studio.timbre.model.Split;

class TextProblemsTest {
  @TempDir Path folder;
  private Timbre timbre;
  private ProjectSession session;

  @BeforeEach
  void open() throws Exception {
    timbre = Timbre.startIn(new TimbreFolder(folder.resolve("home")));
    session = timbre.create(folder.resolve("voice.timbre"));
  }

  @AfterEach
  void close() {
    session.close();
    timbre.close();
  }

  static Conversation talk(String question, String answer) {
    return Conversation.of(
        Message.of(Role.SYSTEM, "Warm."),
        Message.of(Role.USER, question),
        Message.of(Role.ASSISTANT, answer));
  }

  private long add(Split split, String question, String answer) {
    return session.add(talk(question, answer), split, Optional.empty());
  }

  private List<Long> of(String kind) {
    return session.problems().stream()
        .filter(problem -> problem.kind().equals(kind))
        .flatMap(problem -> problem.conversations().stream())
        .toList();
  }

  @Test
  void whatTextsHoldIsFoundFollowsEditsAndFiltersTheTable() {
    long address = add(Split.TRAINING, "Who?", "Write to maria@gmail.com");
    long open = add(Split.TRAINING, "And?", "Dear {{name}}, hello");
    assertThat(of("personal_email")).containsExactly(address);
    assertThat(of("template_mark")).containsExactly(open);
    session.replace(Map.of(open, talk("And?", "Dear Maria, hello")));
    assertThat(of("template_mark")).isEmpty();
    session.undo();
    assertThat(of("template_mark")).containsExactly(open);
    assertThat(
            session.ids(
                ConversationQuery.of(
                    ConversationFilter.ALL.withProblems(java.util.Set.of("personal_email")))))
        .containsExactly(address);
  }

  @Test
  void aLookThatIsCancelledTellsHowFarItCameAndGoesOnFromThere() {
    var talks =
        IntStream.range(0, 2_200)
            .mapToObj(i -> talk("Question " + i, "Write to anna" + i + "@gmail.com"))
            .toList();
    session.bulk().add(talks, Split.TRAINING, Place.end(), Progress.NONE);
    var told = new ArrayList<Long>();
    var once =
        new Progress() {
          @Override
          public void report(long done, long total) {
            told.add(done);
            assertThat(total).isEqualTo(2_200);
          }

          @Override
          public boolean isCancelled() {
            return told.size() == 2;
          }
        };
    assertThatThrownBy(() -> session.problems(once)).isInstanceOf(CancellationException.class);
    assertThat(told).containsExactly(0L, 1_000L);
    var rest = new ArrayList<Long>();
    session.problems((done, total) -> rest.add(total));
    assertThat(rest).as("what was looked at is not looked at again").containsOnly(1_200L);
    assertThat(of("personal_email")).hasSize(2_200);
  }

  @Test
  void whatWasLookedAtBeforeIsSwiftlyTakenUpAgain() throws Exception {
    var talks = IntStream.range(0, 20_001).mapToObj(i -> talk("Question " + i, "Yes.")).toList();
    session.bulk().add(talks, Split.TRAINING, Place.end(), Progress.NONE);
    assertThat(session.checking().isSwift()).isFalse();
    session.problems();
    assertThat(session.checking().isSwift()).isTrue();
    session.close();
    session = timbre.open(folder.resolve("voice.timbre"));
    assertThat(session.checking().isSwift()).isTrue();
  }

  @Test
  void whatIsComparedMovesWithTheSplit() {
    String answer = "We open at nine and close at six, every day but Sunday, by the old harbour.";
    long one = add(Split.TRAINING, "When are you open?", answer);
    long other = add(Split.TRAINING, "When are you open?", answer + " Come by!");
    assertThat(of("near_duplicate")).containsExactly(one, other);
    assertThat(of("held_out_leak")).isEmpty();
    session.setSplit(Split.HELD_OUT, other);
    assertThat(of("held_out_leak")).containsExactly(one, other);
  }
}
