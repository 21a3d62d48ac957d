package studio.timbre.app;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import studio.timbre.model.JobLimits;

/**
 * How many jobs an account may have with each model, as its provider says; empty where it does not say.
 *
 * @param byModel by the provider's names, in its own order
 */
public record AccountLimits(Map<String, JobLimits> byModel) {
  static final AccountLimits NONE = new AccountLimits(Map.of());

  /** A release behind the name of a model. */
  private static final Pattern RELEASE = Pattern.compile("(.+)-\\d{4}-\\d{2}-\\d{2}");

  /** OpenAI's names for tuned models begin with those of their bases. */
  private static final Pattern TUNED = Pattern.compile("ft:([^:]+):.*");

  public AccountLimits {
    byModel = Collections.unmodifiableMap(new LinkedHashMap<>(byModel));
  }

  /** The limits of a model by its own name, that of its base, or that of its family. */
  public Optional<JobLimits> of(String model) {
    var tuned = TUNED.matcher(model);
    String base = tuned.matches() ? tuned.group(1) : model;
    var release = RELEASE.matcher(base);
    return Optional.ofNullable(byModel.get(model))
        .or(() -> Optional.ofNullable(byModel.get(base)))
        .or(
            () ->
                release.matches()
                    ? Optional.ofNullable(byModel.get(release.group(1)))
                    : Optional.empty());
  }
}
