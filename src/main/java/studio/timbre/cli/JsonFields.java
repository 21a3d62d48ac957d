package studio.timbre.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The fields of a JSON object, in the order in which they are given. What is empty, NaN or infinite is null. */
final class JsonFields {
  private final ObjectNode node = JsonNodeFactory.instance.objectNode();

  JsonFields with(String name, @Nullable Object value) {
    node.set(name, json(value));
    return this;
  }

  /** One line. */
  @Override
  public String toString() {
    return node.toString();
  }

  private static JsonNode json(@Nullable Object value) {
    var nodes = JsonNodeFactory.instance;
    return switch (value) {
      case null -> nodes.nullNode();
      case JsonFields fields -> fields.node;
      case Optional<?> optional -> json(optional.orElse(null));
      case OptionalDouble optional ->
          optional.isPresent() ? json(optional.getAsDouble()) : json(null);
      case OptionalInt optional -> optional.isPresent() ? json(optional.getAsInt()) : json(null);
      case OptionalLong optional -> optional.isPresent() ? json(optional.getAsLong()) : json(null);
      case Boolean truth -> nodes.booleanNode(truth);
      case Integer whole -> nodes.numberNode(whole);
      case Long whole -> nodes.numberNode(whole);
      case Double number -> Double.isFinite(number) ? nodes.numberNode(number) : nodes.nullNode();
      case Collection<?> values -> {
        var list = nodes.arrayNode();
        values.forEach(each -> list.add(json(each)));
        yield list;
      }
      default -> nodes.textNode(value.toString());
    };
  }
}
