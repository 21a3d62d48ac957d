package studio.timbre.tokens.jinja;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import studio.timbre.tokens.jinja.Filters.Filter;

/** Filters that go through the items of a value. */
final class ListFilters {

  private ListFilters() {}

  static Optional<Filter> find(String name) {
    return Optional.ofNullable(
        switch (name) {
          case "first" ->
              (value, arguments) -> {
                List<Object> items = Values.items(value);
                return items.isEmpty() ? new Undefined("the first of nothing") : items.getFirst();
              };
          case "last" ->
              (value, arguments) -> {
                List<Object> items = Values.items(value);
                return items.isEmpty() ? new Undefined("the last of nothing") : items.getLast();
              };
          case "list" -> (value, arguments) -> Values.items(value);
          case "items" ->
              (value, arguments) -> value instanceof Undefined ? List.of() : call(value, "items");
          case "reverse" ->
              (value, arguments) ->
                  value instanceof String text
                      ? new StringBuilder(text).reverse().toString()
                      : reversed(Values.items(value));
          case "join" -> ListFilters::join;
          case "map" -> ListFilters::map;
          case "select" -> (value, arguments) -> select(value, arguments, false, true);
          case "reject" -> (value, arguments) -> select(value, arguments, false, false);
          case "selectattr" -> (value, arguments) -> select(value, arguments, true, true);
          case "rejectattr" -> (value, arguments) -> select(value, arguments, true, false);
          case "sort" -> ListFilters::sort;
          case "unique" -> ListFilters::unique;
          case "dictsort" -> ListFilters::dictsort;
          case "sum" -> ListFilters::sum;
          case "min" -> (value, arguments) -> extreme(value, arguments, -1);
          case "max" -> (value, arguments) -> extreme(value, arguments, 1);
          default -> null;
        });
  }

  private static Object call(Object value, String method) {
    if (Access.attribute(value, method) instanceof Callable callable) {
      return callable.call(Arguments.NONE);
    }
    throw new JinjaException(Values.kind(value) + " has no " + method);
  }

  private static List<Object> reversed(List<Object> items) {
    var reversed = new ArrayList<>(items);
    Collections.reverse(reversed);
    return reversed;
  }

  /** {@code a.b.0}: entries of entries; the item itself where no attribute is asked for. */
  private static Object part(Object item, Object attribute) {
    if (attribute instanceof Long place) {
      return Access.subscript(item, place);
    }
    Object value = item;
    if (attribute instanceof String path) {
      for (String name : path.split("\\.")) {
        boolean isPlace = !name.isEmpty() && name.chars().allMatch(Character::isDigit);
        value = Access.subscript(value, isPlace ? (Object) Long.valueOf(name) : name);
      }
    }
    return value;
  }

  private static Object join(Object value, Arguments arguments) {
    String separator = PythonText.of(arguments.get(0, "d", ""));
    Object attribute = arguments.get(1, "attribute", None.NONE);
    var texts = new ArrayList<Object>();
    for (Object item : Values.items(value)) {
      Budget.step();
      texts.add(PythonText.of(part(item, attribute)));
    }
    return TextMethods.joined(separator, texts);
  }

  private static Object map(Object value, Arguments arguments) {
    var mapped = new ArrayList<Object>();
    Object attribute = arguments.named().get("attribute");
    for (Object item : Values.items(value)) {
      Budget.step();
      if (attribute != null) {
        Object part = part(item, attribute);
        mapped.add(
            part instanceof Undefined && arguments.named().containsKey("default")
                ? arguments.named().get("default")
                : part);
      } else {
        mapped.add(Filters.named(arguments.text(0, "filter")).apply(item, arguments.after(1)));
      }
    }
    return mapped;
  }

  /** Keeps the items for which a test holds, or the others; without a test, the true ones. */
  private static Object select(
      Object value, Arguments arguments, boolean byAttribute, boolean keep) {
    Object attribute = byAttribute ? arguments.get(0, "attribute") : None.NONE;
    Arguments rest = byAttribute ? arguments.after(1) : arguments;
    var selected = new ArrayList<Object>();
    for (Object item : Values.items(value)) {
      Budget.step();
      Object part = part(item, attribute);
      boolean holds =
          rest.positional().isEmpty()
              ? Values.isTrue(part)
              : Checks.named(rest.text(0, "test")).holds(part, rest.after(1));
      if (holds == keep) {
        selected.add(item);
      }
    }
    return selected;
  }

  /** Capital and small letters are the same unless someone asks. */
  private static Object folded(Object value, boolean caseSensitive) {
    return !caseSensitive && value instanceof String text ? text.toLowerCase(Locale.ROOT) : value;
  }

  private static Object sort(Object value, Arguments arguments) {
    boolean caseSensitive = arguments.flag(1, "case_sensitive");
    Object attribute = arguments.get(2, "attribute", None.NONE);
    var sorted = new ArrayList<>(Values.items(value));
    Budget.steps(sorted.size());
    Comparator<Object> order =
        (a, b) ->
            Values.compare(
                folded(part(a, attribute), caseSensitive),
                folded(part(b, attribute), caseSensitive));
    sorted.sort(arguments.flag(0, "reverse") ? order.reversed() : order);
    return sorted;
  }

  private static Object unique(Object value, Arguments arguments) {
    boolean caseSensitive = arguments.flag(0, "case_sensitive");
    Object attribute = arguments.get(1, "attribute", None.NONE);
    var kept = new ArrayList<Object>();
    var seen = new ArrayList<Object>();
    for (Object item : Values.items(value)) {
      Object part = folded(part(item, attribute), caseSensitive);
      Budget.steps(1L + seen.size());
      if (seen.stream().noneMatch(other -> Values.equal(other, part))) {
        seen.add(part);
        kept.add(item);
      }
    }
    return kept;
  }

  private static Object dictsort(Object value, Arguments arguments) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new JinjaException("dictsort needs a dict, not " + Values.kind(value));
    }
    boolean caseSensitive = arguments.flag(0, "case_sensitive");
    int by = arguments.get(1, "by", "key").equals("value") ? 1 : 0;
    var pairs = new ArrayList<Object>();
    map.forEach((key, entry) -> pairs.add(Tuple.of(key, entry)));
    Budget.steps(pairs.size());
    Comparator<Object> order =
        (a, b) ->
            Values.compare(
                folded(((Tuple) a).items().get(by), caseSensitive),
                folded(((Tuple) b).items().get(by), caseSensitive));
    pairs.sort(arguments.flag(2, "reverse") ? order.reversed() : order);
    return pairs;
  }

  private static Object sum(Object value, Arguments arguments) {
    Object attribute = arguments.get(0, "attribute", None.NONE);
    Object total = arguments.get(1, "start", 0L);
    for (Object item : Values.items(value)) {
      Budget.step();
      total = Operators.arithmetic("+", total, part(item, attribute));
    }
    return total;
  }

  private static Object extreme(Object value, Arguments arguments, int sign) {
    boolean caseSensitive = arguments.flag(0, "case_sensitive");
    Object attribute = arguments.get(1, "attribute", None.NONE);
    return Values.items(value).stream()
        .reduce(
            (a, b) ->
                sign
                            * Values.compare(
                                folded(part(b, attribute), caseSensitive),
                                folded(part(a, attribute), caseSensitive))
                        > 0
                    ? b
                    : a)
        .orElse(new Undefined("an extreme of nothing"));
  }
}
