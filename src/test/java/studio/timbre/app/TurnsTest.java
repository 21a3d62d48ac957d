package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import studio.timbre.json.ConversationJson;
import studio.timbre.model.Content;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Role;

class TurnsTest {
  private static Message they(String text) {
    return Message.of(Role.USER, text);
  }

  private static Message we(String text) {
    return Message.of(Role.ASSISTANT, text);
  }

  @Test
  void aMessageIsSplitAtTheCaretIntoTwoTurns() {
    var talk = Conversation.of(they("Where is it? It left on Monday."));
    assertThat(Turns.split(talk, 0, 0, 12))
        .isEqualTo(Conversation.of(they("Where is it?"), we("It left on Monday.")));
  }

  @Test
  void anEmojiIsNeverPartedBySplitting() {
    var talk = Conversation.of(they("ab😀cd"));
    assertThat(Turns.split(talk, 0, 0, 3)).isEqualTo(Conversation.of(they("ab"), we("😀cd")));
  }

  @Test
  void partsBelowTheCaretGoToTheSecondTurn() throws Exception {
    var talk =
        ConversationJson.parse(
            "{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"one"
                + " two\"},"
                + "{\"type\":\"image_url\",\"image_url\":{\"url\":\"https://a.example/b\"}}],\"name\":\"ann\"}]}");
    var split = Turns.split(talk, 0, 0, 3);
    assertThat(split.messages().get(0).text()).isEqualTo("one");
    assertThat(split.messages().get(0).name()).contains("ann");
    assertThat(((Content.Other) split.messages().get(1).content()).json())
        .isEqualTo(
            "[{\"type\":\"text\",\"text\":\"two\"},{\"type\":\"image_url\",\"image_url\":{\"url\":\"https://a.example/b\"}}]");
  }

  @Test
  void mergingKeepsTheSpeakerOfTheFirst() {
    var talk = Conversation.of(they("One."), we("Two."), they("Three."));
    assertThat(Turns.merged(talk, 1))
        .isEqualTo(Conversation.of(they("One.\nTwo."), they("Three.")));
    assertThat(Turns.canMerge(talk, 0)).isFalse();
  }

  @Test
  void whatOnlyOneMessageCanKeepIsNotMerged() {
    var first = they("One.").withExtra("k", Optional.of("1"));
    var second = they("Two.").withExtra("k", Optional.of("2"));
    assertThat(Turns.canMerge(Conversation.of(first, second), 1)).isFalse();
    assertThat(Turns.merged(Conversation.of(first, they("Two.")), 1).messages().getFirst().extras())
        .containsEntry("k", "1");
    var named = they("Two.").withName(Optional.of("ann"));
    assertThat(Turns.canMerge(Conversation.of(they("One."), named), 1)).isFalse();
  }

  @Test
  void turnsAreAddedMovedAndTakenOut() {
    var talk = Conversation.of(they("1"), we("2"), they("3"));
    assertThat(Turns.moved(talk, 0, 2)).isEqualTo(Conversation.of(we("2"), they("3"), they("1")));
    assertThat(Turns.moved(talk, 0, 3)).isEqualTo(talk);
    assertThat(Turns.moved(talk, 0, -1)).isEqualTo(talk);
    assertThat(Turns.withAdded(talk, 0, Role.TOOL).messages().get(1).role()).isEqualTo(Role.TOOL);
    assertThat(Turns.without(talk, 1)).isEqualTo(Conversation.of(they("1"), they("3")));
  }

  @Test
  void aStretchTakesTheToolsAlong() {
    var talk =
        new Conversation(
            List.of(they("1"), we("2"), they("3"), we("4")),
            Map.of("tools", "[]", Conversation.REJECTED, "[]"));
    var chosen = new LinkedHashSet<>(List.of(2, 1));
    var taken = Turns.stretch(talk, chosen);
    assertThat(taken.messages()).containsExactly(we("2"), they("3"));
    assertThat(taken.extras()).containsOnlyKeys("tools");
    chosen.add(3);
    assertThat(Turns.stretch(talk, chosen).isPair()).isTrue();
  }

  @Test
  void answersOfAPairAreSwappedAndPromoted() {
    var muted = we("Good.").withWeight(OptionalInt.of(0)).withExtra("k", Optional.of("1.0"));
    var pair = Pairs.made(Conversation.of(they("?"), we("Bad.")), muted, we("Bad."));
    assertThat(pair.isPair()).isTrue();
    assertThat(Pairs.rejected(pair)).containsExactly(we("Bad."));
    var swapped = Pairs.swapped(pair);
    assertThat(swapped.answer()).isEqualTo("Bad.");
    assertThat(Pairs.rejected(swapped)).containsExactly(muted);
    assertThat(Pairs.swapped(swapped)).isEqualTo(pair);
    assertThat(Pairs.preferredAlone(pair)).isEqualTo(Conversation.of(they("?"), muted));
    assertThat(Pairs.rejectedAlone(pair)).isEqualTo(Conversation.of(they("?"), we("Bad.")));
  }

  @Test
  void thePreferredAnswerOfAPairStaysLast() {
    var pair = Pairs.made(Conversation.of(they("?"), we("Bad.")), we("Good."), we("Bad."));
    assertThat(Turns.withAdded(pair, 1, Role.USER).messages()).last().isEqualTo(we("Good."));
    assertThat(Turns.moved(pair, 0, 1)).isEqualTo(pair);
    assertThat(Turns.without(pair, 1)).isEqualTo(pair);
    assertThat(Turns.split(pair, 1, 0, 2)).isEqualTo(pair);
    assertThat(Turns.merged(pair, 1)).isEqualTo(pair);
  }
}
