package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Message;
import studio.timbre.model.Role;
import studio.timbre.model.Split;

class JoiningTest {
  private static final Message FRAME = Message.of(Role.SYSTEM, "Be brief.");

  @TempDir Path folder;
  private Timbre timbre;
  private ProjectSession session;

  @BeforeEach
  void open() throws Exception {
    timbre = Timbre.startIn(new TimbreFolder(folder.resolve("home")));
    session = timbre.create(folder.resolve("a.timbre"));
  }

  @AfterEach
  void close() {
    session.close();
    timbre.close();
  }

  private long add(Conversation conversation) {
    return session.add(conversation, Split.TRAINING, Optional.empty());
  }

  private static Conversation talk(String question, String answer) {
    return Conversation.of(
        FRAME, Message.of(Role.USER, question), Message.of(Role.ASSISTANT, answer));
  }

  private Conversation read(long id) {
    return session.row(id).orElseThrow().conversation();
  }

  @Test
  void theFirstKeepsItsNumberAndOneUndoBringsAllBack() throws Exception {
    long first = add(talk("1", "2"));
    long second = add(talk("3", "4").withExtra("tools", Optional.of("[{\"a\":1}]")));
    long third = add(talk("5", "6"));
    session.joining().merge(second, first, third);
    assertThat(session.ids(ConversationQuery.ALL)).containsExactly(second);
    assertThat(read(second).messages().stream().map(Message::text))
        .containsExactly("Be brief.", "3", "4", "1", "2", "5", "6");
    assertThat(read(second).tools()).contains("[{\"a\":1}]");
    session.undo();
    assertThat(session.ids(ConversationQuery.ALL)).containsExactly(first, second, third);
    assertThat(read(first)).isEqualTo(talk("1", "2"));
  }

  @Test
  void whatCannotBeKeptIsRefusedAndNothingIsDone() {
    long first = add(talk("1", "2").withExtra("k", Optional.of("1")));
    long second = add(talk("3", "4").withExtra("k", Optional.of("2")));
    assertThat(session.joining().merge(first, second).orElseThrow()).hasMessageContaining("\"k\"");
    var pair = Pairs.made(talk("1", "2"), Message.of(Role.ASSISTANT, "x"), FRAME);
    long third = add(pair);
    assertThat(session.joining().merge(third, second)).isPresent();
    assertThat(session.ids(ConversationQuery.ALL)).containsExactly(first, second, third);
  }

  @Test
  void aStretchBecomesAConversationBehindTheOther() {
    long first = add(new Conversation(talk("1", "2").messages(), Map.of("tools", "[]")));
    add(talk("3", "4"));
    long taken = session.joining().takeOut(first, new LinkedHashSet<>(List.of(1, 2))).orElseThrow();
    assertThat(session.ids(ConversationQuery.ALL)[1]).isEqualTo(taken);
    assertThat(read(taken).messages()).hasSize(2);
    assertThat(read(taken).tools()).contains("[]");
    assertThat(read(first).messages()).hasSize(3);
  }
}
