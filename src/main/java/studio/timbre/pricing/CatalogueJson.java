package studio.timbre.pricing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.model.TrainingTerms;
import studio.timbre.model.TrainingTerms.OpenTo;
import studio.timbre.model.TrainingTerms.Served;

/** Reads the lines of a catalogue file: a JSON list of objects. What is null or absent is not known. */
final class CatalogueJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** How a promise not to close too soon stands where a day of closing would. */
  private static final Pattern NOT_BEFORE = Pattern.compile("not before (\\d{4}-\\d{2}-\\d{2})");

  private CatalogueJson() {}

  /**
   * @throws IllegalArgumentException with a sentence for people when the file is not a list of lines that each name a provider
   *     and a model
   */
  static List<ObjectNode> lines(String json) {
    var lines = new ArrayList<ObjectNode>();
    for (var line : list(json)) {
      if (!(line instanceof ObjectNode object)
          || !line.path("provider").isTextual()
          || !line.path("model").isTextual()) {
        throw new IllegalArgumentException(
            "entry " + (lines.size() + 1) + " does not name a provider and a model");
      }
      lines.add(object);
    }
    return lines;
  }

  private static JsonNode list(String json) {
    try {
      var list = MAPPER.readTree(json);
      if (list.isArray()) {
        return list;
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "it is not JSON from line " + e.getLocation().getLineNr() + " on", e);
    }
    throw new IllegalArgumentException("it is not a list");
  }

  /**
   * @throws IllegalArgumentException with a sentence for people when a value is not of its kind
   */
  static CatalogueEntry entry(ObjectNode line) {
    var closing = text(line, "new_jobs_close_on");
    var closingDay = closing.flatMap(CatalogueJson::day);
    return new CatalogueEntry(
        line.get("provider").asText(),
        line.get("model").asText(),
        methods(line),
        number(line, "training_usd_per_million_tokens"),
        number(line, "training_usd_per_hour"),
        number(line, "training_minimum_usd"),
        number(line, "input_usd_per_million"),
        number(line, "cached_input_usd_per_million"),
        number(line, "output_usd_per_million"),
        number(line, "hosting_usd_per_hour"),
        text(line, "encoding"),
        whole(line, "context_length_training"),
        text(line, "status").orElse(""),
        date(line, "last_new_job_date"),
        closingDay,
        date(line, "shutdown_date"),
        text(line, "source").orElse(""),
        text(line, "as_of").orElse(""),
        notes(line, closingDay.isPresent() ? Optional.empty() : closing),
        terms(line, closing));
  }

  /** Some providers promise a day before which they will not close, which is no date of closing: it joins the notes. */
  private static String notes(ObjectNode line, Optional<String> closingInWords) {
    String notes = text(line, "notes").orElse("");
    return closingInWords
        .map(words -> ("New jobs: closed " + words + ". " + notes).strip())
        .orElse(notes);
  }

  private static TrainingTerms terms(ObjectNode line, Optional<String> closing) {
    return new TrainingTerms(
        whole(line, "default_epochs"),
        truth(line, "bills_held_out"),
        number(line, "training_usd_per_million_tokens_at_most"),
        number(line, "training_minimum_usd_at_most"),
        count(line, "free_training_tokens_a_month"),
        text(line, "served_by").map(word -> served(line, word)),
        closing
            .map(NOT_BEFORE::matcher)
            .filter(Matcher::matches)
            .flatMap(found -> day(found.group(1))),
        text(line, "open_to").map(word -> openTo(line, word)).orElse(OpenTo.EVERYBODY));
  }

  private static OpenTo openTo(ObjectNode line, String word) {
    return Arrays.stream(OpenTo.values())
        .filter(openTo -> openTo.word().equals(word))
        .findFirst()
        .orElseThrow(() -> wrong(line, "open_to", "everybody, existing customers, or invited"));
  }

  private static Served served(ObjectNode line, String word) {
    return Arrays.stream(Served.values())
        .filter(served -> served.word().equals(word))
        .findFirst()
        .orElseThrow(() -> wrong(line, "served_by", "tokens, hours, or tokens and hours"));
  }

  private static Set<String> methods(ObjectNode line) {
    var methods = new LinkedHashSet<String>();
    for (var method : line.path("methods")) {
      methods.add(method.asText());
    }
    return methods;
  }

  private static Optional<String> text(ObjectNode line, String key) {
    var value = line.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw wrong(line, key, "a text");
    }
    return Optional.of(value.asText());
  }

  private static OptionalDouble number(ObjectNode line, String key) {
    var value = line.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return OptionalDouble.empty();
    }
    if (!value.isNumber() || value.asDouble() < 0) {
      throw wrong(line, key, "a number of 0 or more");
    }
    return OptionalDouble.of(value.asDouble());
  }

  private static Optional<Boolean> truth(ObjectNode line, String key) {
    var value = line.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isBoolean()) {
      throw wrong(line, key, "true or false");
    }
    return Optional.of(value.asBoolean());
  }

  private static OptionalLong count(ObjectNode line, String key) {
    var value = line.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return OptionalLong.empty();
    }
    if (!value.canConvertToExactIntegral() || value.asLong() < 0) {
      throw wrong(line, key, "a whole number of 0 or more");
    }
    return OptionalLong.of(value.asLong());
  }

  private static OptionalInt whole(ObjectNode line, String key) {
    var value = line.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return OptionalInt.empty();
    }
    if (!value.canConvertToExactIntegral() || value.asInt() < 1) {
      throw wrong(line, key, "a whole number above 0");
    }
    return OptionalInt.of(value.asInt());
  }

  private static Optional<LocalDate> date(ObjectNode line, String key) {
    var written = text(line, key);
    var day = written.flatMap(CatalogueJson::day);
    if (written.isPresent() && day.isEmpty()) {
      throw wrong(line, key, "a day as 2027-01-14");
    }
    return day;
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static IllegalArgumentException wrong(ObjectNode line, String key, String kind) {
    return new IllegalArgumentException(
        "%s of %s is not %s".formatted(key, line.path("model").asText(), kind));
  }
}
