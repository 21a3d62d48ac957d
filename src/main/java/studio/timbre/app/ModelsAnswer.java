package studio.timbre.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Optional;
import studio.timbre.app.CheckOutcome.End;

/**
 * Reads what {@code GET /models} answers: OpenAI's list with {@code shutdown_date}, Azure's with {@code capabilities.fine_tune},
 * the bare array of Together AI and of some gateways, and Fireworks AI's list of the models that belong to the account. What stands in it is a stranger's text: names lose their control characters and are cut.
 */
final class ModelsAnswer {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int LONGEST_NAME = 100;

  private ModelsAnswer() {}

  static CheckOutcome read(byte[] body) {
    JsonNode root;
    try {
      root = MAPPER.readTree(body);
    } catch (IOException e) {
      return new CheckOutcome.NoSuchAddress();
    }
    var list = list(root);
    if (!list.isArray()) {
      return new CheckOutcome.NoSuchAddress();
    }
    var names = new ArrayList<String>();
    var trainable = new ArrayList<String>();
    var ends = new ArrayList<End>();
    for (var model : list) {
      String name = name(model.path("id").asText(model.path("name").asText()));
      names.add(name);
      if (model.path("capabilities").path("fine_tune").asBoolean()) {
        trainable.add(name);
      }
      day(model.path("shutdown_date")).ifPresent(day -> ends.add(new End(name, day)));
    }
    ends.sort(Comparator.comparing(End::day).thenComparing(End::model));
    return new CheckOutcome.Works(names, trainable, ends);
  }

  private static JsonNode list(JsonNode root) {
    if (root.isArray()) {
      return root;
    }
    return root.path("data").isArray() ? root.path("data") : root.path("models");
  }

  static boolean isOutOfCredit(byte[] body) {
    try {
      var error = MAPPER.readTree(body).path("error");
      return error.path("code").asText().equals("insufficient_quota")
          || error.path("type").asText().equals("insufficient_quota");
    } catch (IOException e) {
      return false;
    }
  }

  /** Without control characters, and not endless. */
  static String name(String id) {
    String plain = id.replaceAll("[\\p{Cntrl}\\p{Cf}]", "");
    return plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) + "…" : plain;
  }

  private static Optional<LocalDate> day(JsonNode value) {
    try {
      return value.isTextual() ? Optional.of(LocalDate.parse(value.asText())) : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
