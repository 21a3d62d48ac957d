package studio.timbre.jobs.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateHeadersTest {
  private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

  private static HttpHeaders headers(Map<String, String> values) {
    var all = new TreeMap<String, List<String>>();
    values.forEach((name, value) -> all.put(name, List.of(value)));
    return HttpHeaders.of(all, (_, _) -> true);
  }

  @ParameterizedTest
  @CsvSource({
    "7, PT7S",
    "0.5, PT0.5S",
    "86400, PT10M",
    "'Sun, 22 Nov 2026 08:01:30 GMT', PT1M30S",
  })
  void retryAfterIsSecondsOrADateAndHasABound(String text, Duration expected) {
    var headers = headers(Map.of("Retry-After", text));
    assertThat(RateHeaders.retryAfter(headers, NOW)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({"-1", "0", "soon", "'Sun, 22 Nov 2026 07:00:00 GMT'"})
  void whatIsNoTimeAheadIsPassedOver(String text) {
    var headers = headers(Map.of("Retry-After", text));
    assertThat(RateHeaders.retryAfter(headers, NOW)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1s, PT1S", "6m0s, PT6M", "250ms, PT0.25S", "1m30.5s, PT1M30.5S"})
  void aUsedUpLimitRestsUntilItsReset(String text, Duration expected) {
    var headers =
        headers(Map.of("x-ratelimit-remaining-requests", "0", "x-ratelimit-reset-requests", text));
    assertThat(RateHeaders.untilReset(headers)).contains(expected);
  }

  @Test
  void aLimitThatIsNotUsedUpAsksForNothing() {
    var headers =
        headers(
            Map.of("x-ratelimit-remaining-requests", "3", "x-ratelimit-reset-requests", "6m0s"));
    assertThat(RateHeaders.untilReset(headers)).isEmpty();
  }
}
