package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.BitSet;
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
import studio.timbre.model.Content;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Message;
import studio.timbre.model.Progress;
import studio.timbre.model.Role;
import studio.timbre.model.Split;
import studio.timbre.model.UserFacingException;

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
  void everyMessageThatWouldChangeIsFoundButNoneThatIsMoreThanText() throws UserFacingException {
    var hits = new FindAndReplace(session).find(request(Optional.empty()), Progress.NONE, all);
    assertThat(hits.conversations()).containsExactly(all[0], all[0], all[2]);
    assertThat(hits.messages()).containsExactly(0, 1, 1);
    var answers =
        new FindAndReplace(session).find(request(Optional.of(Role.ASSISTANT)), Progress.NONE, all);
    assertThat(answers.messages()).containsExactly(1, 1);
    assertThat(
            new FindAndReplace(session)
                .find(request(Optional.empty()), Progress.NONE, all[1], all[2])
                .conversations())
        .containsExactly(all[2]);
  }

  @Test
  void whatIsLeftOutStaysAndTheRestIsOneStepOfUndo() throws UserFacingException {
    var tool = new FindAndReplace(session);
    var request = request(Optional.empty());
    var hits = tool.find(request, Progress.NONE, all);
    var leftOut = new BitSet();
    leftOut.set(0);
    assertThat(tool.replace(request, hits, leftOut, Progress.NONE)).isEqualTo(2);
    assertThat(text(0, 0)).isEqualTo("Is the colour red?");
    assertThat(text(0, 1)).isEqualTo("color: red.");
    assertThat(text(2, 1)).isEqualTo("A color, color.");
    assertThat(session.nextUndo().orElseThrow().conversations()).isEqualTo(2);
    session.undo();
    assertThat(List.of(text(0, 1), text(2, 1)))
        .containsExactly("Colour: red.", "A colour, colour.");
  }

  @Test
  void whatWasChangedMeanwhileIsLookedAtAnew() throws UserFacingException {
    var tool = new FindAndReplace(session);
    var request = request(Optional.empty());
    var hits = tool.find(request, Progress.NONE, all);
    session.replace(Map.of(all[0], Conversation.of(Message.of(Role.USER, "No shade"))));
    session.delete(all[2]);
    assertThat(tool.replace(request, hits, new BitSet(), Progress.NONE)).isZero();
    assertThat(text(0, 0)).isEqualTo("No shade");
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
}
