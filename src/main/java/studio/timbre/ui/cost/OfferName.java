package studio.timbre.ui.cost;

import java.util.regex.Pattern;

/**
 * The name of a model on two lines, so that what tells it from others is not cut off: what it is called, and what else is said of it.
 *
 * @param head as {@code Llama-3.1-8B-Instruct}, or {@code models up to 16B}
 * @param rest as {@code meta-llama}, or {@code LoRA, pairs}; empty for none
 */
record OfferName(String head, String rest) {
  private static final Pattern IN_BRACKETS = Pattern.compile("([^(]+) \\((.+)\\)");
  private static final Pattern AS_EXAMPLE = Pattern.compile("([^,]+), (.+)");
  private static final Pattern OF_SOMEBODY = Pattern.compile("([^/ ]+)/([^/ ]+)");

  static OfferName of(String name) {
    var brackets = IN_BRACKETS.matcher(name);
    if (brackets.matches()) {
      var inner = of(brackets.group(1));
      return new OfferName(inner.head(), inner.with(brackets.group(2)));
    }
    var somebody = OF_SOMEBODY.matcher(name);
    if (somebody.matches()) {
      return new OfferName(somebody.group(2), somebody.group(1));
    }
    var example = AS_EXAMPLE.matcher(name);
    return example.matches()
        ? new OfferName(example.group(1), example.group(2))
        : new OfferName(name, "");
  }

  private String with(String more) {
    return rest.isEmpty() ? more : rest + ", " + more;
  }

  /** The second line: where the model is, and the rest of its name. */
  String below(String where) {
    return rest.isEmpty() ? where : where + " · " + rest;
  }
}
