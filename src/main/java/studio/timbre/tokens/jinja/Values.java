package studio.timbre.tokens.jinja;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * What Python says of values. A value is a String, Long, BigInteger (read only), Double, Boolean, {@link None}, List, {@link Tuple},
 * Map, {@link Undefined}, {@link Attributes} or {@link Callable}.
 */
final class Values {

  private Values() {}

  static boolean isTrue(Object value) {
    return switch (value) {
      case None _, Undefined _ -> false;
      case Boolean flag -> flag;
      case Number number -> number.doubleValue() != 0;
      case String text -> !text.isEmpty();
      case List<?> list -> !list.isEmpty();
      case Tuple tuple -> !tuple.items().isEmpty();
      case Map<?, ?> map -> !map.isEmpty();
      default -> true;
    };
  }

  static boolean equal(Object left, Object right) {
    Budget.step();
    if (isNumber(left) && isNumber(right)) {
      return left instanceof Number a && right instanceof Number b && a.equals(b)
          || Double.compare(number(left), number(right)) == 0
          || number(left) == number(right);
    }
    if (left instanceof List<?> a && right instanceof List<?> b) {
      return equalItems(a, b);
    }
    if (left instanceof Tuple(var a) && right instanceof Tuple(var b)) {
      return equalItems(a, b);
    }
    if (left instanceof Map<?, ?> a && right instanceof Map<?, ?> b) {
      return a.size() == b.size()
          && a.entrySet().stream()
              .allMatch(
                  entry ->
                      b.containsKey(entry.getKey())
                          && equal(entry.getValue(), b.get(entry.getKey())));
    }
    if (left instanceof Undefined && right instanceof Undefined) {
      return true;
    }
    return left.equals(right);
  }

  private static boolean equalItems(List<?> left, List<?> right) {
    if (left.size() != right.size()) {
      return false;
    }
    Iterator<?> others = right.iterator();
    for (Object item : left) {
      if (!equal(item, others.next())) {
        return false;
      }
    }
    return true;
  }

  /** Python's order of numbers, of texts, and of lists of them. */
  static int compare(Object left, Object right) {
    Budget.step();
    if (isNumber(left) && isNumber(right)) {
      return left instanceof Long a && right instanceof Long b
          ? Long.compare(a, b)
          : Double.compare(number(left), number(right));
    }
    if (left instanceof String a && right instanceof String b) {
      return compareCodePoints(a, b);
    }
    if (left instanceof List<?> a && right instanceof List<?> b) {
      return compareItems(a, b);
    }
    if (left instanceof Tuple(var a) && right instanceof Tuple(var b)) {
      return compareItems(a, b);
    }
    refuseUndefined(left);
    refuseUndefined(right);
    throw new JinjaException(kind(left) + " and " + kind(right) + " cannot be ordered");
  }

  private static int compareCodePoints(String left, String right) {
    int[] a = left.codePoints().toArray();
    int[] b = right.codePoints().toArray();
    return java.util.Arrays.compare(a, b);
  }

  private static int compareItems(List<?> left, List<?> right) {
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      if (!equal(left.get(i), right.get(i))) {
        return compare(left.get(i), right.get(i));
      }
    }
    return Integer.compare(left.size(), right.size());
  }

  static boolean contains(Object container, Object item) {
    return switch (container) {
      case String text -> {
        if (item instanceof String part) {
          yield text.contains(part);
        }
        refuseUndefined(item);
        throw new JinjaException(kind(item) + " cannot be in a text");
      }
      case Map<?, ?> map -> map.containsKey(item);
      default -> items(container).stream().anyMatch(candidate -> equal(candidate, item));
    };
  }

  /** What a loop goes through: items, keys of a dict, characters of a text. */
  static List<Object> items(Object value) {
    return switch (value) {
      case List<?> list -> new ArrayList<>(list);
      case Tuple tuple -> tuple.items();
      case Map<?, ?> map -> new ArrayList<>(map.keySet());
      case String text -> {
        var characters = new ArrayList<>();
        text.codePoints().forEach(point -> characters.add(Character.toString(point)));
        yield characters;
      }
      case Undefined _ -> List.of();
      default -> throw new JinjaException(kind(value) + " cannot be gone through");
    };
  }

  static long length(Object value) {
    return switch (value) {
      case String text -> text.codePointCount(0, text.length());
      case List<?> list -> list.size();
      case Tuple tuple -> tuple.items().size();
      case Map<?, ?> map -> map.size();
      case Undefined _ -> 0;
      default -> throw new JinjaException(kind(value) + " has no length");
    };
  }

  /** Numbers, and True and False, which Python counts as 1 and 0. */
  static boolean isNumber(Object value) {
    return value instanceof Number || value instanceof Boolean;
  }

  static double number(Object value) {
    return value instanceof Boolean flag ? (flag ? 1 : 0) : ((Number) value).doubleValue();
  }

  static Object refuseUndefined(Object value) {
    if (value instanceof Undefined undefined) {
      throw undefined.problem();
    }
    return value;
  }

  /** The name that Python has for the kind of value. */
  static String kind(Object value) {
    return switch (value) {
      case None _ -> "None";
      case Undefined _ -> "an undefined value";
      case Boolean _ -> "bool";
      case Double _ -> "float";
      case Number _ -> "int";
      case String _ -> "str";
      case List<?> _ -> "list";
      case Tuple _ -> "tuple";
      case Map<?, ?> _ -> "dict";
      default -> "an object";
    };
  }
}
