package studio.timbre.tokens.jinja;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What can be asked with {@code is}. */
final class Checks {

  /** A question about a value. */
  interface Check {
    boolean holds(Object value, Arguments arguments);
  }

  private Checks() {}

  static Check named(String name) {
    return find(name)
        .orElseThrow(() -> new JinjaException("the test \"" + name + "\" is not known"));
  }

  private static Optional<Check> find(String name) {
    return Optional.ofNullable(
        switch (name) {
          case "defined" -> (value, arguments) -> !(value instanceof Undefined);
          case "undefined" -> (value, arguments) -> value instanceof Undefined;
          case "none" -> (value, arguments) -> value instanceof None;
          case "true" -> (value, arguments) -> value.equals(true);
          case "false" -> (value, arguments) -> value.equals(false);
          case "boolean" -> (value, arguments) -> value instanceof Boolean;
          case "string" -> (value, arguments) -> value instanceof String;
          case "number" -> (value, arguments) -> Values.isNumber(value);
          case "integer" ->
              (value, arguments) -> value instanceof Number && !(value instanceof Double);
          case "float" -> (value, arguments) -> value instanceof Double;
          case "mapping" -> (value, arguments) -> value instanceof Map;
          case "sequence" ->
              (value, arguments) ->
                  isListed(value) || value instanceof Map || value instanceof Undefined;
          case "iterable" ->
              (value, arguments) ->
                  isListed(value) || value instanceof Map || value instanceof Undefined;
          case "callable" -> (value, arguments) -> value instanceof Callable;
          case "sameas" -> Checks::same;
          case "odd" -> (value, arguments) -> remainder(value, 2) == 1;
          case "even" -> (value, arguments) -> remainder(value, 2) == 0;
          case "divisibleby" ->
              (value, arguments) -> remainder(value, arguments.integer(0, "num", 0)) == 0;
          case "lower" ->
              (value, arguments) -> {
                String text = PythonText.of(value);
                return text.equals(text.toLowerCase(Locale.ROOT))
                    && !text.equals(text.toUpperCase(Locale.ROOT));
              };
          case "upper" ->
              (value, arguments) -> {
                String text = PythonText.of(value);
                return text.equals(text.toUpperCase(Locale.ROOT))
                    && !text.equals(text.toLowerCase(Locale.ROOT));
              };
          case "eq", "equalto", "==" ->
              (value, arguments) -> Values.equal(value, arguments.get(0, "other"));
          case "ne", "!=" -> (value, arguments) -> !Values.equal(value, arguments.get(0, "other"));
          case "lt", "lessthan", "<" ->
              (value, arguments) -> Values.compare(value, arguments.get(0, "other")) < 0;
          case "le", "<=" ->
              (value, arguments) -> Values.compare(value, arguments.get(0, "other")) <= 0;
          case "gt", "greaterthan", ">" ->
              (value, arguments) -> Values.compare(value, arguments.get(0, "other")) > 0;
          case "ge", ">=" ->
              (value, arguments) -> Values.compare(value, arguments.get(0, "other")) >= 0;
          case "in" -> (value, arguments) -> Values.contains(arguments.get(0, "seq"), value);
          case "filter" ->
              (value, arguments) -> value instanceof String filter && Filters.isKnown(filter);
          case "test" ->
              (value, arguments) -> value instanceof String test && find(test).isPresent();
          default -> null;
        });
  }

  private static boolean isListed(Object value) {
    return value instanceof List || value instanceof Tuple || value instanceof String;
  }

  /** None, True and False are the same wherever they stand; other values only as themselves. */
  private static boolean same(Object value, Arguments arguments) {
    Object other = arguments.get(0, "other");
    return value instanceof None || value instanceof Boolean ? value.equals(other) : value == other;
  }

  private static long remainder(Object value, long divisor) {
    Object remainder = Operators.arithmetic("%", value, divisor);
    return remainder instanceof Long whole ? whole : -1;
  }
}
