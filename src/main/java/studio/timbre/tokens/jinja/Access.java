package studio.timbre.tokens.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks into values: {@code a.b}, {@code a[b]}, {@code a[b:c:d]}. */
final class Access {

  private Access() {}

  /** {@code target.name}: a method or part first, then an entry of that name. */
  static Object attribute(Object target, String name) {
    Values.refuseUndefined(target);
    if (target instanceof Attributes attributes) {
      return attributes.attribute(name).orElseGet(() -> missing(name));
    }
    Optional<Callable> method = Methods.of(target, name);
    if (method.isPresent()) {
      return method.get();
    }
    return target instanceof Map<?, ?> map && map.containsKey(name) ? map.get(name) : missing(name);
  }

  /** {@code target[key]}: an entry first, then a method or part of that name. */
  static Object subscript(Object target, Object key) {
    Values.refuseUndefined(target);
    Object found = item(target, key);
    return found instanceof Undefined && key instanceof String name
        ? attribute(target, name)
        : found;
  }

  static Object item(Object target, Object key) {
    if (target instanceof Map<?, ?> map) {
      return map.containsKey(key) ? map.get(key) : missing(PythonText.representation(key));
    }
    if (key instanceof Long place && target instanceof String text) {
      int[] points = text.codePoints().toArray();
      int at = fromEnd(place, points.length);
      return at < 0 ? missing(key.toString()) : Character.toString(points[at]);
    }
    if (key instanceof Long place && (target instanceof List<?> || target instanceof Tuple)) {
      List<Object> items = Values.items(target);
      int at = fromEnd(place, items.size());
      return at < 0 ? missing(key.toString()) : items.get(at);
    }
    return missing(PythonText.of(key));
  }

  private static Undefined missing(String what) {
    return new Undefined("'" + what + "'");
  }

  /** Places below 0 count from the end; -1 where there is none. */
  private static int fromEnd(long place, int length) {
    long at = place < 0 ? place + length : place;
    return at >= 0 && at < length ? (int) at : -1;
  }

  static Object slice(Object target, Optional<Long> from, Optional<Long> to, long step) {
    Values.refuseUndefined(target);
    if (step == 0) {
      throw new JinjaException("a step of 0");
    }
    if (target instanceof String text) {
      int[] points = text.codePoints().toArray();
      Budget.make(points.length);
      var part = new StringBuilder();
      for (int at : places(points.length, from, to, step)) {
        part.appendCodePoint(points[at]);
      }
      return part.toString();
    }
    if (target instanceof List<?> || target instanceof Tuple) {
      List<Object> items = Values.items(target);
      Budget.make(items.size());
      var part = new ArrayList<Object>();
      for (int at : places(items.size(), from, to, step)) {
        part.add(items.get(at));
      }
      return target instanceof Tuple ? new Tuple(part) : part;
    }
    return missing("slice");
  }

  private static List<Integer> places(
      int length, Optional<Long> from, Optional<Long> to, long step) {
    // Where a slice may begin and end, going up or down.
    long lowest = step > 0 ? 0 : -1;
    long highest = step > 0 ? length : length - 1;
    long start =
        from.map(place -> within(place, length, lowest, highest))
            .orElse(step > 0 ? lowest : highest);
    long stop =
        to.map(place -> within(place, length, lowest, highest)).orElse(step > 0 ? highest : lowest);
    var places = new ArrayList<Integer>();
    for (long at = start; step > 0 ? at < stop : at > stop; at += step) {
      places.add((int) at);
      if (Math.abs(step) > length) {
        break;
      }
    }
    return places;
  }

  private static long within(long place, int length, long lowest, long highest) {
    return Math.clamp(place < 0 ? place + length : place, lowest, highest);
  }
}
