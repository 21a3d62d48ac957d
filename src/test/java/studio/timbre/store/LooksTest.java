package studio.timbre.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationFilter;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Message;
import studio.timbre.model.Progress;
import studio.timbre.model.Role;
import studio.timbre.model.Split;
import studio.timbre.model.Status;

class LooksTest {
  @TempDir Path folder;
  private ProjectFile project;
  private Edits edits;
  private Looks looks;
  private long first;
  private long second;

  @BeforeEach
  void open() throws Exception {
    project = ProjectFile.create(folder.resolve("voice.timbre"));
    edits = project.edits(() -> "Ana");
    looks = project.looks();
    looks.use("one");
    first = add("first");
    second = add("second");
    looks.put(
        looks.unlooked(0, 10).stream().map(one -> new Looks.Looked(one, new byte[] {7})).toList());
  }

  @AfterEach
  void close() {
    project.close();
  }

  private long add(String answer) {
    return edits.add(talk(answer), Split.TRAINING, Optional.empty());
  }

  private static Conversation talk(String answer) {
    return Conversation.of(Message.of(Role.USER, "Hi"), Message.of(Role.ASSISTANT, answer));
  }

  private List<Long> unlooked() {
    return looks.unlooked(0, 10).stream().map(Traits.Unlooked::id).toList();
  }

  private List<Long> looked() {
    var ids = new ArrayList<Long>();
    looks.each(ConversationQuery.ALL, (id, split, hash, look) -> ids.add(id));
    return ids;
  }

  @Test
  void oneEditCostsOneLook() {
    assertThat(unlooked()).isEmpty();
    edits.setStatus(Status.APPROVED, first);
    assertThat(unlooked()).isEmpty();
    edits.replace(Map.of(second, talk("other")));
    assertThat(unlooked()).containsExactly(second);
    assertThat(looked()).containsExactly(first);
  }

  @Test
  void whatIsTakenBackIsLookedAtAnew() {
    edits.delete(first);
    assertThat(looked()).containsExactly(second);
    project.journal().undo();
    assertThat(unlooked()).containsExactly(first);
  }

  @Test
  void aLookAtATextThatHasChangedMeanwhileIsDropped() {
    edits.replace(Map.of(second, talk("other")));
    var late = looks.unlooked(0, 10);
    edits.replace(Map.of(second, talk("newest")));
    looks.put(late.stream().map(one -> new Looks.Looked(one, new byte[] {8})).toList());
    assertThat(unlooked()).containsExactly(second);
  }

  @Test
  void whatActsTouchIsToldOnce() {
    assertThat(looks.changes().all()).as("nobody has asked before").isTrue();
    edits.setSplit(Split.HELD_OUT, first);
    edits.delete(second);
    assertThat(looks.changes()).isEqualTo(new Changes(false, Set.of(first, second)));
    assertThat(looks.changes().ids()).isEmpty();
    project.journal().undo();
    assertThat(looks.changes().ids()).containsExactly(second);
    long third = edits.add(talk("third"), Split.TRAINING, Optional.of(first));
    assertThat(looks.changes().ids()).containsExactly(third);
    looks.put(
        looks.unlooked(0, 10).stream().map(one -> new Looks.Looked(one, new byte[] {7})).toList());
    assertThat(looks.standing(ConversationFilter.ALL, Set.of(third, second, 77L)))
        .extracting(Looks.Standing::id, Looks.Standing::behind)
        .containsExactly(
            tuple(third, OptionalLong.of(first)), tuple(second, OptionalLong.of(third)));
    assertThat(looks.standing(ConversationQuery.of(Split.TRAINING).filter(), Set.of(third)))
        .extracting(Looks.Standing::behind)
        .containsExactly(OptionalLong.empty());
  }

  @Test
  void otherChecksLookAtAllAnew() {
    looks.use("one");
    assertThat(unlooked()).isEmpty();
    assertThat(looks.missing("one")).isZero();
    assertThat(looks.missing("two")).isEqualTo(2);
    looks.use("two");
    assertThat(unlooked()).containsExactly(first, second);
  }

  @Test
  void whatWasLetPassIsOfTheTextAsItWas() {
    var passed = project.passedProblems(() -> "Ana");
    passed.add("personal_email", "our own", Progress.NONE, first, second);
    assertThat(passed.list())
        .extracting(
            PassedProblems.Passed::conversations,
            PassedProblems.Passed::first,
            PassedProblems.Passed::reason,
            PassedProblems.Passed::who)
        .containsExactly(tuple(2L, first, "our own", "Ana"));
    var act = passed.list().getFirst();
    edits.replace(Map.of(first, talk("me@gull.example")));
    assertThat(passed.conversations(act)).containsExactly(second);
    assertThat(passed.list().getFirst().conversations()).isEqualTo(1);
    project.journal().undo();
    assertThat(passed.conversations(act)).containsExactly(first, second);
    assertThat(passed.remove("personal_email", second)).isEqualTo(1);
    assertThat(passed.conversations(act)).containsExactly(first);
  }

  @Test
  void whatIsLetPassAlreadyKeepsItsReason() {
    var passed = project.passedProblems(() -> "Ana");
    passed.add("personal_email", "our own", Progress.NONE, first);
    var later = passed.add("personal_email", "all of them", Progress.NONE, first, second);
    assertThat(later.orElseThrow().conversations()).isEqualTo(1);
    passed.remove(later.orElseThrow());
    assertThat(passed.list()).extracting(PassedProblems.Passed::reason).containsExactly("our own");
    assertThat(passed.add("personal_email", "again", Progress.NONE, first)).isEmpty();
  }

  @Test
  void whatIsCancelledLetsNothingPass() {
    var passed = project.passedProblems(() -> "Ana");
    var cancelled =
        new Progress() {
          @Override
          public void report(long done, long total) {}

          @Override
          public boolean isCancelled() {
            return true;
          }
        };
    assertThatThrownBy(() -> passed.add("personal_email", "all", cancelled, first, second))
        .isInstanceOf(CancellationException.class);
    assertThat(passed.list()).isEmpty();
    assertThat(passed.all().kinds()).isEmpty();
  }
}
