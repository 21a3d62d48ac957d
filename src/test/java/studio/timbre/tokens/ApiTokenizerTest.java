package studio.timbre.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ApiTokenizerTest {

  /** {@code o200k_harmony} splits and ranks ordinary text as {@code o200k_base} does. */
  @ParameterizedTest
  @CsvSource({"CL100K_BASE, cl100k", "O200K_BASE, o200k", "O200K_HARMONY, o200k"})
  void oddStringsBecomeTheTokensOfTiktoken(ApiEncoding encoding, String column) throws Exception {
    var tokenizer = new ApiTokenizer(encoding);
    var mapper = new ObjectMapper();
    var soft = new SoftAssertions();
    try (var lines = lines()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        var row = mapper.readTree(line);
        String text = row.get("s").asText();
        int[] tokens = tokenizer.encode(text);
        soft.assertThat(tokens).as(text).isEqualTo(numbers(row.get(column)));
        soft.assertThat(tokenizer.count(text)).as(text).isEqualTo(tokens.length);
        soft.assertThat(tokenizer.decode(tokens)).isEqualTo(text);
      }
    }
    soft.assertAll();
  }

  @ParameterizedTest
  @EnumSource
  void halfASurrogatePairCountsAsTheReplacementCharacter(ApiEncoding encoding) {
    var tokenizer = new ApiTokenizer(encoding);
    assertThat(tokenizer.encode("a\uD83Db \uDE00\uD83D"))
        .isEqualTo(tokenizer.encode("a\uFFFDb \uFFFD\uFFFD"));
  }

  private static BufferedReader lines() throws IOException {
    var file = ApiTokenizerTest.class.getResourceAsStream("/reference/openai-cases.jsonl.gz");
    return new BufferedReader(
        new InputStreamReader(new GZIPInputStream(file), StandardCharsets.UTF_8));
  }

  private static int[] numbers(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).mapToInt(JsonNode::asInt).toArray();
  }
}
