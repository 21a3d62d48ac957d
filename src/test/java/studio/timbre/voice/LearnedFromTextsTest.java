package studio.timbre.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Role;
import studio.timbre.model.voice.LearnedRule;
import studio.timbre.model.voice.Variety;
import studio.timbre.model.voice.VoiceGuide;
import studio.timbre.model.voice.VoiceKind;
import studio.timbre.model.voice.VoiceRule;

/** Our words, claims with their disclaimers, and the spelling of a country: what answers show of them, and what they do not. */
class LearnedFromTextsTest {
  private static final List<String> QUESTIONS =
      List.of(
          "Where is my parcel %d?",
          "Can I change the grind of order %d?",
          "Do you have decaf in bags of %d grams?",
          "My bag %d came open, what now?",
          "How do I brew recipe %d in a moka pot?",
          "Which beans go with a V60 number %d?");

  private static final List<String> MATTERS =
      List.of(
          "It left our roastery on day %d and the courier has it.",
          "The grind is yours to choose until %d o'clock.",
          "We have a decaf from Huila, and bag %d is ready.",
          "That should not happen, so bag %d comes to you again.",
          "Use %d grams and a low flame.",
          "Try the Sidamo, number %d on our shelf.");

  private static Conversation talk(String question, String answer) {
    return Conversation.of(Message.of(Role.USER, question), Message.of(Role.ASSISTANT, answer));
  }

  private static List<LearnedRule> of(VoiceKind kind, List<Conversation> approved) {
    return of(kind, approved, "en");
  }

  private static List<LearnedRule> of(
      VoiceKind kind, List<Conversation> approved, String language) {
    var learner = new VoiceLearner(text -> language);
    approved.forEach(learner::approved);
    return learner.lesson().rules().stream()
        .filter(learned -> learned.rule().kind() == kind)
        .toList();
  }

  private static String question(int i) {
    return QUESTIONS.get(i % QUESTIONS.size()).formatted(i);
  }

  private static String matter(int i) {
    return MATTERS.get(i * 7 % MATTERS.size()).formatted(i);
  }

  private static List<String> words(List<LearnedRule> rules) {
    return rules.stream()
        .flatMap(learned -> ((VoiceRule.WeSay) learned.rule()).terms().stream())
        .map(VoiceRule.Term::say)
        .toList();
  }

  @Test
  void wordsThatAnswersHaveAndQuestionsHaveNotAreOurs() {
    var approved =
        IntStream.range(0, 60)
            .mapToObj(
                i ->
                    talk(
                        question(i),
                        (i % 3 == 0 ? "No rush, slow mornings count. " : "")
                            + matter(i)
                            + (i % 4 == 0 ? " Brew kindly, guest." : "")))
            .toList();
    var rules = of(VoiceKind.WE_SAY, approved);
    assertThat(words(rules)).contains("slow mornings count").doesNotContain("slow", "mornings");
    var slow = rules.get(words(rules).indexOf("slow mornings count"));
    assertThat(slow.speaking()).isEqualTo(20);
    assertThat(slow.of()).isEqualTo(60);
    assertThat(slow.against()).isZero();
    assertThat(slow.ofAgainst()).isEqualTo(60);
  }

  @Test
  void wordsOfTheQuestionAreNotOurs() {
    var approved =
        IntStream.range(0, 60)
            .mapToObj(
                i ->
                    talk(
                        "Is the espresso machine %d in the showroom?".formatted(i),
                        "Yes, espresso machine %d is in the showroom, come and see it."
                            .formatted(i)))
            .toList();
    assertThat(of(VoiceKind.WE_SAY, approved)).isEmpty();
  }

  @Test
  void whatEverybodySaysIsNotOurs() {
    var approved =
        IntStream.range(0, 60)
            .mapToObj(
                i ->
                    talk(
                        question(i),
                        "Thanks for your message. Please check your order "
                            + i
                            + " again, it should arrive this week."))
            .toList();
    assertThat(of(VoiceKind.WE_SAY, approved)).isEmpty();
  }

  @Test
  void aWordThatIsCommonInTheLanguageIsNotOursAloneButMayBeWithAnother() {
    var approved =
        IntStream.range(0, 60)
            .mapToObj(
                i ->
                    talk(
                        question(i),
                        matter(i)
                            + (i % 2 == 0 ? " It waits in a box." : "")
                            + (i % 3 == 0 ? " A quiet cup." : "")))
            .toList();
    assertThat(words(of(VoiceKind.WE_SAY, approved)))
        .contains("quiet cup")
        .doesNotContain("box", "quiet", "cup");
  }

  @Test
  void aClosingLineOfNearlyAllAnswersIsAFormula() {
    var approved =
        IntStream.range(0, 60)
            .mapToObj(
                i -> talk(question(i), matter(i) + " See you at the roastery for another brew."))
            .toList();
    assertThat(of(VoiceKind.WE_SAY, approved)).isEmpty();
  }

  @Test
  void oneAnswerSentOftenIsOneAnswer() {
    var approved =
        IntStream.range(0, 60)
            .mapToObj(i -> talk(question(i), "Velvety crema awaits the patient barista."))
            .toList();
    assertThat(of(VoiceKind.WE_SAY, approved)).isEmpty();
    assertThat(of(VoiceKind.DISCLAIMER, approved)).isEmpty();
  }

  @Test
  void fewAnswersAndWordsOfGreetingsTeachNoWords() {
    var few =
        IntStream.range(0, 15)
            .mapToObj(i -> talk(question(i), "Slow mornings count. " + matter(i)))
            .toList();
    assertThat(of(VoiceKind.WE_SAY, few)).isEmpty();
    var greeting =
        IntStream.range(0, 60)
            .mapToObj(i -> talk(question(i), "Ahoy! " + matter(i) + " Fair winds."))
            .toList();
    assertThat(words(of(VoiceKind.WE_SAY, greeting))).doesNotContain("ahoy", "fair winds");
  }

  @Test
  void aClaimComesWithItsDisclaimer() {
    var approved =
        IntStream.range(0, 60)
            .mapToObj(
                i ->
                    talk(
                        question(i),
                        matter(i)
                            + (i % 4 == 0
                                ? " Island delivery takes %d days, weather permitting.".formatted(i)
                                : "")))
            .toList();
    var rules = of(VoiceKind.DISCLAIMER, approved);
    assertThat(rules).hasSize(1);
    var claim = ((VoiceRule.Disclaimer) rules.getFirst().rule()).claims().getFirst();
    assertThat(claim.disclaimer()).isEqualTo("weather permitting");
    assertThat(claim.words()).hasSize(1);
    assertThat("island delivery takes").contains(claim.words().getFirst());
    assertThat(rules.getFirst().speaking()).isEqualTo(15);
    assertThat(rules.getFirst().of()).isEqualTo(15);
    // What was learned marks an answer that leaves it out.
    var scorer =
        new VoiceScorer(
            VoiceGuide.NONE.taking(rules.getFirst().rule()), text -> "en", text -> List.of());
    assertThat(
            scorer
                .score(talk("?", "Island delivery takes two days."))
                .getFirst()
                .score()
                .breaches())
        .hasSize(1);
    assertThat(
            scorer
                .score(talk("?", "Island delivery takes two days, weather permitting."))
                .getFirst()
                .score()
                .breaches())
        .isEmpty();
  }

  @Test
  void aWholeSentenceMayBeTheDisclaimer() {
    var approved =
        IntStream.range(0, 60)
            .mapToObj(
                i ->
                    talk(
                        question(i),
                        matter(i)
                            + (i % 5 == 0
                                ? " With the subscription you save on bag %d. Offer subject to availability."
                                    .formatted(i)
                                : "")))
            .toList();
    var rules = of(VoiceKind.DISCLAIMER, approved);
    assertThat(rules).hasSize(1);
    assertThat(((VoiceRule.Disclaimer) rules.getFirst().rule()).claims().getFirst().disclaimer())
        .isEqualTo("Offer subject to availability");
  }

  @Test
  void whereTheClaimIsOftenMadeWithoutItNothingIsProposed() {
    var approved =
        IntStream.range(0, 60)
            .mapToObj(
                i ->
                    talk(
                        question(i),
                        matter(i)
                            + " Island delivery takes %d days".formatted(i)
                            + (i % 2 == 0 ? ", weather permitting." : ".")))
            .toList();
    assertThat(of(VoiceKind.DISCLAIMER, approved)).isEmpty();
  }

  @Test
  void aSentenceThatLimitsNothingAndOneThatIsEverywhereAreNoDisclaimers() {
    var tracked =
        IntStream.range(0, 60)
            .mapToObj(
                i ->
                    talk(
                        question(i),
                        matter(i)
                            + (i % 4 == 0
                                ? " The courier brings box %d. You see it on the map.".formatted(i)
                                : "")))
            .toList();
    assertThat(of(VoiceKind.DISCLAIMER, tracked)).isEmpty();
    var everywhere =
        IntStream.range(0, 60)
            .mapToObj(i -> talk(question(i), matter(i) + " Terms and conditions apply."))
            .toList();
    assertThat(of(VoiceKind.DISCLAIMER, everywhere)).isEmpty();
  }

  /** Sentences that make a claim in words of their own. */
  private static final List<String> CLAIMS =
      List.of(
          "You get a full refund by card.",
          "We gladly send the full refund today.",
          "For a torn bag there is a full refund, of course.",
          "Ask us anytime and the full refund is yours.",
          "Nothing fits? Then take the full refund instead.",
          "Our shop in Lisbon hands out a full refund too.",
          "A late parcel always earns you a full refund.",
          "Presents may go back for a full refund.");

  private static List<Conversation> claiming(String behind, int every) {
    return IntStream.range(0, 96)
        .mapToObj(
            i ->
                talk(
                    question(i),
                    matter(i)
                        + (i % every == 0
                            ? " " + CLAIMS.get(i / every % CLAIMS.size()) + " " + behind
                            : "")))
        .toList();
  }

  @Test
  void aSentenceThatFollowsAClaimNearlyAlwaysIsProposedWithoutLimitingWords() {
    var rules = of(VoiceKind.DISCLAIMER, claiming("Keep the receipt for thirty days.", 6));
    assertThat(rules).hasSize(1);
    var claim = ((VoiceRule.Disclaimer) rules.getFirst().rule()).claims().getFirst();
    assertThat(claim.words()).containsExactly("refund");
    assertThat(claim.disclaimer()).isEqualTo("Keep the receipt for thirty days");
    assertThat(rules.getFirst().speaking()).isEqualTo(16);
    assertThat(rules.getFirst().rule().kind().isTakenByHand()).isTrue();
  }

  @Test
  void whatFollowsIsNoDisclaimerWhereTheEvidenceIsNotClear() {
    assertThat(of(VoiceKind.DISCLAIMER, claiming("Shall we send it to you today?", 6)))
        .as("a question")
        .isEmpty();
    assertThat(of(VoiceKind.DISCLAIMER, claiming("The refund comes by the same card.", 6)))
        .as("it goes on about the same")
        .isEmpty();
    assertThat(of(VoiceKind.DISCLAIMER, claiming("Keep the receipt for thirty days.", 2)))
        .as("half of all answers: a manner")
        .isEmpty();
    assertThat(of(VoiceKind.DISCLAIMER, claiming("Keep the receipt for thirty days.", 16)))
        .as("too few")
        .isEmpty();
    var without =
        IntStream.range(0, 96)
            .mapToObj(
                i ->
                    talk(
                        question(i),
                        matter(i)
                            + (i % 6 == 0 ? " " + CLAIMS.get(i / 6 % CLAIMS.size()) : "")
                            + (i % 12 == 0 ? " Keep the receipt for thirty days." : "")))
            .toList();
    assertThat(of(VoiceKind.DISCLAIMER, without)).as("only half of the claims").isEmpty();
    var template =
        IntStream.range(0, 96)
            .mapToObj(
                i ->
                    talk(
                        question(i),
                        matter(i)
                            + (i % 6 == 0
                                ? " For order %d you get a full refund by card. Keep the receipt for thirty days."
                                    .formatted(i)
                                : "")))
            .toList();
    assertThat(of(VoiceKind.DISCLAIMER, template)).as("one template").isEmpty();
    var apart =
        IntStream.range(0, 96)
            .mapToObj(
                i ->
                    talk(
                        question(i),
                        (i % 6 == 0 ? CLAIMS.get(i / 6 % CLAIMS.size()) + " " : "")
                            + matter(i)
                            + (i % 6 == 0 ? " Keep the receipt for thirty days." : "")))
            .toList();
    assertThat(of(VoiceKind.DISCLAIMER, apart)).as("not right behind it").isEmpty();
  }

  private static List<Conversation> spelled(String... words) {
    return IntStream.range(0, 40)
        .mapToObj(
            i -> talk(question(i), matter(i) + " The " + words[i % words.length] + " is new."))
        .toList();
  }

  @Test
  void theSpellingOfACountryIsLearnedFromAnswersThatTell() {
    var rules = of(VoiceKind.SPELLING, spelled("colour", "flavour", "centre", "bag", "label"));
    assertThat(rules)
        .containsExactly(new LearnedRule(new VoiceRule.Spelling(Set.of(Variety.BRITISH)), 24, 24));
    assertThat(of(VoiceKind.SPELLING, spelled("color", "flavor", "gray")))
        .extracting(LearnedRule::rule)
        .containsExactly(new VoiceRule.Spelling(Set.of(Variety.AMERICAN)));
    assertThat(of(VoiceKind.SPELLING, spelled("contacto", "prémio"), "pt"))
        .extracting(LearnedRule::rule)
        .containsExactly(new VoiceRule.Spelling(Set.of(Variety.EUROPEAN)));
  }

  @Test
  void whereBothAreWrittenOrNothingTellsNoSpellingIsLearned() {
    assertThat(of(VoiceKind.SPELLING, spelled("colour", "color", "bag"))).isEmpty();
    assertThat(of(VoiceKind.SPELLING, spelled("bag", "cup"))).isEmpty();
    assertThat(of(VoiceKind.SPELLING, spelled("colour", "centre"), "id")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          BRITISH | en | The color of our organization's travelers | color=colour organization=organisation travelers=travellers
          BRITISH | en | Colors fade. The check is in the program, a meter long | Colors=Colours
          BRITISH | en | Meet us at Rockefeller Center or the colour bar |
          AMERICAN | en | We realised the cheque was cancelled at the centre | realised=realized cheque=check cancelled=canceled centre=center
          AMERICAN | en | Our analyses are practice runs |
          AMERICAN | pt | a colour e o centre |
          BRAZILIAN | pt | O comboio trouxe o prémio e o facto de metro | comboio=trem prémio=prêmio
          EUROPEAN | pt | O ônibus, o metrô e o controle | ônibus=autocarro metrô=metro controle=controlo
          """)
  void whatTheOtherCountryWritesIsMarked(
      Variety variety, String language, String answer, String expected) {
    var scorer =
        new VoiceScorer(
            VoiceGuide.NONE.with(new VoiceRule.Spelling(Set.of(variety))),
            text -> language,
            text -> List.of());
    var breaches =
        scorer.score(talk("?", answer)).getFirst().score().breaches().stream()
            .map(breach -> answer.substring(breach.start(), breach.end()) + "=" + breach.wanted())
            .toList();
    assertThat(String.join(" ", breaches)).isEqualTo(expected == null ? "" : expected);
  }

  /** Both lists are read whole, and no word stands on both sides of English. */
  @Test
  void noWordIsBritishAndAmericanAtOnce() {
    for (var ours : Variety.values()) {
      var there = new java.util.ArrayList<String>();
      VarietyWords.find(
          new AnswerText("colour color prémio prêmio"), ours, (word, wanted) -> there.add(wanted));
      assertThat(there).hasSize(1);
    }
  }

  /** Dunning's formula by hand: 20 of 60 against 0 of 60. */
  @Test
  void theRatioIsThatOfThePaper() {
    // 2 (20 ln 2 + 40 ln (40/50) + 60 ln (60/50)) = 2 (13.8629 - 8.9257 + 10.9393)
    assertThat(Likelihood.ratio(20, 60, 0, 60)).isCloseTo(31.7530, within(0.001));
    assertThat(Likelihood.ratio(30, 60, 30, 60)).isCloseTo(0, within(1e-9));
  }

  @Test
  void whatIsLearnedTwiceOfOneWordIsOneTerm() {
    var ours = new VoiceRule.WeSay(List.of(new VoiceRule.Term("guest", List.of("customer"))));
    var learned = new VoiceRule.WeSay(List.of(new VoiceRule.Term("Guest", List.of())));
    assertThat(ours.with(learned)).isEqualTo(ours);
    var british = new VoiceRule.Spelling(Set.of(Variety.BRITISH, Variety.BRAZILIAN));
    assertThat(british.with(new VoiceRule.Spelling(Set.of(Variety.AMERICAN))))
        .isEqualTo(new VoiceRule.Spelling(Set.of(Variety.AMERICAN, Variety.BRAZILIAN)));
  }
}
