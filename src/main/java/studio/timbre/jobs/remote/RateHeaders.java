package studio.timbre.jobs.remote;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an answer's headers say about the time of the next call. */
public final class RateHeaders {
  /** A provider that asks for more is asked again after this. */
  private static final Duration MOST = Duration.ofMinutes(10);

  private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|s|m|h)");

  private RateHeaders() {}

  /** {@code Retry-After} in seconds or as a date, or the milliseconds that some servers send beside it. */
  public static Optional<Duration> retryAfter(HttpHeaders headers, Instant now) {
    return first(headers, "retry-after-ms")
        .flatMap(RateHeaders::number)
        .or(() -> first(headers, "retry-after").flatMap(RateHeaders::number).map(s -> s * 1000))
        .map(millis -> Duration.ofMillis(Math.round(millis)))
        .or(() -> first(headers, "retry-after").flatMap(text -> until(text, now)))
        .filter(RateHeaders::isAhead)
        .map(RateHeaders::bounded);
  }

  /** How long to rest where no request is left until the limit starts afresh. */
  public static Optional<Duration> untilReset(HttpHeaders headers) {
    return first(headers, "x-ratelimit-remaining-requests")
        .flatMap(RateHeaders::number)
        .filter(left -> left <= 0)
        .flatMap(_ -> first(headers, "x-ratelimit-reset-requests"))
        .flatMap(RateHeaders::span)
        .filter(RateHeaders::isAhead)
        .map(RateHeaders::bounded);
  }

  /** As {@code 6m0s}, {@code 1s}, {@code 250ms}. */
  private static Optional<Duration> span(String text) {
    var parts = PART.matcher(text.strip());
    double millis = 0;
    int end = 0;
    while (parts.find() && parts.start() == end) {
      double number = Double.parseDouble(parts.group(1));
      millis +=
          switch (parts.group(2)) {
            case "ms" -> number;
            case "s" -> number * 1e3;
            case "m" -> number * 60e3;
            default -> number * 3600e3;
          };
      end = parts.end();
    }
    return end > 0 && end == text.strip().length()
        ? Optional.of(Duration.ofMillis(Math.round(millis)))
        : number(text).map(seconds -> Duration.ofMillis(Math.round(seconds * 1000)));
  }

  private static Optional<Duration> until(String text, Instant now) {
    try {
      var time = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(Duration.between(now, time));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> first(HttpHeaders headers, String name) {
    return headers.firstValue(name);
  }

  private static Optional<Double> number(String text) {
    try {
      double number = Double.parseDouble(text.strip());
      return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static boolean isAhead(Duration time) {
    return !time.isNegative() && !time.isZero();
  }

  private static Duration bounded(Duration time) {
    return time.compareTo(MOST) > 0 ? MOST : time;
  }
}
