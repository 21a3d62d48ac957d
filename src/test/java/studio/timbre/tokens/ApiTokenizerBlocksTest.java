package studio.timbre.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Millions of ids beside those of tiktoken, whose digests src/test/reference/openai_blocks.py has written. */
class ApiTokenizerBlocksTest {
  private static final int BLOCK = 0x1000;
  private static final JsonNode REFERENCE = reference();

  enum Tiktoken {
    CL100K_BASE(ApiEncoding.CL100K_BASE),
    O200K_BASE(ApiEncoding.O200K_BASE);

    private final ApiTokenizer ours;

    Tiktoken(ApiEncoding encoding) {
      ours = new ApiTokenizer(encoding);
    }

    JsonNode figures(String what) {
      return REFERENCE.get(name().toLowerCase(Locale.ROOT)).get(what);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyCharacterOfUnicodeInFivePlacesOfAText(Tiktoken tiktoken) {
    var places = texts(REFERENCE.get("places"));
    var digests = tiktoken.figures("points");
    assertThat(digests.size() * BLOCK).isEqualTo(Character.MAX_CODE_POINT + 1);
    var soft = new SoftAssertions();
    for (int block = 0; block < digests.size(); block++) {
      var digest = new Digest();
      for (int point = block * BLOCK; point < (block + 1) * BLOCK; point++) {
        if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
          for (var place : places) {
            digest.add(tiktoken.ours, place.replace("%s", Character.toString(point)));
          }
        }
      }
      soft.assertThat(digest.text())
          .as("from U+%04X", block * BLOCK)
          .isEqualTo(digests.get(block).asText());
    }
    soft.assertAll();
  }

  @ParameterizedTest
  @EnumSource
  void fiftyThousandTextsOfNastyParts(Tiktoken tiktoken) {
    var parts = texts(REFERENCE.get("parts"));
    var digests = tiktoken.figures("random");
    var random = new Random(5);
    var soft = new SoftAssertions();
    for (int block = 0; block < digests.size(); block++) {
      var digest = new Digest();
      for (int i = 0; i < 500; i++) {
        var text = new StringBuilder();
        for (int left = 1 + random.nextInt(40); left > 0; left--) {
          text.append(parts.get(random.nextInt(parts.size())));
        }
        digest.add(tiktoken.ours, text.toString());
      }
      soft.assertThat(digest.text()).as("block " + block).isEqualTo(digests.get(block).asText());
    }
    soft.assertAll();
  }

  /** The longest make a million characters; a way that takes the square of that would not end. */
  @ParameterizedTest
  @EnumSource
  void longRunsOfOnePart(Tiktoken tiktoken) {
    var soft = new SoftAssertions();
    for (var run : tiktoken.figures("runs")) {
      String text = run.get("part").asText().repeat(run.get("times").asInt());
      int count = run.get("count").asInt();
      soft.assertThat(tiktoken.ours.count(text)).as(run.toString()).isEqualTo(count);
      var digest = new Digest();
      digest.add(tiktoken.ours, text);
      soft.assertThat(digest.text()).as(run.toString()).isEqualTo(run.get("digest").asText());
    }
    soft.assertAll();
  }

  /** Of blanks, 128 make one token; tiktoken itself breaks off here. */
  @ParameterizedTest
  @EnumSource
  void aMillionBlanks(Tiktoken tiktoken) {
    assertThat(tiktoken.ours.count(" ".repeat(1_000_000))).isEqualTo(1_000_000 / 128 + 1);
  }

  /** Eight of the letter make a token, and a part of a piece a whole number of tokens. */
  @ParameterizedTest
  @EnumSource
  void aPieceThatIsJoinedPartByPart(Tiktoken tiktoken) {
    assertThat(tiktoken.ours.count("a".repeat(3_000_000))).isEqualTo(375_000);
  }

  /** Each thread remembers pieces for itself. */
  @ParameterizedTest
  @EnumSource
  void severalThreadsCountTheSame(Tiktoken tiktoken) {
    var parts = texts(REFERENCE.get("parts"));
    var random = new Random(6);
    var texts = new ArrayList<String>();
    for (int i = 0; i < 20_000; i++) {
      texts.add(parts.get(random.nextInt(parts.size())) + parts.get(random.nextInt(parts.size())));
    }
    var alone = texts.stream().map(tiktoken.ours::encode).toList();
    for (int turn = 0; turn < 3; turn++) {
      var together = texts.parallelStream().map(tiktoken.ours::encode).toList();
      assertThat(IntStream.range(0, texts.size()))
          .allMatch(i -> Arrays.equals(alone.get(i), together.get(i)));
    }
  }

  private static final class Digest {
    private final MessageDigest digest;

    Digest() {
      try {
        digest = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }

    void add(Tokenizer tokenizer, String text) {
      int[] ids = tokenizer.encode(text);
      var bytes = ByteBuffer.allocate(4 * ids.length + 4).order(ByteOrder.LITTLE_ENDIAN);
      for (int id : ids) {
        bytes.putInt(id);
      }
      digest.update(bytes.putInt(-1).array());
    }

    String text() {
      return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    }
  }

  private static List<String> texts(JsonNode array) {
    var texts = new ArrayList<String>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static JsonNode reference() {
    try (var file =
        ApiTokenizerBlocksTest.class.getResourceAsStream("/reference/openai-blocks.json")) {
      return new ObjectMapper().readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
