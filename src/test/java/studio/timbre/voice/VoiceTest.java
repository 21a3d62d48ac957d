package studio.timbre.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import studio.timbre.voice.Breach.Rule;
import studio.timbre.voice.VoiceRules.Pronoun;

class VoiceTest {
  private static List<String> approved() {
    var answers = new ArrayList<String>();
    for (int i = 0; i < 40; i++) {
      answers.add(
          (i % 5 == 0 ? "Hello there, " : "Ahoy! ")
              + "We sent your parcel number "
              + i
              + " this morning. It is with you by Friday ⚓. Fair winds.");
    }
    return answers;
  }

  private static List<Rule> breaches(String answer, VoiceRules rules) {
    return VoiceScore.of(answer, rules).breaches().stream().map(Breach::rule).toList();
  }

  @Test
  void whatNearlyAllApprovedAnswersKeepIsTheVoice() {
    var rules = VoiceLearner.from(approved());
    assertThat(rules.greeting()).contains("ahoy");
    assertThat(rules.signOff()).contains("fair winds");
    assertThat(rules.mostEmoji()).isEqualTo(OptionalInt.of(1));
    assertThat(rules.mostExclamations()).isEqualTo(OptionalInt.of(1));
    assertThat(rules.mostWordsInSentence()).isEqualTo(OptionalInt.of(10));
    assertThat(rules.pronoun()).contains(Pronoun.WE);
  }

  @Test
  void fromAHandfulNothingIsLearned() {
    assertThat(VoiceLearner.from(approved().subList(0, 7))).isEqualTo(VoiceRules.NONE);
  }

  @Test
  void anAnswerInTheVoiceHasAllPoints() {
    var rules = VoiceLearner.from(approved());
    assertThat(VoiceScore.of("Ahoy! We have it here for you. Fair winds.", rules))
        .isEqualTo(new VoiceScore(100, List.of()));
  }

  @Test
  void everyBreachIsMarkedInTheText() {
    var rules = VoiceLearner.from(approved()).withBanned(Set.of("valued customer", "utilize"));
    String answer =
        "Dear valued customer! I am so happy!! My team and I will utilize everything that we possibly can 🎉🎉.";
    var score = VoiceScore.of(answer, rules);
    assertThat(breaches(answer, rules))
        .containsExactlyInAnyOrder(
            Rule.GREETING_MISSING,
            Rule.BANNED_WORD,
            Rule.BANNED_WORD,
            Rule.TOO_MANY_EXCLAMATIONS,
            Rule.TOO_MANY_EMOJI,
            Rule.SENTENCE_TOO_LONG,
            Rule.OTHER_PRONOUN,
            Rule.SIGN_OFF_MISSING);
    assertThat(score.points()).isZero();
    assertThat(score.breaches())
        .filteredOn(breach -> breach.rule() == Rule.BANNED_WORD)
        .extracting(breach -> answer.substring(breach.start(), breach.end()))
        .containsExactly("valued customer", "utilize");
  }

  @Test
  void otherLanguagesHaveTheirOwnWordsForUs() {
    var rules = rulesFor(Pronoun.WE);
    assertThat(breaches("Eu envio o seu pedido hoje.", rules)).containsExactly(Rule.OTHER_PRONOUN);
    assertThat(breaches("Nós enviamos o seu pedido hoje.", rules)).isEmpty();
    assertThat(breaches("Saya kirim hari ini.", rules)).containsExactly(Rule.OTHER_PRONOUN);
    assertThat(breaches("Kami kirim hari ini.", rules)).isEmpty();
  }

  private static VoiceRules rulesFor(Pronoun pronoun) {
    return new VoiceRules(
        Set.of(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.of(pronoun));
  }
}
