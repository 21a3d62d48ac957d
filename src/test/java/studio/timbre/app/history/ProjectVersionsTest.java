package studio.timbre.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.app.ProjectSession;
import studio.timbre.app.Timbre;
import studio.timbre.app.TimbreFolder;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationChange;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Message;
import studio.timbre.model.Role;
import studio.timbre.model.Split;
import studio.timbre.model.Status;

class ProjectVersionsTest {
  @TempDir Path folder;
  private Timbre timbre;
  private ProjectSession session;
  private ProjectVersions versions;

  @BeforeEach
  void create() throws Exception {
    timbre = Timbre.startIn(new TimbreFolder(folder.resolve("home")));
    timbre.preferences().setName("Ana");
    session = timbre.create(folder.resolve("voice.timbre"));
    versions = session.versions();
  }

  @AfterEach
  void close() {
    session.close();
    timbre.close();
  }

  private static Conversation talk(String question, String answer) {
    return Conversation.of(Message.of(Role.USER, question), Message.of(Role.ASSISTANT, answer));
  }

  @Test
  void aHistoryTellsWhoDidWhatAndHowItWas() {
    long id = session.add(talk("Hello", "Hi"), Split.TRAINING, Optional.empty());
    session.replace(Map.of(id, talk("Hello", "Hello there")));
    timbre.preferences().setName("Budi");
    session.setStatus(Status.APPROVED, id);
    session.add(talk("Another", "one"), Split.TRAINING, Optional.empty());
    var history = versions.historyOf(id, 10);
    assertThat(history)
        .extracting(each -> each.change().kind())
        .containsExactly("status", "edit", "add");
    assertThat(history)
        .extracting(each -> each.change().who())
        .containsExactly("Budi", "Ana", "Ana");
    assertThat(history.get(0).after()).contains(session.row(id).orElseThrow().curated());
    assertThat(history.get(1).before().orElseThrow().conversation().answer()).isEqualTo("Hi");
    assertThat(history.get(2).before()).isEmpty();
    session.undo();
    session.undo();
    assertThat(versions.historyOf(id, 10)).hasSize(2);
  }

  @Test
  void oneChangeIsTakenBackBesideLaterOnes() {
    long id = session.add(talk("Hello", "Hi"), Split.TRAINING, Optional.empty());
    session.replace(Map.of(id, talk("Hello", "Hello there")));
    session.setStatus(Status.APPROVED, id);
    var plan = plan(id, "edit");
    assertThat(plan.clashes()).isEmpty();
    assertThat(versions.takeBack(id, plan, index -> false)).isTrue();
    assertThat(session.row(id).orElseThrow().conversation()).isEqualTo(talk("Hello", "Hi"));
    assertThat(session.row(id).orElseThrow().status()).isEqualTo(Status.APPROVED);
    assertThat(session.undo().orElseThrow().kind()).isEqualTo("takeBack");
    assertThat(session.row(id).orElseThrow().conversation().answer()).isEqualTo("Hello there");
  }

  @Test
  void whatWasThoughtOutForAnotherStateIsNotDone() {
    long id = session.add(talk("Hello", "Hi"), Split.TRAINING, Optional.empty());
    session.replace(Map.of(id, talk("Hello", "Hello there")));
    var plan = plan(id, "edit");
    session.replace(Map.of(id, talk("Hello", "Good day")));
    assertThat(versions.takeBack(id, plan, index -> true)).isFalse();
    assertThat(session.row(id).orElseThrow().conversation().answer()).isEqualTo("Good day");
  }

  @Test
  void goingBackToAVersionIsToldAndCounted() throws Exception {
    long id = session.add(talk("Hello", "Hi"), Split.TRAINING, Optional.empty());
    var version = versions.name(" First ");
    assertThat(version.name()).isEqualTo("First");
    assertThat(version.who()).isEqualTo("Ana");
    session.replace(Map.of(id, talk("Hello", "Hello there")));
    session.delete(id);
    var told = new int[1];
    try (var _ = session.onChange(() -> told[0]++)) {
      assertThat(versions.goBack(version.entry())).isEqualTo(1);
    }
    assertThat(told[0]).isPositive();
    assertThat(session.ids(ConversationQuery.ALL)).containsExactly(id);
    assertThat(versions.diff(id, version.entry(), versions.now()).isSame()).isTrue();
    assertThat(versions.goBack(version.entry())).isZero();
  }

  private TakeBack plan(long id, String kind) {
    ConversationChange change =
        versions.historyOf(id, 10).stream()
            .filter(each -> each.change().kind().equals(kind))
            .findFirst()
            .orElseThrow();
    return new TakeBack(change, session.row(id).map(row -> row.curated()));
  }
}
