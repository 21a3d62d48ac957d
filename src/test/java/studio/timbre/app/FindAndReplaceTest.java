package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.app.FindAndReplace.Request;
import studio.timbre.app.TextPattern.Comparison;
import studio.timbre.json.ConversationJson;
import studio.timbre.model.Content;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationFilter;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Holding;
import studio.timbre.model.Message;
import studio.timbre.model.Progress;
import studio.timbre.model.Role;
import studio.timbre.model.Split;
import studio.timbre.model.UserFacingException;
import studio.timbre.store.EarlierTables;

class FindAndReplaceTest {
  @TempDir Path folder;
  private Timbre timbre;
  private ProjectSession session;
  private long[] all;

  @BeforeEach
  void open() throws UserFacingException {
    timbre = Timbre.startIn(new TimbreFolder(folder.resolve("home")));
    session = timbre.create(folder.resolve("voice.timbre"));
    add(Message.of(Role.USER, "Is the colour red?"), Message.of(Role.ASSISTANT, "Colour: red."));
    add(Message.of(Role.USER, "Hello"), Message.of(Role.ASSISTANT, "Hi"));
    add(
        new Message(
            Role.USER,
            new Content.Other("[{\"type\":\"text\",\"text\":\"colour\"}]", "colour"),
            Optional.empty(),
            OptionalInt.empty(),
            Map.of()),
        Message.of(Role.ASSISTANT, "A colour, colour."));
    all = session.ids(ConversationQuery.ALL);
  }

  private void add(Message... messages) {
    session.add(Conversation.of(messages), Split.TRAINING, Optional.empty());
  }

  @AfterEach
  void close() {
    session.close();
    timbre.close();
  }

  private static Request request(Optional<Role> role) throws UserFacingException {
    var pattern = TextPattern.of("colour", "color", new Comparison(false, false, false));
    return new Request(pattern, "colour", role);
  }

  private String text(int conversation, int message) {
    return session
        .row(all[conversation])
        .orElseThrow()
        .conversation()
        .messages()
        .get(message)
        .text();
  }

  @Test
  void everyTextThatWouldChangeIsFound() throws UserFacingException {
    var hits = new FindAndReplace(session).find(request(Optional.empty()), Progress.NONE, all);
    assertThat(hits.conversations()).containsExactly(all[0], all[0], all[2], all[2]);
    assertThat(hits.texts()).containsExactly(0, 1, 0, 1);
    var answers =
        new FindAndReplace(session).find(request(Optional.of(Role.ASSISTANT)), Progress.NONE, all);
    assertThat(answers.texts()).containsExactly(1, 1);
    assertThat(
            new FindAndReplace(session)
                .find(request(Optional.empty()), Progress.NONE, all[1], all[2])
                .conversations())
        .containsExactly(all[2], all[2]);
  }

  /** Texts that no search index knows: each conversation has the word in one place only. */
  @Test
  void refusalsCallsAndRejectedAnswersAreFoundAsWellAsTextsAmongPictures() throws Exception {
    var lines =
        List.of(
            """
            {"messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"https:\\/\\/a.example\\/colour"}},\
            {"text":"Which colour?","type":"text"},{"type":"text","text":"Now"}]}]}""",
            """
            {"messages":[{"role":"assistant","content":null,"refusal":"No colour."}]}""",
            """
            {"messages":[{"role":"assistant","content":[{"type":"refusal","refusal":"No colour."}]}]}""",
            """
            {"messages":[{"role":"assistant","tool_calls":[{"id":"colour","type":"function",\
            "function":{"name":"colour","arguments":"{\\"colour\\": \\"Colour 1\\"}"}}]}]}""",
            """
            {"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Yes"}],\
            "non_preferred_output":[{"role":"assistant","content":"A colour"}]}""");
    for (var line : lines) {
      session.add(ConversationJson.parse(line), Split.TRAINING, Optional.empty());
    }
    long[] added = Arrays.stream(session.ids(ConversationQuery.ALL)).skip(all.length).toArray();
    var tool = new FindAndReplace(session);
    var request = request(Optional.empty());
    var hits = tool.find(request, Progress.NONE, added);
    assertThat(hits.conversations()).containsExactly(added);
    assertThat(tool.replace(request, hits, new BitSet(), Progress.NONE)).isEqualTo(5);
    assertThat(session.rows(added).stream().map(row -> ConversationJson.write(row.conversation())))
        .containsExactly(
            lines.get(0).replace("Which colour", "Which color"),
            lines.get(1).replace("colour", "color"),
            lines.get(2).replace("colour", "color"),
            lines.get(3).replace("Colour 1", "color 1"),
            lines.get(4).replace("colour", "color"));
  }

  @Test
  void whatIsLeftOutStaysAndTheRestIsOneStepOfUndo() throws UserFacingException {
    var tool = new FindAndReplace(session);
    var request = request(Optional.empty());
    var hits = tool.find(request, Progress.NONE, all);
    var leftOut = new BitSet();
    leftOut.set(0);
    assertThat(tool.replace(request, hits, leftOut, Progress.NONE)).isEqualTo(3);
    assertThat(text(0, 0)).isEqualTo("Is the colour red?");
    assertThat(text(0, 1)).isEqualTo("color: red.");
    assertThat(text(2, 1)).isEqualTo("A color, color.");
    assertThat(session.nextUndo().orElseThrow().conversations()).isEqualTo(2);
    session.undo();
    assertThat(List.of(text(0, 1), text(2, 1)))
        .containsExactly("Colour: red.", "A colour, colour.");
  }

  @Test
  void whatWasChangedMeanwhileStaysForNobodyHasSeenWhatBecomesOfIt() throws UserFacingException {
    var tool = new FindAndReplace(session);
    var request = request(Optional.empty());
    var hits = tool.find(request, Progress.NONE, all);
    session.replace(Map.of(all[0], Conversation.of(Message.of(Role.USER, "Is the colour green?"))));
    session.delete(all[2]);
    assertThat(tool.replace(request, hits, new BitSet(), Progress.NONE)).isZero();
    assertThat(text(0, 0)).isEqualTo("Is the colour green?");
  }

  @Test
  void aCancelLeavesNothingBehind() throws UserFacingException {
    var tool = new FindAndReplace(session);
    var request = request(Optional.empty());
    var hits = tool.find(request, Progress.NONE, all);
    var stopped =
        new Progress() {
          @Override
          public void report(long done, long total) {}

          @Override
          public boolean isCancelled() {
            return true;
          }
        };
    assertThatThrownBy(() -> tool.replace(request, hits, new BitSet(), stopped))
        .isInstanceOf(CancellationException.class);
    assertThatThrownBy(() -> tool.find(request, stopped, all))
        .isInstanceOf(CancellationException.class);
    assertThat(text(0, 1)).isEqualTo("Colour: red.");
  }

  /** What a project of an earlier version has not looked for is found nonetheless, at once and later. */
  @Test
  void aRefusalInAProjectOfAnEarlierVersionIsFound() throws Exception {
    var refused =
        ConversationJson.parse(
            """
            {"messages":[{"role":"assistant","content":null,"refusal":"No colour."}]}""");
    session.add(refused, Split.TRAINING, Optional.empty());
    session.close();
    try (var connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("voice.timbre"));
        var statement = connection.createStatement()) {
      statement.execute(
          "UPDATE conversation_trait SET language = 'en', holds = " + Holding.ASSISTANT.bit());
      statement.execute("DROP TABLE search_terms");
      for (String sql : EarlierTables.WITHOUT_LOOKS) {
        statement.execute(sql);
      }
      statement.execute("PRAGMA user_version = 14");
    }
    session = timbre.open(folder.resolve("voice.timbre"));
    all = session.ids(ConversationQuery.ALL);
    long last = all[all.length - 1];
    assertThat(
            new FindAndReplace(session)
                .find(request(Optional.empty()), Progress.NONE, last)
                .conversations())
        .containsExactly(last);
    var query = ConversationQuery.of(ConversationFilter.ALL.withHolds(EnumSet.of(Holding.REFUSAL)));
    long end = System.nanoTime() + 20_000_000_000L;
    while (session.ids(query).length == 0 && System.nanoTime() < end) {
      Thread.sleep(50);
    }
    assertThat(session.ids(query)).containsExactly(last);
  }
}
