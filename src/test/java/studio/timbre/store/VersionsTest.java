package studio.timbre.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Curated;
import studio.timbre.model.JobId;
import studio.timbre.model.Message;
import studio.timbre.model.Place;
import studio.timbre.model.Role;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.model.TrainingFilter;

class VersionsTest {
  @TempDir Path folder;
  private ProjectFile file;
  private Edits edits;
  private Journal journal;
  private Versions versions;

  @BeforeEach
  void open() throws Exception {
    file = ProjectFile.create(folder.resolve("voice.timbre"));
    edits = file.edits("Ana");
    journal = file.journal();
    versions = file.versions();
  }

  @AfterEach
  void close() {
    file.close();
  }

  private static Conversation talk(String answer) {
    return Conversation.of(Message.of(Role.USER, "Hello"), Message.of(Role.ASSISTANT, answer));
  }

  private long add(String answer) {
    return edits.add(talk(answer), Split.TRAINING, Optional.empty());
  }

  /** All there is, in order. */
  private List<Map.Entry<Long, Curated>> present() {
    long[] ids = file.conversations().ids(ConversationQuery.ALL, "");
    return file.conversations().rows("", ids).stream()
        .map(row -> Map.entry(row.id(), row.curated()))
        .toList();
  }

  @Test
  void aVersionIsComparedWithNow() {
    long kept = add("kept");
    long changed = add("before");
    long removed = add("removed");
    long marked = add("marked");
    long moved = add("moved");
    var version = versions.name("First", "Ana");
    edits.replace(Map.of(changed, talk("after")));
    edits.delete(removed);
    edits.setStatus(Status.APPROVED, marked);
    edits.setStatus(Status.APPROVED, kept);
    edits.setStatus(Status.DRAFT, kept);
    edits.write(
        "move",
        pen -> {
          pen.move(moved, Place.start());
          return true;
        });
    long added = add("added");
    var between = versions.compare(version.entry(), journal.position());
    assertThat(between.added()).containsExactly(added);
    assertThat(between.removed()).containsExactly(removed);
    assertThat(between.changed()).containsExactly(changed, marked);
    assertThat(between.moved()).containsExactly(moved);
    assertThat(versions.find(changed, version.entry()).orElseThrow().conversation())
        .isEqualTo(talk("before"));
    assertThat(versions.find(added, version.entry())).isEmpty();
    var other = versions.compare(journal.position(), version.entry());
    assertThat(other.added()).containsExactly(removed);
  }

  @Test
  void goingBackIsOneActThatCanBeUndone() {
    long one = add("one");
    long two = add("two");
    var before = present();
    var version = versions.name("First", "Ana");
    edits.delete(one);
    edits.replace(Map.of(two, talk("changed")));
    add("three");
    var after = present();
    assertThat(versions.goBack(version.entry(), "Budi")).isEqualTo(3);
    assertThat(present()).isEqualTo(before);
    assertThat(journal.nextUndo().orElseThrow().who()).isEqualTo("Budi");
    journal.undo();
    assertThat(present()).isEqualTo(after);
    journal.redo();
    assertThat(present()).isEqualTo(before);
  }

  @Test
  void conversationsThatHaveChangedPlacesGoBackAndForth() {
    long one = add("one");
    long two = add("two");
    long three = add("three");
    var version = versions.name("First", "Ana");
    var before = present();
    edits.write(
        "move",
        pen -> {
          pen.move(one, Place.end());
          pen.move(two, Place.start());
          pen.move(three, Place.start());
          pen.move(one, Place.start());
          pen.move(two, Place.behind(one));
          return true;
        });
    journal.undo();
    assertThat(present()).isEqualTo(before);
    journal.redo();
    versions.goBack(version.entry(), "");
    assertThat(present()).isEqualTo(before);
  }

  @Test
  void whatWasTakenBackIsKeptWhereAVersionPointsAtIt() {
    add("one");
    long two = add("two");
    var version = versions.name("With two", "Ana");
    var there = present();
    add("three");
    journal.undo();
    journal.undo();
    long other = add("other");
    assertThat(journal.nextRedo()).isEmpty();
    assertThat(journal.history(10)).hasSize(2);
    var between = versions.compare(version.entry(), journal.position());
    assertThat(between.added()).containsExactly(other);
    assertThat(between.removed()).containsExactly(two);
    versions.goBack(version.entry(), "");
    assertThat(present()).isEqualTo(there);
  }

  @Test
  void goingToWhatIsTakenBackNeedsNoName() {
    add("one");
    add("two");
    long state = journal.position();
    var there = present();
    journal.undo();
    journal.undo();
    versions.goBack(state, "");
    assertThat(present()).isEqualTo(there);
  }

  @Test
  void whatATrainingHasSeenIsKeptAsLongAsTheTraining() {
    add("one");
    var filter = TrainingFilter.of(Status.APPROVED).withTags(Set.of("x"));
    var run = new JobId("job-20260101-000000-00000000");
    long state = journal.position();
    versions.saw(run, new Versions.Seen(state, filter));
    journal.undo();
    add("other");
    assertThat(versions.seenBy(run)).contains(new Versions.Seen(state, filter));
    assertThat(versions.compare(state, journal.position()).size()).isEqualTo(2);
    versions.saw(new JobId("job-x"), new Versions.Seen(999, filter));
    assertThat(versions.seenBy(new JobId("job-x"))).isEmpty();
  }

  @Test
  void whatPassedAFilterThenIsToldWhateverBecameOfIt() {
    long kept = add("kept");
    long rejected = add("rejected");
    long deleted = add("deleted");
    long state = journal.position();
    edits.setStatus(Status.REJECTED, rejected);
    edits.delete(deleted);
    add("later");
    assertThat(versions.passed(state, TrainingFilter.DEFAULT))
        .containsExactly(kept, rejected, deleted);
  }

  @Test
  void versionsAreRenamedAndForgotten() {
    var one = versions.name("One", "Ana");
    add("a");
    var two = versions.name("Two", "Ana");
    versions.rename(one.id(), "The first");
    assertThat(versions.list()).extracting("name").containsExactly("Two", "The first");
    assertThat(versions.list().getFirst().conversations()).isEqualTo(1);
    versions.forget(two.id());
    assertThat(versions.list()).hasSize(1);
  }

  /** Acts of every kind, undone and done again and overtaken, with names given on the way. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void everyNamedStateIsFoundAgainExactly(long seed) {
    var random = new Random(seed);
    var named = new HashMap<Long, List<Map.Entry<Long, Curated>>>();
    for (int step = 0; step < 120; step++) {
      act(random);
      if (random.nextInt(5) == 0) {
        named.put(versions.name("state " + step, "").entry(), present());
      }
      if (random.nextInt(12) == 0 && !named.isEmpty()) {
        var states = new ArrayList<>(named.keySet());
        long state = states.get(random.nextInt(states.size()));
        var before = present();
        versions.goBack(state, "");
        assertThat(present()).as("seed %d, step %d", seed, step).isEqualTo(named.get(state));
        if (random.nextBoolean() && !before.equals(present())) {
          journal.undo();
          assertThat(present()).isEqualTo(before);
        }
      }
    }
    for (var state : named.entrySet()) {
      for (var entry : state.getValue()) {
        assertThat(versions.find(entry.getKey(), state.getKey())).contains(entry.getValue());
      }
      versions.goBack(state.getKey(), "");
      assertThat(present()).isEqualTo(state.getValue());
      assertThat(versions.compare(state.getKey(), journal.position()).size()).isZero();
    }
    while (journal.undo().isPresent()) {}
    assertThat(present()).isEmpty();
  }

  private void act(Random random) {
    long[] ids = file.conversations().ids(ConversationQuery.ALL, "");
    long some = ids.length == 0 ? 0 : ids[random.nextInt(ids.length)];
    long other = ids.length == 0 ? 0 : ids[random.nextInt(ids.length)];
    switch (ids.length < 3 ? 0 : random.nextInt(9)) {
      case 0 -> add("answer " + random.nextInt(1000));
      case 1 -> edits.replace(Map.of(some, talk("changed " + random.nextInt(1000))));
      case 2 -> edits.setStatus(Status.values()[random.nextInt(4)], ids);
      case 3 -> edits.delete(some, other);
      case 4 ->
          edits.write(
              "move",
              pen -> {
                pen.move(some, random.nextBoolean() ? Place.start() : Place.end());
                pen.move(other, Place.behind(some));
                pen.move(some, Place.start());
                return true;
              });
      case 5 ->
          edits.write(
              "rate",
              pen -> {
                var curated = pen.find(some).orElseThrow();
                pen.put(some, curated.withReview(curated.review().withRating(random.nextInt(6))));
                pen.delete(other);
                return true;
              });
      case 6, 7 -> journal.undo();
      default -> journal.redo();
    }
  }
}
