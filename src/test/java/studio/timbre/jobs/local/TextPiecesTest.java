package studio.timbre.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import studio.timbre.tokens.Tokenizer;

class TextPiecesTest {

  /** One token a byte: the hardest case there is. */
  private static final Tokenizer BYTES =
      new Tokenizer() {
        @Override
        public int count(String text) {
          return encode(text).length;
        }

        @Override
        public int[] encode(String text) {
          byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
          var tokens = new int[bytes.length];
          for (int i = 0; i < bytes.length; i++) {
            tokens[i] = bytes[i];
          }
          return tokens;
        }

        @Override
        public String decode(int[] tokens) {
          var bytes = new byte[tokens.length];
          for (int i = 0; i < tokens.length; i++) {
            bytes[i] = (byte) tokens[i];
          }
          return new String(bytes, StandardCharsets.UTF_8);
        }
      };

  @Test
  void charactersComeWhole() {
    String text = "Olá, ☕ 茶 👩‍🚀!";
    var pieces = new ArrayList<String>();
    var stream = new TextPieces(BYTES);
    for (int token : BYTES.encode(text)) {
      stream.add(token).ifPresent(pieces::add);
    }
    assertThat(String.join("", pieces)).isEqualTo(text);
    assertThat(pieces).allMatch(piece -> !piece.contains("\uFFFD"));
    assertThat(pieces).contains("á", "☕", "👩");
  }

  @Test
  void anEndInTheMiddleOfACharacterIsLeftOut() {
    var stream = new TextPieces(BYTES);
    int[] tokens = BYTES.encode("a☕");
    assertThat(stream.add(tokens[0])).hasValue("a");
    assertThat(stream.add(tokens[1])).isEmpty();
    assertThat(stream.add(tokens[2])).isEmpty();
  }
}
