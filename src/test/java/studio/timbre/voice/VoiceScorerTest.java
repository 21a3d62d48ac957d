package studio.timbre.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Role;
import studio.timbre.model.voice.AnswerVoice;
import studio.timbre.model.voice.VoiceBreach;
import studio.timbre.model.voice.VoiceGuide;
import studio.timbre.model.voice.VoiceKind;
import studio.timbre.model.voice.VoiceRule;
import studio.timbre.model.voice.VoiceWeight;

class VoiceScorerTest {
  private static List<AnswerVoice> score(VoiceGuide guide, String language, Message... messages) {
    return new VoiceScorer(guide, text -> language, text -> List.of())
        .score(Conversation.of(messages));
  }

  private static AnswerVoice score(VoiceGuide guide, String language, String answer) {
    return score(guide, language, Message.of(Role.USER, "Hi"), Message.of(Role.ASSISTANT, answer))
        .getFirst();
  }

  private static List<VoiceBreach> breaches(VoiceRule rule, String language, String answer) {
    return score(VoiceGuide.NONE.with(rule), language, answer).score().breaches();
  }

  /** The words that are marked. */
  private static List<String> marked(VoiceRule rule, String language, String answer) {
    return breaches(rule, language, answer).stream()
        .map(breach -> answer.substring(breach.start(), breach.end()))
        .toList();
  }

  private static List<String> marked(VoiceRule rule, String answer) {
    return marked(rule, "en", answer);
  }

  @Test
  void wordsThatWeNeverSayAreFoundAsWholeWords() {
    var rule = new VoiceRule.NeverSay(List.of("utiliz*", "Valued customer", "cheap", "&"));
    assertThat(
            marked(
                rule,
                "Dear VALUED\u00a0customer, we utilise and utilized a cheaper, cheap's way & more."))
        .containsExactly("VALUED\u00a0customer", "utilized", "cheap's", "&");
    assertThat(marked(rule, "A valued, customer and a customer we valued. Cheapest.")).isEmpty();
  }

  @Test
  void addressesAndCodeAreNoWords() {
    var rule = new VoiceRule.NeverSay(List.of("cheap", "shop", "name"));
    assertThat(
            marked(
                rule,
                "See https://cheap.example/shop, mail shop@cheap.example or cheap.example, `cheap`, {{name}}."))
        .isEmpty();
  }

  @Test
  void ourWordsStandInPlaceOfOthers() {
    var rule =
        new VoiceRule.WeSay(
            List.of(
                new VoiceRule.Term("guest", List.of("customer", "user")),
                new VoiceRule.Term("customer care", List.of("support"))));
    var found = breaches(rule, "en", "Our customer care helps each User. Ask support.");
    assertThat(found).extracting(VoiceBreach::found).containsExactly("User", "support");
    assertThat(found).extracting(VoiceBreach::wanted).containsExactly("guest", "customer care");
  }

  @Test
  void namesAreWrittenInOneWay() {
    var rule = new VoiceRule.SpelledSo(List.of("Wi-Fi", "NordCafé", "e-mail", "iPhone"));
    assertThat(
            marked(
                rule,
                "Wifi at Nordcafe: wi fi and WI-FI. E-mail us, or send an Email; NordCafé's iPhone."))
        .containsExactly("Wifi", "Nordcafe", "wi fi", "WI-FI", "Email");
    assertThat(marked(rule, "The Wi-Fi at NordCafé reads e-mail on an iPhone.")).isEmpty();
  }

  @Test
  void theFirstAnswerBeginsAndTheLastEndsAsTheGuideSays() {
    var guide =
        VoiceGuide.NONE
            .with(
                new VoiceRule.Greeting(
                    VoiceRule.Manner.ONE_OF, List.of("Hi {name}", "Ahoy"), false))
            .with(new VoiceRule.SignOff(VoiceRule.Manner.ONE_OF, List.of("Fair winds"), false));
    var scores =
        score(
            guide,
            "en",
            Message.of(Role.USER, "Hello"),
            Message.of(Role.ASSISTANT, "Hi Mary Jane, what is it?"),
            Message.of(Role.USER, "A bag"),
            Message.of(Role.ASSISTANT, "Here it is.\n\nFair winds,\nYour Nord team"));
    assertThat(scores).extracting(each -> each.message()).containsExactly(1, 3);
    assertThat(scores).allSatisfy(each -> assertThat(each.score().breaches()).isEmpty());
    var wrong = score(guide, "en", "Hello there. Here it is.");
    assertThat(wrong.score().breaches())
        .extracting(VoiceBreach::kind)
        .containsExactly(VoiceKind.GREETING, VoiceKind.SIGN_OFF);
    assertThat(wrong.score().breaches())
        .extracting(breach -> "Hello there. Here it is.".substring(breach.start(), breach.end()))
        .containsExactly("Hello", "is");
  }

  @ParameterizedTest
  @CsvSource({
    "'Good morning, your bag left.', Good morning",
    "'Olá, Ana! Já saiu.', Olá",
    "'Selamat pagi, sudah dikirim.', Selamat pagi",
    "'History repeats.', ''"
  })
  void aGuideMayAskForNoGreeting(String answer, String found) {
    var rule = new VoiceRule.Greeting(VoiceRule.Manner.NONE, List.of(), false);
    assertThat(String.join("", marked(rule, answer))).isEqualTo(found);
  }

  @Test
  void aGuideMayAskForNoSignOff() {
    var rule = new VoiceRule.SignOff(VoiceRule.Manner.NONE, List.of(), false);
    assertThat(marked(rule, "It left.\nBest regards,\nAna")).containsExactly("Best regards");
    assertThat(marked(rule, "It left. Best to wait until Friday for it then.")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "en, 'I think our team and my dog', I|my",
    "pt, 'Eu envio o meu e o nosso', Eu|meu",
    "id, 'Saya kirim, kami tunggu', Saya",
    "fr, 'Je pense que nous', ''",
    "'', 'I think', ''"
  })
  void whoSpeaksIsToldInThreeLanguages(String language, String answer, String found) {
    var rule = new VoiceRule.Speaker(VoiceRule.Person.WE);
    assertThat(String.join("|", marked(rule, language, answer))).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource({
    "FORMAL, en, 'Hey, it''s Ana''s and we don''t wanna wait.', Hey|wanna|it's|don't",
    "FORMAL, pt, 'Tu vai pra loja.', Tu|pra",
    "FORMAL, id, 'Kamu nggak perlu.', Kamu|nggak",
    "RELAXED, en, 'Kindly do not hesitate to ask.', Kindly|do not hesitate",
    "RELAXED, pt, 'O senhor recebe amanhã.', O senhor",
    "RELAXED, id, 'Pesanan Anda dikirim.', Anda"
  })
  void howCloseWeAreIsToldInThreeLanguages(
      VoiceRule.Register register, String language, String answer, String found) {
    assertThat(marked(new VoiceRule.Formality(register), language, answer))
        .containsExactlyInAnyOrder(found.split("\\|", -1));
  }

  @Test
  void picturesAreCountedAsPeopleSeeThem() {
    assertThat(marked(new VoiceRule.Emoji(0, List.of()), "👩‍🍳👍🏽🇧🇷❤️ :-) ok © ™ 5 → ✓ 10:30)"))
        .containsExactly("👩‍🍳", "👍🏽", "🇧🇷", "❤️", ":-)");
    assertThat(marked(new VoiceRule.Emoji(1, List.of("⚓")), "⚓ and 🎉")).containsExactly("🎉");
    assertThat(marked(new VoiceRule.Emoji(2, List.of("⚓")), "⚓ and 🎉")).containsExactly("🎉");
    assertThat(marked(new VoiceRule.Emoji(2, List.of()), "⚓ and 🎉")).isEmpty();
  }

  @Test
  void exclamationMarksBeyondTheLimitAreMarked() {
    var found = breaches(new VoiceRule.Exclamations(1), "en", "Hi! Yes! No!");
    assertThat(found).extracting(VoiceBreach::start).containsExactly(7, 11);
    assertThat(found).extracting(VoiceBreach::found).containsOnly("3");
  }

  @Test
  void longSentencesAreMarkedWhole() {
    assertThat(
            marked(
                new VoiceRule.SentenceLength(5),
                "It is 3.5 kg, e.g. two bags of Mr. Bean. Fine.\n- One two three\n- Four five six"))
        .containsExactly("It is 3.5 kg, e.g. two bags of Mr. Bean");
  }

  @Test
  void readingIsJudgedInLanguagesThatAreKnownAndInLongEnoughTexts() {
    var rule = new VoiceRule.Reading(Map.of("en", 6, "pt", 60, "id", 40));
    String hard =
        "Notwithstanding considerable organisational difficulties, international transportation"
            + " authorities subsequently authorised extraordinary administrative accommodations"
            + " regarding temporarily unavailable refrigerated distribution facilities, necessitating"
            + " comprehensive reconsideration of previously communicated commercial availability"
            + " expectations throughout metropolitan communities.";
    assertThat(breaches(rule, "en", hard)).hasSize(1);
    assertThat(Integer.parseInt(breaches(rule, "en", hard).getFirst().found())).isGreaterThan(15);
    assertThat(breaches(rule, "id", hard)).hasSize(1);
    assertThat(breaches(rule, "fr", hard)).isEmpty();
    assertThat(breaches(rule, "en", hard.substring(0, 80))).isEmpty();
    String easy =
        "We got your note. The bag is on its way to you now. You can look for it on Monday. If it"
            + " does not come by then, tell us, and we will send a new one at no cost to you.";
    assertThat(breaches(rule, "en", easy)).isEmpty();
  }

  @Test
  void signsThatAreNoneOfOursAreMarked() {
    var all = new VoiceRule.Punctuation(Set.of(VoiceRule.Sign.values()));
    assertThat(
            marked(
                all,
                "Wait; it is—yes – so… why?? IMPORTANT FAQ (see below) “here” \"there\"  now ;-)"))
        .containsExactly(
            ";", "—", "–", "…", "??", "IMPORTANT FAQ", "(", "“", "”", "\"", "\"", "  ");
    assertThat(marked(all, "A FAQ on the well-known NASA site.\n- one\n- two")).isEmpty();
  }

  @Test
  void claimsNeedTheirDisclaimer() {
    var rule =
        new VoiceRule.Disclaimer(
            List.of(new VoiceRule.Claim(List.of("interest-free", "guarantee*"), "Terms apply")));
    var found = breaches(rule, "en", "It is interest-free and guaranteed.");
    assertThat(found).extracting(VoiceBreach::found).containsExactly("interest-free", "guaranteed");
    assertThat(found).extracting(VoiceBreach::wanted).containsOnly("Terms apply");
    assertThat(breaches(rule, "en", "It is interest-free. *Terms apply.*")).isEmpty();
  }

  @Test
  void misspelledWordsComeFromWhoeverKnowsTheDictionaries() {
    var guide = VoiceGuide.NONE.with(new VoiceRule.Dictionary());
    var scores =
        new VoiceScorer(guide, text -> "en", text -> List.of(new Unknown(0, 3)))
            .score(Conversation.of(Message.of(Role.ASSISTANT, "Teh bag")));
    assertThat(scores.getFirst().score().breaches().getFirst().found()).isEqualTo("Teh");
  }

  @Test
  void everyRuleTakesOffWhatItWeighsUpToThreeTimes() {
    var guide = VoiceGuide.NONE.with(new VoiceRule.NeverSay(List.of("no")));
    assertThat(score(guide, "en", "yes").score().points()).isEqualTo(100);
    assertThat(score(guide, "en", "no").score().points()).isEqualTo(75);
    var five = score(guide, "en", "no no no no no").score();
    assertThat(five.points()).isEqualTo(25);
    assertThat(five.breaches()).extracting(VoiceBreach::points).containsExactly(25, 25, 25, 0, 0);
    var light = guide.withWeight(VoiceKind.NEVER_SAY, VoiceWeight.LIGHT);
    assertThat(score(light, "en", "no").score().points()).isEqualTo(96);
  }

  @Test
  void answersThatAreNotTrainedOnAreNotJudged() {
    var guide = VoiceGuide.NONE.with(new VoiceRule.NeverSay(List.of("no")));
    var muted = Message.of(Role.ASSISTANT, "no").withWeight(java.util.OptionalInt.of(0));
    assertThat(score(guide, "en", Message.of(Role.USER, "no"), muted)).isEmpty();
  }
}
