package studio.timbre.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.timbre.Figures;
import studio.timbre.RealModel;
import studio.timbre.model.UserFacingException;
import studio.timbre.weights.BaseModels;

/** The tokenizer made from the GGUF file agrees with the tokenizer that the model was trained with. */
class HuggingFaceTokenizerTest {

  private static HuggingFaceTokenizer tokenizer;
  private static List<JsonNode> cases;

  @BeforeAll
  static void open() throws Exception {
    try (var model = BaseModels.open(RealModel.path())) {
      tokenizer = HuggingFaceTokenizer.fromJson(model.tokenizerJson());
    }
    cases = Figures.lines("tokenizer-cases.jsonl.gz");
  }

  @Test
  void tenThousandOddStringsBecomeTheSameTokens() {
    assertThat(cases).hasSize(10_000);
    var texts = new ArrayList<String>();
    for (JsonNode odd : cases) {
      texts.add(odd.path("s").textValue());
      assertThat(tokenizer.encode(odd.path("s").textValue()))
          .as("%s", odd.path("s"))
          .isEqualTo(Figures.ints(odd.path("ids")));
    }
    var atOnce = tokenizer.encodeAll(texts);
    for (int i = 0; i < cases.size(); i++) {
      assertThat(atOnce.get(i)).isEqualTo(Figures.ints(cases.get(i).path("ids")));
    }
  }

  @Test
  void tokensBecomeTheSameTextAgain() throws Exception {
    for (JsonNode odd : Figures.lines("tokenizer-decode.jsonl.gz")) {
      int[] ids = Figures.ints(odd.path("ids"));
      assertThat(tokenizer.decode(ids)).isEqualTo(odd.path("plain").textValue());
      assertThat(tokenizer.decodeWithSpecials(ids)).isEqualTo(odd.path("all").textValue());
    }
  }

  @Test
  void placesCountInJavaCharacters() {
    var encoded = tokenizer.encodeWithOffsets("<|im_start|>user\n🦢 é don't 12<|im_end|>\n");
    var pieces = new ArrayList<String>();
    for (int i = 0; i < encoded.length(); i++) {
      pieces.add(
          "<|im_start|>user\n🦢 é don't 12<|im_end|>\n"
              .substring(encoded.starts()[i], encoded.ends()[i]));
    }
    assertThat(pieces)
        .containsExactly(
            "<|im_start|>",
            "user",
            "\n",
            "🦢",
            "🦢",
            "🦢",
            " é",
            " don",
            "'t",
            " ",
            "1",
            "2",
            "<|im_end|>",
            "\n");
  }

  @Test
  void halvesOfCharactersAreReadAsTheReplacementCharacter() {
    assertThat(tokenizer.encode("a\ud83d b\udc00")).isEqualTo(tokenizer.encode("a\ufffd b\ufffd"));
  }

  @Test
  void whatIsNoTokenizerIsRefused() {
    assertThatThrownBy(() -> HuggingFaceTokenizer.fromJson("{\"model\": 3}"))
        .isInstanceOf(UserFacingException.class);
  }
}
