package studio.timbre.jobs.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * Fields of answers: whatever is missing, null or of another kind is empty.
 *
 * @param cleaned makes a provider's words fit to be shown and kept
 */
public record LenientReader(UnaryOperator<String> cleaned) {
  private static final long NANOSECONDS = 100_000_000_000_000_000L;
  private static final long MICROSECONDS = 100_000_000_000_000L;
  private static final long MILLISECONDS = 100_000_000_000L;

  public String text(JsonNode node, String field) {
    var value = node.path(field);
    return value.isTextual() ? cleaned.apply(value.asText()) : "";
  }

  public Optional<String> filled(JsonNode node, String field) {
    return Optional.of(text(node, field)).filter(text -> !text.isBlank());
  }

  /** A finite number that is not negative: some write -1 for what was not measured. */
  public OptionalDouble number(JsonNode node, String field) {
    var value = node.path(field);
    return value.isNumber() && Double.isFinite(value.asDouble()) && value.asDouble() >= 0
        ? OptionalDouble.of(value.asDouble())
        : OptionalDouble.empty();
  }

  public OptionalInt whole(JsonNode node, String field) {
    var number = number(node, field);
    return number.isPresent() && number.getAsDouble() <= Integer.MAX_VALUE
        ? OptionalInt.of((int) number.getAsDouble())
        : OptionalInt.empty();
  }

  /** A date of ISO 8601, or a number of seconds, milliseconds, microseconds or nanoseconds since 1970. */
  public Optional<Instant> time(JsonNode node, String field) {
    var value = node.path(field);
    if (value.isTextual()) {
      return date(value.asText());
    }
    if (!value.isNumber() || !(value.asDouble() > 0)) {
      return Optional.empty();
    }
    long count = value.asLong();
    if (count >= NANOSECONDS) {
      return Optional.of(Instant.ofEpochSecond(count / 1_000_000_000, count % 1_000_000_000));
    }
    if (count >= MICROSECONDS) {
      return Optional.of(Instant.ofEpochMilli(count / 1000));
    }
    return Optional.of(
        count >= MILLISECONDS
            ? Instant.ofEpochMilli(count)
            : Instant.ofEpochMilli(Math.round(value.asDouble() * 1000)));
  }

  /** Without a zone it is UTC. */
  private static Optional<Instant> date(String text) {
    boolean hasZone = text.matches(".*([Zz]|[+-]\\d\\d:?\\d\\d)");
    try {
      return Optional.of(OffsetDateTime.parse(hasZone ? text : text + "Z").toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
