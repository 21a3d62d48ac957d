package studio.timbre.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import studio.timbre.model.Role;
import studio.timbre.model.Split;

class LookedSetTest {
  private static final Look.Linguist NOBODY = text -> "";
  private final LookedSet checks = new LookedSet(16);
  private long next;

  private long add(Split split, String question, String answer) {
    return add(split, question, answer, NOBODY);
  }

  private long add(Split split, String question, String answer, Look.Linguist linguist) {
    var look =
        Look.at(
            List.of(
                new Said(Role.USER, Said.Kind.SPOKEN, question),
                new Said(Role.ASSISTANT, Said.Kind.SPOKEN, answer)),
            0,
            linguist);
    // As it comes back from where it is kept.
    checks.add(++next, split, (question + answer).hashCode(), Look.of(look.bytes()));
    return next;
  }

  private Map<TextProblem, List<Long>> found() {
    checks.compare();
    var found = new EnumMap<TextProblem, List<Long>>(TextProblem.class);
    for (var kind : TextProblem.values()) {
      var ids = checks.with(kind);
      if (!ids.isEmpty()) {
        found.put(kind, ids);
      }
    }
    return found;
  }

  /** Words that no two texts share by chance. */
  private static String words(Random random, int count) {
    var words = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      words.add(Integer.toString(random.nextInt(1 << 20), 36) + "a");
    }
    return String.join(" ", words);
  }

  @Test
  void whoeverCallsTheComparisonOffIsHeardBetweenItsParts() {
    add(Split.TRAINING, "Where is it?", "Here.");
    var questions = new AtomicInteger();
    checks.compare(questions::incrementAndGet);
    // Each band of the signatures is sorted, and gone through.
    assertThat(questions.get()).isGreaterThan(2 * 12);
    assertThatThrownBy(
            () ->
                checks.compare(
                    () -> {
                      throw new CancellationException("enough");
                    }))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void nearlyTheSameIsFoundAndOtherThingsAreNot() {
    var random = new Random(7);
    String text = words(random, 60);
    long first = add(Split.TRAINING, "a", text);
    for (int i = 0; i < 50; i++) {
      add(Split.TRAINING, "b" + i, words(random, 60));
    }
    long twin = add(Split.TRAINING, "a", text + " really.");
    long measured = add(Split.HELD_OUT, "A!", text.toUpperCase(java.util.Locale.ROOT) + " indeed");
    assertThat(found())
        .containsEntry(TextProblem.NEAR_DUPLICATE, List.of(first, twin, measured))
        .containsEntry(TextProblem.HELD_OUT_LEAK, List.of(first, twin, measured));
  }

  @Test
  void theSameToTheLetterIsNotNearlyTheSame() {
    String text = words(new Random(1), 40);
    add(Split.TRAINING, "a", text);
    add(Split.TRAINING, "a", text);
    assertThat(found()).doesNotContainKey(TextProblem.NEAR_DUPLICATE);
  }

  /** Hundreds of pairs with a known share of runs in common: what lies clearly on one side is told so. */
  @Test
  void theEdgeLiesWhereItIsSaid() {
    var random = new Random(11);
    var alike = new ArrayList<Long>();
    for (int i = 0; i < 200; i++) {
      String text = words(random, 100);
      boolean near = i % 2 == 0;
      // One run in three goes with each changed word: 2 of 100 leave 0.89, 12 leave about 0.5.
      var changed = text.split(" ");
      for (int n = 0; n < (near ? 2 : 12); n++) {
        changed[(n * 8 + 3) % 100] = "other" + n;
      }
      long one = add(Split.TRAINING, "q" + i, text);
      long other = add(Split.TRAINING, "q" + i, String.join(" ", changed));
      if (near) {
        alike.add(one);
        alike.add(other);
      }
    }
    var found = found().getOrDefault(TextProblem.NEAR_DUPLICATE, List.of());
    assertThat(alike).containsAll(found);
    assertThat(found).hasSizeGreaterThan(alike.size() * 9 / 10);
  }

  @Test
  void answersThatDifferInNumbersOrInYesAndNoContradict() {
    long one = add(Split.TRAINING, "How long do I have?", "You have 30 days.");
    long other = add(Split.TRAINING, "how long do I have", "You have 14 days to send it back.");
    long yes = add(Split.TRAINING, "Posso devolver?", "Sim, pode.");
    long no = add(Split.TRAINING, "Posso devolver?", "Não, infelizmente.");
    long warm = add(Split.TRAINING, "Who are you?", "We are Gull.");
    long warmer = add(Split.TRAINING, "Who are you?", "Gull, by the harbour.");
    add(Split.TRAINING, "Where?", "By the sea.");
    add(Split.TRAINING, "Where?", "By the sea.");
    assertThat(found())
        .containsEntry(TextProblem.CONTRADICTING_ANSWERS, List.of(one, other, yes, no))
        .containsEntry(TextProblem.SAME_QUESTION, List.of(warm, warmer));
  }

  @Test
  void answersFarFromTheUsualLengthAreTold() {
    var random = new Random(3);
    for (int i = 0; i < 20; i++) {
      add(Split.TRAINING, "q" + i, words(random, 40));
    }
    long little = add(Split.TRAINING, "short", "Ok.");
    long much = add(Split.TRAINING, "long", words(random, 900));
    assertThat(found())
        .containsEntry(TextProblem.ANSWER_TOO_SHORT, List.of(little))
        .containsEntry(TextProblem.ANSWER_TOO_LONG, List.of(much));
  }

  @Test
  void aLanguageThatIsNotTheProjectsIsTold() {
    Look.Linguist linguist = text -> text.startsWith("Nós") ? "pt" : "en";
    String english = "We are the people by the harbour and we sell what we like best ";
    for (int i = 0; i < 12; i++) {
      add(
          Split.TRAINING,
          "Tell me who it is that I am talking to right now, my dear, " + i,
          english,
          linguist);
    }
    long other =
        add(
            Split.TRAINING,
            "Tell me who it is that I am talking to right now, my dear",
            "Nós somos as pessoas do porto e vendemos aquilo de que mais gostamos",
            linguist);
    assertThat(found())
        .containsEntry(TextProblem.OTHER_LANGUAGE, List.of(other))
        .containsEntry(TextProblem.MIXED_LANGUAGES, List.of(other));
  }

  @Test
  void openingsThatSayNothingAreToldSoonerThanAGreeting() {
    var random = new Random(5);
    for (int i = 0; i < 100; i++) {
      String opening =
          i % 10 == 0
              ? "Great question! "
              : i % 10 < 3 ? "Here you go: " : i % 10 < 9 ? "Ahoy! " : "";
      add(Split.TRAINING, "q" + i, opening + words(random, 20));
    }
    Map<TextProblem, List<Long>> found = found();
    // Ten fillers and twenty of the same three words; what six of ten begin with is the house's
    // way.
    assertThat(found.get(TextProblem.OVERUSED_OPENING))
        .hasSize(30)
        .contains(1L, 2L, 3L)
        .doesNotContain(4L);
  }

  @Test
  void aLookComesBackAsItWasKept() {
    var look =
        Look.at(
            List.of(
                new Said(
                    Role.USER,
                    Said.Kind.SPOKEN,
                    "I am joe@gmail.com and ask for nine words more or less"),
                new Said(
                    Role.ASSISTANT,
                    Said.Kind.SPOKEN,
                    "No, 3 of them, as an AI, and then some more words here")),
            5,
            text -> "en");
    assertThat(Look.of(look.bytes())).usingRecursiveComparison().isEqualTo(look);
    assertThat(look.bytes()).hasSizeLessThan(130);
    assertThat(look.problems()).contains(TextProblem.PERSONAL_EMAIL, TextProblem.MODEL_PHRASE);
    assertThat(look.yesOrNo()).isEqualTo((byte) -1);
  }

  @Test
  void plainTextNeedsNoModelToTellItsLanguage() {
    for (var text :
        List.of(
            "en:We are happy to tell you that the parcel is on its way to you and will be with you by Friday",
            "pt:Não se preocupe, você recebe o seu pedido até sexta e isso não muda nada no valor da sua compra",
            "es:No se preocupe, usted recibe su pedido el viernes y los gastos del envío ya están pagados por la tienda",
            "id:Jangan khawatir, pesanan Anda akan tiba pada hari Jumat dan kami tidak akan menagih biaya dari Anda",
            "fr:Ne vous inquiétez pas, nous sommes là pour vous et votre colis est dans le train avec les autres",
            "de:Keine Sorge, wir sind für Sie da und das Paket ist mit dem Zug auf der Reise zu Ihnen")) {
      assertThat(CommonWords.languageOf(text.substring(3))).as(text).contains(text.substring(0, 2));
    }
    assertThat(CommonWords.languageOf("Hello, tudo bem, the of não você and uma")).isEmpty();
    assertThat(CommonWords.languageOf("Var är paketet som jag väntar på")).isEmpty();
  }
}
