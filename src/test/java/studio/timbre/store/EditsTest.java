package studio.timbre.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.model.ChangeInfo;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.ConversationRow;
import studio.timbre.model.Split;
import studio.timbre.model.Status;

class EditsTest {
  @TempDir Path folder;
  private ProjectFile project;
  private Edits edits;

  @BeforeEach
  void create() throws Exception {
    project = ProjectFile.create(folder.resolve("a.timbre"));
    edits = project.edits("Ana");
  }

  @AfterEach
  void close() {
    project.close();
  }

  private long add(String question) {
    return edits.add(Talk.of(question, "Yes."), Split.TRAINING, Optional.empty());
  }

  private List<String> questions() {
    return rows().stream().map(row -> row.conversation().question()).toList();
  }

  private List<ConversationRow> rows() {
    var conversations = project.conversations();
    return conversations.rows("x", conversations.ids(ConversationQuery.ALL, "x"));
  }

  @Test
  void conversationsAreAddedAtTheEndOrBehindAnother() {
    long first = add("one");
    add("two");
    edits.add(Talk.of("one and a half", ""), Split.HELD_OUT, Optional.of(first));
    edits.add(Talk.of("one and a bit", ""), Split.HELD_OUT, Optional.of(first));
    add("three");
    assertThat(questions())
        .containsExactly("one", "one and a bit", "one and a half", "two", "three");
    assertThat(rows().get(1).split()).isEqualTo(Split.HELD_OUT);
    assertThat(rows().get(1).status()).isEqualTo(Status.DRAFT);
  }

  @Test
  void aNumberIsNeverGivenTwice() {
    long first = add("one");
    edits.delete(first);
    long second = add("two");
    assertThat(second).isGreaterThan(first);
    project.journal().undo();
    assertThat(add("three")).isGreaterThan(second);
  }

  @Test
  void copiesStandRightBehindTheirOriginals() {
    long one = add("one");
    long two = add("two");
    long[] copies = edits.duplicate(one, 999, two);
    assertThat(copies).hasSize(2);
    assertThat(questions()).containsExactly("one", "one", "two", "two");
    assertThat(project.conversations().rows("x", copies).getFirst().conversation().question())
        .isEqualTo("one");
  }

  @Test
  void undoAndRedoWalkAlongEveryKindOfChange() {
    long one = add("one");
    long two = add("two");
    edits.replace(Map.of(one, Talk.of("uno", "Sí."), two, Talk.of("dos", "No.")));
    edits.setStatus(Status.APPROVED, one, two);
    edits.setSplit(Split.HELD_OUT, two);
    edits.duplicate(one);
    edits.delete(one, two);
    edits.addAll(
        List.of(Talk.of("x", ""), Talk.of("y", "")).iterator(), Split.TRAINING, Status.DRAFT);
    var states = new java.util.ArrayList<List<ConversationRow>>();
    states.add(rows());
    var kinds = new java.util.ArrayList<String>();
    for (var change = project.journal().undo();
        change.isPresent();
        change = project.journal().undo()) {
      kinds.add(change.get().kind());
      assertThat(change.get().undone()).isTrue();
      states.add(rows());
    }
    assertThat(kinds)
        .containsExactly("import", "delete", "duplicate", "split", "status", "edit", "add", "add");
    assertThat(states.getLast()).isEmpty();
    for (int i = states.size() - 2; i >= 0; i--) {
      assertThat(project.journal().redo()).isPresent();
      assertThat(rows()).isEqualTo(states.get(i));
    }
    assertThat(project.journal().redo()).isEmpty();
  }

  @Test
  void aNewEditDropsWhatWasUndone() {
    add("one");
    add("two");
    project.journal().undo();
    assertThat(project.journal().nextRedo()).map(ChangeInfo::kind).contains("add");
    add("three");
    assertThat(project.journal().nextRedo()).isEmpty();
    assertThat(questions()).containsExactly("one", "three");
    assertThat(project.journal().history(10)).hasSize(2);
  }

  @Test
  void undoGoesOnAfterTheProjectWasClosed() throws Exception {
    long one = add("one");
    edits.replace(Map.of(one, Talk.of("uno", "Sí.")));
    long position = project.journal().position();
    project.close();
    project = ProjectFile.open(folder.resolve("a.timbre"));
    assertThat(project.journal().position()).isEqualTo(position);
    var undone = project.journal().undo().orElseThrow();
    assertThat(undone.who()).isEqualTo("Ana");
    assertThat(questions()).containsExactly("one");
    project.close();
    project = ProjectFile.open(folder.resolve("a.timbre"));
    project.journal().redo();
    assertThat(questions()).containsExactly("uno");
    assertThat(project.journal().position()).isEqualTo(position);
  }

  @Test
  void whatChangesNothingLeavesNoEntryAndKeepsTheRedoTail() {
    long one = add("one");
    add("two");
    project.journal().undo();
    edits.replace(Map.of(one, Talk.of("one", "Yes."), 77L, Talk.of("gone", "")));
    edits.setStatus(Status.DRAFT, one);
    edits.delete(77);
    assertThat(project.journal().history(10)).hasSize(2);
    assertThat(project.journal().nextRedo()).isPresent();
  }

  @Test
  void anImportThatBreaksOffLeavesNothingBehind() {
    add("one");
    var breaking =
        new Iterator<Conversation>() {
          private int left = 5;

          @Override
          public boolean hasNext() {
            return true;
          }

          @Override
          public Conversation next() {
            if (left-- == 0) {
              throw new IllegalStateException("enough");
            }
            return Talk.of("x" + left, "");
          }
        };
    assertThatThrownBy(() -> edits.addAll(breaking, Split.TRAINING, Status.DRAFT))
        .hasMessage("enough");
    assertThat(questions()).containsExactly("one");
    assertThat(project.journal().history(10)).hasSize(1);
    add("two");
    assertThat(questions()).containsExactly("one", "two");
  }

  @Test
  void anyNumberGoesBetweenTwoNeighbours() {
    long first = add("first");
    add("last");
    for (int i = 0; i < 200; i++) {
      edits.add(Talk.of("m" + i, ""), Split.TRAINING, Optional.of(first));
    }
    var questions = questions();
    assertThat(questions).hasSize(202);
    assertThat(questions.subList(0, 3)).containsExactly("first", "m199", "m198");
    assertThat(questions.subList(199, 202)).containsExactly("m1", "m0", "last");
  }
}
