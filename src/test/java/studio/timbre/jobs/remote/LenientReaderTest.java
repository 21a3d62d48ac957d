package studio.timbre.jobs.remote;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LenientReaderTest {
  private final LenientReader fields = new LenientReader(text -> text.replace("secret", "…"));

  private static JsonNode of(String value) throws Exception {
    return new ObjectMapper().readTree("{\"field\":" + value + "}");
  }

  @ParameterizedTest
  @CsvSource({
    "'\"2026-11-22T08:00:00Z\"', 2026-11-22T08:00:00Z",
    "'\"2026-11-22T08:00:00.123456Z\"', 2026-11-22T08:00:00.123456Z",
    "'\"2026-11-22T09:00:00+01:00\"', 2026-11-22T08:00:00Z",
    "'\"2026-11-22T08:00:00.5\"', 2026-11-22T08:00:00.500Z",
    "1795334400, 2026-11-22T08:00:00Z",
    "1795334400.5, 2026-11-22T08:00:00.500Z",
    "1795334400123, 2026-11-22T08:00:00.123Z",
    "1795334400123456, 2026-11-22T08:00:00.123Z",
    "1795334400123456789, 2026-11-22T08:00:00.123456789Z",
  })
  void timesComeInManyForms(String value, Instant time) throws Exception {
    assertThat(fields.time(of(value), "field")).contains(time);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "0", "-5", "\"soon\"", "\"\"", "{}", "[]", "true", "\"22 Nov\""})
  void whatIsNoTimeIsNone(String value) throws Exception {
    assertThat(fields.time(of(value), "field")).isEmpty();
    assertThat(fields.time(of(value), "missing")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"5\"", "-1", "1e999", "{}", "true"})
  void whatIsNoFigureIsNone(String value) throws Exception {
    assertThat(fields.number(of(value), "field")).isEmpty();
    assertThat(fields.whole(of(value), "field")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"'\"a secret\"', a …", "null, ''", "5, ''", "{}, ''"})
  void textsAreCleanedAndNeverOfAnotherKind(String value, String text) throws Exception {
    assertThat(fields.text(of(value), "field")).isEqualTo(text);
  }
}
