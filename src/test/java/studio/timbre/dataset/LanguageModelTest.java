package studio.timbre.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.util.normalizer.AggregateCharSequenceNormalizer;
import opennlp.tools.util.normalizer.CharSequenceNormalizer;
import opennlp.tools.util.normalizer.EmojiCharSequenceNormalizer;
import opennlp.tools.util.normalizer.NumberCharSequenceNormalizer;
import opennlp.tools.util.normalizer.ShrinkCharSequenceNormalizer;
import opennlp.tools.util.normalizer.TwitterCharSequenceNormalizer;
import opennlp.tools.util.normalizer.UrlCharSequenceNormalizer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.timbre.model.Message;
import studio.timbre.store.GeneratedTalks;
import studio.timbre.store.SpokenTalks;

/** Our reading of the model of languages beside Apache OpenNLP's own, over texts of every kind. */
class LanguageModelTest {
  private static final CharSequenceNormalizer NORMALIZER =
      new AggregateCharSequenceNormalizer(
          EmojiCharSequenceNormalizer.getInstance(),
          UrlCharSequenceNormalizer.getInstance(),
          TwitterCharSequenceNormalizer.getInstance(),
          NumberCharSequenceNormalizer.getInstance(),
          ShrinkCharSequenceNormalizer.getInstance());

  /** What one of the expressions looks for, nearly is that, or ends it; and letters of many scripts. */
  private static final List<String> PARTS =
      List.of(
          "http",
          "https://",
          "http://a.b/c?d=e",
          "x@y.com",
          "a.b-c@d-e.f",
          "@",
          "#",
          "@someone",
          "#tag",
          "RT ",
          "rt:",
          "rt rt ",
          "art ",
          "_rt ",
          "ért ",
          "3rt:",
          ":",
          ";",
          ":-)",
          ":)",
          "xD",
          "X-p",
          "xo",
          ";-(",
          "haha",
          "hahaha",
          "HAHAHA",
          "hjhj",
          "jajaja",
          "heehee",
          "hihi ",
          "hooho",
          "haahaa",
          "hijo",
          "hu",
          "12",
          "٣",
          "٣٤",
          "7",
          "-",
          "–",
          " ",
          "  ",
          "\n",
          "\n\n",
          "\t ",
          "\r\n",
          "\u00a0\u00a0",
          "\u2028\u2028\u2028",
          "aaa",
          "AaA",
          "ééé",
          "ÉéÉ",
          "...",
          "!!!!",
          "\ud83d\ude00",
          "\ud83d\ude00\ud83d\ude00",
          "\ud800\udc00",
          "\ud83d",
          "\ude00",
          "\ud800",
          "\ud800\ud800\ud800",
          "\udbff\udfff",
          "\udbff\udfff\udbff\udfff\udbff\udfff",
          "ﬁ",
          "Ａ",
          "ﷺ",
          "\ue000",
          "İ",
          "ı",
          "ſ",
          "ẞ",
          "Ω",
          "K",
          "\u0000",
          "\u0001\u0002",
          "a\u0301",
          "\u0301rt ",
          "the order",
          "não está",
          "sudah dikirim",
          "где",
          "заказ",
          "أين طلبي",
          "在哪里",
          "ここです",
          "여기",
          "กาแฟ",
          "नमस्ते",
          "שלום",
          "Straße",
          "σς",
          "łódź",
          "ñandú",
          "ça");

  private static LanguageDetectorME openNlp;
  private static LanguageModel all;

  @BeforeAll
  static void bothRead() throws Exception {
    try (var stream = LanguageDetectorME.class.getResourceAsStream("/langdetect-183.bin")) {
      openNlp = new LanguageDetectorME(new LanguageDetectorModel(stream));
    }
    all =
        LanguageModel.read(
            Arrays.stream(openNlp.getSupportedLanguages())
                .collect(Collectors.toMap(code -> code, code -> code)));
  }

  @Test
  void whatSaysNothingIsTakenOutAsInTheTextsThatTheModelLearnedFrom() {
    var random = new Random(7);
    for (int i = 0; i < 100_000; i++) {
      String text = nasty(random);
      assertThat(PlainLetters.of(text))
          .as(() -> "of " + readable(text))
          .isEqualTo(small(NORMALIZER.normalize(text).toString()));
    }
  }

  @Test
  void everyCharacterIsTakenAsThereInEveryPlace() {
    // Above the first plane one in every few, and the end, whose pairs the expression for pictures
    // leaves.
    for (int sign = 0;
        sign <= Character.MAX_CODE_POINT;
        sign += sign < 0x10000 || sign > 0x10FFF0 ? 1 : 233) {
      String one = Character.toString(sign);
      String text = "a" + one + one + one + "rt " + one + "rt x" + one + " H" + one + "h " + one;
      assertThat(PlainLetters.of(text))
          .as(() -> "of " + readable(text))
          .isEqualTo(small(NORMALIZER.normalize(text).toString()));
    }
  }

  @Test
  void languagesAreAsLikelyAsThere() {
    var random = new Random(8);
    var made = new GeneratedTalks(150);
    var spoken = new SpokenTalks(9);
    var texts = new ArrayList<>(List.of("", "a", "ab", "abc"));
    for (int i = 0; i < 150; i++) {
      texts.add(nasty(random));
      made.next().messages().stream().map(Message::text).forEach(texts::add);
      spoken.next().messages().stream().map(Message::text).forEach(texts::add);
    }
    for (String text : texts) {
      var sums = all.sums(PlainLetters.of(text));
      assertThat(sums).hasSize(103);
      var theirs = likely(text);
      double first = Math.log(theirs.get(all.code(0))) - sums[0];
      double farthest =
          IntStream.range(0, sums.length)
              .mapToDouble(
                  language ->
                      Math.abs(sums[language] + first - Math.log(theirs.get(all.code(language)))))
              .max()
              .orElseThrow();
      assertThat(farthest).as(text).isLessThan(1e-9);
    }
  }

  @Test
  void languagesThatAreNotAskedForAreLeftOut() throws Exception {
    var two = LanguageModel.read(Map.of("eng", "en", "por", "pt"));
    assertThat(two.languages()).isEqualTo(2);
    var sums = two.sums("onde está o meu pedido");
    var theirs = likely("onde está o meu pedido");
    int portuguese = two.code(0).equals("pt") ? 0 : 1;
    assertThat(sums[portuguese] - sums[1 - portuguese])
        .isPositive()
        .isCloseTo(Math.log(theirs.get("por") / theirs.get("eng")), within(1e-9));
  }

  private static Map<String, Double> likely(String text) {
    var likely = new HashMap<String, Double>();
    for (Language guess : openNlp.predictLanguages(text)) {
      likely.put(guess.getLang(), guess.getConfidence());
    }
    return likely;
  }

  private static String nasty(Random random) {
    var text = new StringBuilder();
    for (int i = 1 + random.nextInt(12); i > 0; i--) {
      text.append(PARTS.get(random.nextInt(PARTS.size())));
      if (random.nextInt(3) == 0) {
        text.append(' ');
      }
    }
    return text.toString();
  }

  /** As OpenNLP does it: a character at a time. */
  private static String small(String text) {
    var small = text.codePoints().map(Character::toLowerCase).toArray();
    return new String(small, 0, small.length);
  }

  private static String readable(String text) {
    return text.chars()
        .mapToObj(c -> c > ' ' && c < 127 ? "" + (char) c : String.format("\\u%04x", c))
        .collect(Collectors.joining());
  }
}
