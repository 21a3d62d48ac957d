package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Curated;
import studio.timbre.model.Message;
import studio.timbre.model.Place;
import studio.timbre.model.Progress;
import studio.timbre.model.Role;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.model.UserFacingException;
import studio.timbre.model.merge.Choice;

class ReviewPacksTest {
  @TempDir Path folder;
  private Timbre timbre;
  private ProjectSession ours;
  private long[] ids;
  private Path pack;

  @BeforeEach
  void makeProjectAndPack() throws Exception {
    timbre = Timbre.startIn(new TimbreFolder(folder.resolve("home")));
    ours = timbre.create(folder.resolve("voice.timbre"));
    ids = new long[5];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = ours.add(talk("question " + i), Split.TRAINING, Optional.empty());
    }
    ours.remember("style-guide", "Be brief.");
    ours.remember("column-order", "status");
    pack = folder.resolve("for Ana.timbre");
    make(ids[1], ids[2], ids[3]);
  }

  @AfterEach
  void close() {
    ours.close();
    timbre.close();
  }

  private void make(long... chosen) throws UserFacingException {
    assertThat(ours.packs().make(chosen, "Ana", pack, Progress.NONE)).isEqualTo(chosen.length);
  }

  private static Conversation talk(String question) {
    return Conversation.of(
        Message.of(Role.USER, question), Message.of(Role.ASSISTANT, "Answer to " + question));
  }

  private interface Edit {
    void on(ProjectSession session) throws Exception;
  }

  /** What Ana does to the pack. */
  private void ana(Edit edit) throws Exception {
    try (var session = timbre.open(pack)) {
      edit.on(session);
    }
  }

  private ReturnedPack bringBack() throws UserFacingException {
    return ours.packs().bringBack(pack, Progress.NONE);
  }

  private Curated ours(long id) {
    return ours.row(id).orElseThrow().curated();
  }

  private static void setNote(ProjectSession session, long id, String note) {
    session.write(
        "note",
        pen -> {
          var state = pen.find(id).orElseThrow();
          pen.put(id, state.withReview(state.review().withNote(note)));
          return id;
        });
  }

  private List<String> questions(ProjectSession session) {
    return session.rows(session.ids(ConversationQuery.ALL)).stream()
        .map(row -> row.conversation().question())
        .toList();
  }

  @Test
  void aPackIsAProjectWithThePartAlone() throws Exception {
    ana(
        session -> {
          assertThat(session.ids(ConversationQuery.ALL)).containsExactly(ids[1], ids[2], ids[3]);
          assertThat(session.history(10)).isEmpty();
          assertThat(session.setting("style-guide")).contains("Be brief.");
          assertThat(session.setting("column-order")).isEmpty();
          assertThat(session.setting("project-identity")).isEmpty();
          session.setStatus(Status.APPROVED, ids[2]);
          assertThat(session.undo()).isPresent();
          assertThat(session.row(ids[2]).orElseThrow().status()).isEqualTo(Status.DRAFT);
        });
  }

  @Test
  void aPackThatIsCalledOffLeavesNothing() {
    var target = folder.resolve("half.timbre");
    var stopped =
        new Progress() {
          private long told;

          @Override
          public void report(long done, long total) {
            told++;
          }

          @Override
          public boolean isCancelled() {
            return told > 0;
          }
        };
    assertThatThrownBy(() -> ours.packs().make(ids, "Ana", target, stopped))
        .isInstanceOf(CancellationException.class);
    assertThat(folder.toFile().list()).noneMatch(name -> name.contains("half"));
  }

  @Test
  void whatBothDidIsBroughtTogetherInOneStepOfUndo() throws Exception {
    ana(
        session -> {
          session.setStatus(Status.APPROVED, ids[1]);
          session.delete(ids[2]);
          session.add(talk("hers"), Split.HELD_OUT, Optional.of(ids[1]));
        });
    setNote(ours, ids[1], "ours");
    try (var returned = bringBack()) {
      assertThat(returned.origin().recipient()).isEqualTo("Ana");
      assertThat(returned.clashes()).isZero();
      assertThat(returned.changedByThem()).isEqualTo(3);
      assertThat(returned.changedByUs()).isEqualTo(1);
      assertThat(returned.entries())
          .extracting(PackEntry::kind)
          .containsExactlyInAnyOrder(
              PackEntry.Kind.CHANGED, PackEntry.Kind.DELETED, PackEntry.Kind.ADDED);
      returned.apply(Progress.NONE);
      assertThat(returned.entries()).isEmpty();
    }
    assertThat(questions(ours))
        .containsExactly("question 0", "question 1", "hers", "question 3", "question 4");
    assertThat(ours(ids[1]).status()).isEqualTo(Status.APPROVED);
    assertThat(ours(ids[1]).review().note()).isEqualTo("ours");
    assertThat(ours.history(1).getFirst().kind()).isEqualTo("merge");
    assertThat(ours.history(1).getFirst().conversations()).isEqualTo(3);
    ours.undo();
    assertThat(questions(ours))
        .containsExactly("question 0", "question 1", "question 2", "question 3", "question 4");
    assertThat(ours(ids[1]).status()).isEqualTo(Status.DRAFT);
    assertThat(ours(ids[1]).review().note()).isEqualTo("ours");
  }

  @Test
  void aClashWaitsForAChoiceWhichIsKeptWhenThePackIsClosed() throws Exception {
    ana(session -> setNote(session, ids[1], "hers"));
    setNote(ours, ids[1], "ours");
    try (var returned = bringBack()) {
      assertThat(returned.open()).isEqualTo(1);
      assertThatThrownBy(() -> returned.apply(Progress.NONE))
          .isInstanceOf(UserFacingException.class)
          .hasMessageContaining("not settled");
      var entry = returned.entries().getFirst();
      returned.choose(entry, returned.merged(entry).open().getFirst(), Choice.BOTH);
      assertThat(returned.open()).isZero();
    }
    assertThat(ours(ids[1]).review().note()).isEqualTo("ours");
    try (var returned = bringBack()) {
      assertThat(returned.open()).isZero();
      assertThat(returned.clashes()).isEqualTo(1);
      returned.apply(Progress.NONE);
    }
    assertThat(ours(ids[1]).review().note()).isEqualTo("ours\n\nhers");
  }

  @Test
  void aChoiceHoldsForTheClashThatItWasMadeForAlone() throws Exception {
    ana(session -> setNote(session, ids[1], "hers"));
    setNote(ours, ids[1], "ours");
    try (var returned = bringBack()) {
      returned.chooseAll(Choice.THEIRS);
      assertThat(returned.open()).isZero();
      setNote(ours, ids[1], "ours, later");
      assertThatThrownBy(() -> returned.apply(Progress.NONE))
          .isInstanceOf(UserFacingException.class);
      assertThat(returned.open()).isEqualTo(1);
      assertThat(ours(ids[1]).review().note()).isEqualTo("ours, later");
    }
  }

  @Test
  void broughtBackTwiceOnlyWhatIsNewSinceThenCounts() throws Exception {
    ana(
        session -> {
          setNote(session, ids[1], "hers");
          session.add(talk("hers"), Split.TRAINING, Optional.empty());
        });
    setNote(ours, ids[1], "ours");
    try (var returned = bringBack()) {
      returned.chooseAll(Choice.OURS);
      returned.apply(Progress.NONE);
    }
    try (var again = bringBack()) {
      assertThat(again.entries()).isEmpty();
      assertThat(again.changedByThem()).isZero();
    }
    ana(
        session -> {
          session.setStatus(Status.REJECTED, ids[3]);
          long hers = session.ids(ConversationQuery.ALL)[3];
          session.setStatus(Status.APPROVED, hers);
        });
    try (var again = bringBack()) {
      assertThat(again.entries()).hasSize(2);
      assertThat(again.clashes()).isZero();
      again.apply(Progress.NONE);
    }
    assertThat(questions(ours)).hasSize(6).containsOnlyOnce("hers");
    assertThat(ours(ids[3]).status()).isEqualTo(Status.REJECTED);
    assertThat(ours(ids[1]).review().note()).isEqualTo("ours");
    assertThat(
            ours.rows(ours.ids(ConversationQuery.ALL)).stream()
                .filter(row -> row.conversation().question().equals("hers"))
                .findFirst()
                .orElseThrow()
                .status())
        .isEqualTo(Status.APPROVED);
  }

  @Test
  void aMergeThatWasTakenBackIsOfferedAgain() throws Exception {
    ana(
        session -> {
          session.setStatus(Status.APPROVED, ids[1]);
          session.add(talk("hers"), Split.TRAINING, Optional.empty());
        });
    try (var returned = bringBack()) {
      returned.apply(Progress.NONE);
    }
    ours.undo();
    try (var again = bringBack()) {
      assertThat(again.changedByThem()).isEqualTo(2);
      again.apply(Progress.NONE);
    }
    assertThat(questions(ours)).hasSize(6).contains("hers");
    assertThat(ours(ids[1]).status()).isEqualTo(Status.APPROVED);
  }

  @Test
  void whatWeDeletedAndTheyChangedIsAClash() throws Exception {
    ana(session -> session.setStatus(Status.APPROVED, ids[2]));
    ours.delete(ids[2]);
    try (var returned = bringBack()) {
      assertThat(returned.open()).isEqualTo(1);
      returned.chooseAll(Choice.THEIRS);
      returned.apply(Progress.NONE);
    }
    assertThat(questions(ours))
        .containsExactly("question 0", "question 1", "question 2", "question 3", "question 4");
    try (var again = bringBack()) {
      assertThat(again.entries()).isEmpty();
    }
  }

  @Test
  void theirOrderIsTakenWhereOursIsAsItWas() throws Exception {
    ana(session -> move(session, ids[3], Place.start()));
    try (var returned = bringBack()) {
      assertThat(returned.entries())
          .extracting(PackEntry::kind)
          .containsExactly(PackEntry.Kind.ORDER);
      returned.apply(Progress.NONE);
    }
    assertThat(questions(ours))
        .containsExactly("question 0", "question 3", "question 1", "question 2", "question 4");
    try (var again = bringBack()) {
      assertThat(again.entries()).isEmpty();
    }
  }

  @Test
  void twoOrdersAreAClash() throws Exception {
    ana(session -> move(session, ids[3], Place.start()));
    move(ours, ids[2], Place.start());
    try (var returned = bringBack()) {
      assertThat(returned.open()).isEqualTo(1);
      var clash = returned.merged(returned.entries().getFirst()).open().getFirst();
      assertThat(clash.ours().text()).isEqualTo("question 2");
      assertThat(clash.theirs().text()).isEqualTo("question 3");
      returned.chooseAll(Choice.THEIRS);
      returned.apply(Progress.NONE);
    }
    var order = questions(ours).stream().filter(text -> text.matches(".*[123]")).toList();
    assertThat(order).containsExactly("question 3", "question 1", "question 2");
  }

  private static void move(ProjectSession session, long id, Place place) {
    session.write(
        "move",
        pen -> {
          pen.move(id, place);
          return id;
        });
  }

  @Test
  void aPackOfAnotherProjectIsRefusedAndCanBeTakenInAnew() throws Exception {
    ana(session -> session.setStatus(Status.APPROVED, ids[1]));
    try (var other = timbre.create(folder.resolve("other.timbre"))) {
      assertThatThrownBy(() -> other.packs().bringBack(pack, Progress.NONE))
          .isInstanceOf(ForeignPackException.class)
          .hasMessageContaining("voice");
      assertThat(other.packs().takeIn(pack, Progress.NONE)).isEqualTo(3);
      assertThat(questions(other)).containsExactly("question 1", "question 2", "question 3");
      assertThat(other.rows(other.ids(ConversationQuery.ALL)).getFirst().status())
          .isEqualTo(Status.APPROVED);
      other.undo();
      assertThat(questions(other)).isEmpty();
    }
    assertThatThrownBy(() -> ours.packs().bringBack(folder.resolve("other.timbre"), Progress.NONE))
        .isInstanceOf(ForeignPackException.class)
        .hasMessageContaining("no review pack");
  }

  @Test
  void aCopyThatWasMadeBeforeThePackRefusesIt() throws Exception {
    var copy = folder.resolve("copy.timbre");
    ours.copyTo(copy);
    make(ids[0]);
    try (var session = timbre.open(copy)) {
      assertThatThrownBy(() -> session.packs().bringBack(pack, Progress.NONE))
          .isInstanceOf(ForeignPackException.class);
    }
  }

  @Test
  void aRefusedPackIsLetGo() throws Exception {
    try (var other = timbre.create(folder.resolve("other.timbre"))) {
      assertThatThrownBy(() -> other.packs().bringBack(pack, Progress.NONE))
          .isInstanceOf(ForeignPackException.class);
    }
    ana(session -> assertThat(session.ids(ConversationQuery.ALL)).hasSize(3));
    assertThat(Arrays.asList(folder.toFile().list())).noneMatch(name -> name.contains(".part"));
    assertThat(Files.exists(pack)).isTrue();
  }
}
