package studio.timbre.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import studio.timbre.json.ConversationJson;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Role;

class ScreenedTextTest {

  private static ScreenedText ofAnswer(String text) {
    return ScreenedText.of(
        Conversation.of(Message.of(Role.USER, "Hello"), Message.of(Role.ASSISTANT, text)));
  }

  @Test
  void aShortConversationIsOnePiece() {
    assertThat(ofAnswer("Good day").pieces()).containsExactly("Hello\n\nGood day");
  }

  @Test
  void nothingOfALongOneIsLostAndNoPieceIsTooLong() {
    var chance = new Random(7);
    for (var joint : new String[] {"", " ", "\n", "\n\n", "\uD83D\uDE00"}) {
      String text =
          chance
              .ints(3_000, 0, 90)
              .mapToObj(n -> n % 9 == 0 ? joint : "é" + n)
              .collect(Collectors.joining());
      var pieces = ofAnswer(text).pieces();
      assertThat(String.join("", pieces)).isEqualTo("Hello\n\n" + text);
      assertThat(pieces)
          .allSatisfy(
              piece -> {
                assertThat(piece.length()).isBetween(1, ScreenedText.LONGEST_PIECE);
                assertThat(Character.isLowSurrogate(piece.charAt(0))).isFalse();
              });
    }
  }

  @Test
  void wordsAreNotCutWhereTheyEndInTime() {
    var pieces = ofAnswer("gull harbour ".repeat(400)).pieces();
    assertThat(pieces).hasSizeGreaterThan(2);
    assertThat(pieces.subList(0, pieces.size() - 1)).allMatch(piece -> piece.endsWith(" "));
  }

  @Test
  void whatStandsElsewhereIsLookedAtToo() throws Exception {
    var text =
        ScreenedText.of(
            ConversationJson.parse(
                """
                {"messages":[
                {"role":"user","content":[{"type":"text","text":"What is this?"},
                 {"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA"}}]},
                {"role":"assistant","content":null,"tool_calls":[{"id":"call_1","type":"function",
                 "function":{"name":"look","arguments":"{\\"at\\":\\"the gull\\"}"}}]},
                {"role":"tool","tool_call_id":"call_1","content":"A gull"},
                {"role":"assistant","content":[{"type":"refusal","refusal":"I would rather not"}]}],
                "non_preferred_output":[{"role":"assistant","content":"Go away"}]}"""));
    assertThat(text.pieces())
        .containsExactly(
            "What is this?\n\nlook\n\n{\"at\":\"the gull\"}\n\nA gull\n\nI would rather not\n\nGo away");
    assertThat(text.beyondText()).isTrue();
    assertThat(ofAnswer("Good day").beyondText()).isFalse();
  }

  @Test
  void aConversationWithoutWordsHasNoPiece() {
    assertThat(ScreenedText.of(Conversation.of(Message.of(Role.USER, " \n"))).pieces()).isEmpty();
  }

  @Test
  void halfACharacterIsReplacedAsItCannotBeSent() {
    assertThat(ofAnswer("a\uD83Db").pieces()).containsExactly("Hello\n\na\uFFFDb");
  }
}
