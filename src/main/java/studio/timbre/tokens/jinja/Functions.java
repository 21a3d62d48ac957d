package studio.timbre.tokens.jinja;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The functions that every template may call, with the two that transformers adds. */
final class Functions {

  private static final int LONGEST_RANGE = 100_000;

  private Functions() {}

  static Map<String, Object> all(Supplier<LocalDateTime> clock) {
    var functions = new LinkedHashMap<String, Object>();
    add(functions, "range", arguments -> range(arguments));
    add(functions, "dict", arguments -> entries(arguments));
    add(
        functions,
        "namespace",
        arguments -> {
          var values = new LinkedHashMap<String, Object>();
          entries(arguments).forEach((key, value) -> values.put(PythonText.of(key), value));
          return new Namespace(values);
        });
    add(
        functions,
        "raise_exception",
        arguments -> {
          throw JinjaException.raised(PythonText.of(arguments.get(0, "message")));
        });
    add(
        functions,
        "strftime_now",
        arguments -> Strftime.write(clock.get(), arguments.text(0, "format")));
    return functions;
  }

  private static void add(Map<String, Object> functions, String name, Callable function) {
    functions.put(name, function);
  }

  private static Map<Object, Object> entries(Arguments arguments) {
    var entries = new LinkedHashMap<Object, Object>();
    for (Object given : arguments.positional()) {
      if (!(given instanceof Map<?, ?> map)) {
        throw new JinjaException("a dict is needed, not " + Values.kind(given));
      }
      entries.putAll(map);
    }
    entries.putAll(arguments.named());
    return entries;
  }

  private static Object range(Arguments arguments) {
    boolean onlyEnd = arguments.positional().size() == 1;
    long start = onlyEnd ? 0 : arguments.integer(0, "start", 0);
    long end = arguments.integer(onlyEnd ? 0 : 1, "stop", 0);
    long step = arguments.integer(2, "step", 1);
    if (step == 0) {
      throw new JinjaException("a step of 0");
    }
    var numbers = new ArrayList<Object>();
    for (long at = start; step > 0 ? at < end : at > end; at += step) {
      numbers.add(at);
      if (numbers.size() > LONGEST_RANGE) {
        throw new JinjaException("a range of more than " + LONGEST_RANGE + " numbers");
      }
      Budget.step();
    }
    return numbers;
  }
}
