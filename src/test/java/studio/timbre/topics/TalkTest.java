package studio.timbre.topics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Role;
import studio.timbre.topics.Talk.Word;

class TalkTest {
  @Test
  void onlyWordsThatTellAnythingAreTaken() {
    var talk =
        of("Hello, where is my parcel 20418? I'm at ana@example.com or https://x.org/a, thanks!");
    assertThat(talk.words()).extracting(Word::form).containsExactly("parcel");
    assertThat(talk.language()).isEqualTo("en");
  }

  @Test
  void shortWordsAreThoseOfTheLanguageAlone() {
    // "hat" and "war" hold German sentences together, and are things in English.
    assertThat(of("Do you have a hat with the war ribbon on it?").words())
        .extracting(Word::form)
        .containsExactly("hat", "war", "ribbon");
    assertThat(of("Er hat mir nicht gesagt, dass das Paket schon da war.").words())
        .extracting(Word::form)
        .containsExactly("gesagt", "Paket");
  }

  @Test
  void aFirstQuestionWeighsMoreThanALaterOneAndThatMoreThanAnAnswer() {
    var talk =
        Talk.of(
            Conversation.of(
                Message.of(Role.SYSTEM, "You sell umbrellas."),
                Message.of(Role.USER, "grinder"),
                Message.of(Role.ASSISTANT, "kettle"),
                Message.of(Role.USER, "filter")));
    assertThat(talk.words()).extracting(Word::form).containsExactly("grinder", "kettle", "filter");
    assertThat(talk.words().get(0).weight()).isGreaterThan(talk.words().get(2).weight());
    assertThat(talk.words().get(2).weight()).isGreaterThan(talk.words().get(1).weight());
  }

  @Test
  void aWordIsWrittenSmallWhereItEverIs() {
    assertThat(of("Parcels? The parcel is late. Kenya parcel from Kenya.").words())
        .extracting(Word::form)
        .contains("parcel", "Kenya");
  }

  @Test
  void aLanguageWithoutAListIsNone() {
    assertThat(of("Kde je prosím můj balíček, objednal jsem ho minulý týden").language()).isEmpty();
    assertThat(of("我的包裹在哪里").words()).extracting(Word::form).contains("包裹");
  }

  private static Talk of(String question) {
    return Talk.of(Conversation.of(Message.of(Role.USER, question)));
  }
}
