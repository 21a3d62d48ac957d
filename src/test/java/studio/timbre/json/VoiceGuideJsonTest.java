package studio.timbre.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.timbre.model.UserFacingException;
import studio.timbre.model.voice.Variety;
import studio.timbre.model.voice.VoiceGuide;
import studio.timbre.model.voice.VoiceKind;
import studio.timbre.model.voice.VoiceRule;
import studio.timbre.model.voice.VoiceWeight;

class VoiceGuideJsonTest {
  private static VoiceGuide whole() {
    var rules =
        Stream.<VoiceRule>of(
            new VoiceRule.NeverSay(List.of("utiliz*", "valued \"customer\"")),
            new VoiceRule.WeSay(List.of(new VoiceRule.Term("guests", List.of("users", "clients")))),
            new VoiceRule.SpelledSo(List.of("Wi-Fi", "NordCafé")),
            new VoiceRule.Dictionary(),
            new VoiceRule.Greeting(VoiceRule.Manner.ONE_OF, List.of("Hi {name}"), false),
            new VoiceRule.SignOff(VoiceRule.Manner.NONE, List.of(), true),
            new VoiceRule.Speaker(VoiceRule.Person.WE),
            new VoiceRule.Formality(VoiceRule.Register.RELAXED),
            new VoiceRule.Emoji(1, List.of("⚓", "👩‍🍳")),
            new VoiceRule.Exclamations(0),
            new VoiceRule.SentenceLength(24),
            new VoiceRule.Reading(Map.of("en", 8, "pt", 50)),
            new VoiceRule.Punctuation(
                Set.of(VoiceRule.Sign.SEMICOLON, VoiceRule.Sign.CURLY_QUOTES)),
            new VoiceRule.Disclaimer(
                List.of(new VoiceRule.Claim(List.of("interest-free"), "Terms apply"))),
            new VoiceRule.Spelling(Set.of(Variety.AMERICAN, Variety.BRAZILIAN)));
    return rules
        .reduce(VoiceGuide.NONE, VoiceGuide::with, (one, other) -> other)
        .withWeight(VoiceKind.EMOJI, VoiceWeight.STRONG);
  }

  @Test
  void aGuideIsReadAsItWasWritten() throws Exception {
    var guide = whole();
    assertThat(guide.rules()).hasSize(VoiceKind.values().length);
    assertThat(VoiceGuideJson.read(VoiceGuideJson.write(guide))).isEqualTo(guide);
  }

  @Test
  void aGuideMayBeWrittenByHand() throws Exception {
    var guide =
        VoiceGuideJson.read(
            "{\"voice_guide\":1,\"rules\":{\"exclamations\":{\"most\":1,\"weight\":\"light\"}}}");
    assertThat(guide.all()).containsExactly(new VoiceRule.Exclamations(1));
    assertThat(guide.weight(VoiceKind.EXCLAMATIONS)).isEqualTo(VoiceWeight.LIGHT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "[]",
        "{}",
        "null",
        "{\"rules\":{}}",
        "{\"voice_guide\":2,\"rules\":{}}",
        "{\"voice_guide\":1,\"rules\":{\"never_heard_of\":{}}}",
        "{\"voice_guide\":1,\"rules\":{\"emoji\":{\"most\":-1}}}",
        "{\"voice_guide\":1,\"rules\":{\"emoji\":{\"most\":\"two\"}}}",
        "{\"voice_guide\":1,\"rules\":{\"never_say\":{\"phrases\":\"utilize\"}}}",
        "{\"voice_guide\":1,\"rules\":{\"speaker\":{\"person\":\"they\"}}}",
        "{\"voice_guide\":1,\"rules\":{\"exclamations\":{\"most\":1,\"weight\":\"heavy\"}}}",
        "{\"voice_guide\":1,\"rules\":{\"exclamations\":7}}"
      })
  void whatIsNoGuideIsRefusedWhole(String text) {
    assertThatThrownBy(() -> VoiceGuideJson.read(text))
        .isInstanceOf(UserFacingException.class)
        .hasMessageContaining("Nothing was taken over");
  }
}
