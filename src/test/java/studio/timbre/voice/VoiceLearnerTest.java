package studio.timbre.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Role;
import studio.timbre.model.voice.LearnedRule;
import studio.timbre.model.voice.VoiceGuide;
import studio.timbre.model.voice.VoiceKind;
import studio.timbre.model.voice.VoiceLesson;
import studio.timbre.model.voice.VoiceRule;

class VoiceLearnerTest {
  private static Conversation talk(String answer) {
    return Conversation.of(
        Message.of(Role.USER, "Where is it?"), Message.of(Role.ASSISTANT, answer));
  }

  private static VoiceLearner learner() {
    return new VoiceLearner(text -> "en");
  }

  private static VoiceLesson sailors(int examples) {
    var learner = learner();
    for (int i = 0; i < examples; i++) {
      learner.approved(
          talk(
              (i % 5 == 0 ? "We have it, " : "Ahoy! ")
                  + "we sent parcel number "
                  + i
                  + " from the WhatsApp desk. It's with you by Friday ⚓. Fair winds."));
    }
    return learner.lesson();
  }

  private static Optional<LearnedRule> of(VoiceLesson lesson, VoiceKind kind) {
    return lesson.rules().stream().filter(learned -> learned.rule().kind() == kind).findFirst();
  }

  @Test
  void whatNearlyAllApprovedAnswersKeepIsARuleAndItsEvidenceIsTold() {
    var lesson = sailors(40);
    assertThat(of(lesson, VoiceKind.GREETING))
        .contains(
            new LearnedRule(
                new VoiceRule.Greeting(VoiceRule.Manner.ONE_OF, List.of("Ahoy"), false), 32, 40));
    assertThat(of(lesson, VoiceKind.SIGN_OFF))
        .contains(
            new LearnedRule(
                new VoiceRule.SignOff(VoiceRule.Manner.ONE_OF, List.of("Fair winds"), false),
                40,
                40));
    assertThat(of(lesson, VoiceKind.EMOJI))
        .contains(new LearnedRule(new VoiceRule.Emoji(1, List.of("⚓")), 40, 40));
    assertThat(of(lesson, VoiceKind.EXCLAMATIONS))
        .contains(new LearnedRule(new VoiceRule.Exclamations(1), 40, 40));
    assertThat(of(lesson, VoiceKind.SPEAKER))
        .contains(new LearnedRule(new VoiceRule.Speaker(VoiceRule.Person.WE), 40, 40));
    assertThat(of(lesson, VoiceKind.FORMALITY))
        .contains(new LearnedRule(new VoiceRule.Formality(VoiceRule.Register.RELAXED), 40, 40));
    assertThat(of(lesson, VoiceKind.SPELLED_SO))
        .contains(new LearnedRule(new VoiceRule.SpelledSo(List.of("WhatsApp")), 40, 40));
    assertThat(of(lesson, VoiceKind.SENTENCE_LENGTH).orElseThrow().rule())
        .isEqualTo(new VoiceRule.SentenceLength(12));
  }

  @Test
  void answersThatTaughtTheGuideKeepIt() {
    var guide = sailors(40).over(VoiceGuide.NONE);
    var scores =
        new VoiceScorer(guide, text -> "en", text -> List.of())
            .score(talk("Ahoy! We have it here for you. Fair winds."));
    assertThat(scores.getFirst().score().breaches()).isEmpty();
  }

  @Test
  void fromAHandfulNothingIsLearnedAndItIsToldHowManyAreMissing() {
    var lesson = sailors(7);
    assertThat(lesson.rules()).isEmpty();
    assertThat(lesson.missing()).isEqualTo(3);
    assertThat(sailors(10).missing()).isZero();
  }

  @Test
  void aNameBehindTheGreetingBelongsToIt() {
    var learner = learner();
    for (String name : List.of("Ana", "Budi", "Mary Jane", "Zoë")) {
      for (int i = 0; i < 5; i++) {
        learner.approved(talk("Hi " + name + ",\nit left us today."));
      }
    }
    assertThat(of(learner.lesson(), VoiceKind.GREETING).orElseThrow().rule())
        .isEqualTo(new VoiceRule.Greeting(VoiceRule.Manner.ONE_OF, List.of("Hi {name}"), false));
  }

  @Test
  void whereFewGreetNoGreetingIsARule() {
    var learner = learner();
    for (int i = 0; i < 40; i++) {
      learner.approved(
          talk((i == 7 ? "Hello. " : "") + "Order " + i + " left the house this morning at nine."));
    }
    var rule = of(learner.lesson(), VoiceKind.GREETING).orElseThrow();
    assertThat(rule)
        .isEqualTo(
            new LearnedRule(
                new VoiceRule.Greeting(VoiceRule.Manner.NONE, List.of(), false), 39, 40));
  }

  @Test
  void whatOnlyRejectedAnswersSayIsNeverSaid() {
    var learner = learner();
    for (int i = 0; i < 20; i++) {
      learner.approved(talk("Order " + i + " left the house this morning."));
      learner.rejected(
          talk("Rest assured that order " + i + (i % 2 == 0 ? " shall" : " will") + " leave."));
    }
    learner.rejected("Rest assured.");
    var phrases =
        learner.lesson().rules().stream()
            .filter(learned -> learned.rule() instanceof VoiceRule.NeverSay)
            .toList();
    assertThat(phrases.getFirst())
        .isEqualTo(
            new LearnedRule(new VoiceRule.NeverSay(List.of("rest assured")), 20, 20, 21, 21));
  }

  @Test
  void signsThatNobodyUsesAreNoneOfOurs() {
    var learner = learner();
    for (int i = 0; i < 60; i++) {
      learner.approved(talk("It left, \"" + i + "\" (the blue one)."));
    }
    var never =
        learner.lesson().rules().stream()
            .map(LearnedRule::rule)
            .filter(VoiceRule.Punctuation.class::isInstance)
            .map(rule -> ((VoiceRule.Punctuation) rule).never())
            .toList();
    assertThat(never)
        .contains(Set.of(VoiceRule.Sign.SEMICOLON), Set.of(VoiceRule.Sign.CURLY_QUOTES))
        .doesNotContain(Set.of(VoiceRule.Sign.BRACKETS), Set.of(VoiceRule.Sign.STRAIGHT_QUOTES));
  }

  @Test
  void howHardAnswersAreIsLearnedForEachLanguage() {
    var learner = new VoiceLearner(text -> text.startsWith("Nós") ? "pt" : "en");
    String english =
        "We sent it this morning and it will be with you by Friday. Tell us if it is late. We"
            + " will send you a new bag at no cost, as we do with all of them.";
    String portuguese =
        "Nós enviamos hoje de manhã e chega até sexta na sua casa. Se atrasar, fale com a nossa gente."
            + " Mandamos outro pacote sem custo, como fazemos com todos os nossos clientes da loja de café.";
    for (int i = 0; i < 12; i++) {
      learner.approved(talk(english));
      learner.approved(talk(portuguese));
    }
    var rules =
        learner.lesson().rules().stream()
            .filter(learned -> learned.rule().kind() == VoiceKind.READING)
            .toList();
    assertThat(rules)
        .extracting(LearnedRule::rule)
        .containsExactly(
            new VoiceRule.Reading(Map.of("en", 2)), new VoiceRule.Reading(Map.of("pt", 80)));
    assertThat(rules).allSatisfy(rule -> assertThat(rule.speaking()).isEqualTo(rule.of()));
  }
}
