package studio.timbre.tokens;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which encoding a model behind an API uses, by its name. The table is our own: the ones that come with tokenizer libraries send
 * {@code gpt-4.1} or its tuned models to the encoding of {@code gpt-4}.
 */
public final class ApiEncodings {

  /** A family of models: how their names begin. A letter, a digit or a point behind it makes it another family. */
  private record Family(Pattern name, ApiEncoding encoding) {
    Family(String name, ApiEncoding encoding) {
      this(Pattern.compile("(" + name + ")(?![\\p{Alnum}.])"), encoding);
    }

    boolean covers(String model) {
      return name.matcher(model).lookingAt();
    }
  }

  private static final List<Family> FAMILIES =
      List.of(
          new Family("gpt-oss", ApiEncoding.O200K_HARMONY),
          new Family("gpt-5(\\.\\d+)?", ApiEncoding.O200K_BASE),
          new Family("gpt-4\\.[15]", ApiEncoding.O200K_BASE),
          new Family("(chat)?gpt-4o", ApiEncoding.O200K_BASE),
          new Family("o4-mini|o[13]", ApiEncoding.O200K_BASE),
          new Family("gpt-4", ApiEncoding.CL100K_BASE),
          new Family("gpt-3\\.?5-turbo", ApiEncoding.CL100K_BASE),
          new Family("(babbage|davinci)-002", ApiEncoding.CL100K_BASE));

  private static final Pattern OWNER = Pattern.compile("^([\\w.-]+/|openai\\.)+");

  private ApiEncodings() {}

  /**
   * The encoding of a model; empty where the name is unknown, as for all models with a tokenizer of their own.
   *
   * @param model a base name ({@code gpt-4.1-mini-2025-04-14}), a tuned one ({@code ft:gpt-4o-mini:org::id}, or Azure's {@code
   *     gpt-4o-2024-08-06.ft-…}), with or without an owner in front ({@code openai/gpt-oss-20b}); capitals do not matter
   */
  public static Optional<ApiEncoding> of(String model) {
    String base = baseOf(model.strip().toLowerCase(Locale.ROOT));
    return FAMILIES.stream()
        .filter(family -> family.covers(base))
        .map(Family::encoding)
        .findFirst();
  }

  private static String baseOf(String model) {
    String base = model;
    if (base.startsWith("ft:")) {
      int end = base.indexOf(':', 3);
      base = end < 0 ? base.substring(3) : base.substring(3, end);
    }
    int azureTuned = base.indexOf(".ft-");
    if (azureTuned >= 0) {
      base = base.substring(0, azureTuned);
    }
    return OWNER.matcher(base).replaceFirst("");
  }
}
