package studio.timbre.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import studio.timbre.app.AccountLimits;
import studio.timbre.model.JobLimits;

/** How many jobs an account may have, in words and for programs. */
final class JobLimitWords {
  private JobLimitWords() {}

  /** One for each model. */
  static List<String> lines(AccountLimits limits) {
    return limits.byModel().entrySet().stream()
        .map(entry -> "  " + entry.getKey() + ": " + words(entry.getValue()))
        .toList();
  }

  static String words(JobLimits limits) {
    var words = new ArrayList<String>();
    if (limits.atOnce().isPresent()) {
      words.add(
          limits.active().isPresent()
              ? "%d of %d jobs at once in use"
                  .formatted(limits.active().getAsInt(), limits.atOnce().getAsInt())
              : "at most %d jobs at once".formatted(limits.atOnce().getAsInt()));
    }
    if (limits.inAll().isPresent()) {
      words.add("at most %d jobs in all".formatted(limits.inAll().getAsInt()));
    }
    return String.join(", ", words);
  }

  static List<JsonFields> fields(AccountLimits limits) {
    return limits.byModel().entrySet().stream()
        .map(entry -> fields(entry.getValue()).with("model", entry.getKey()))
        .collect(Collectors.toList());
  }

  static JsonFields fields(JobLimits limits) {
    return new JsonFields()
        .with("max_total_jobs", limits.inAll())
        .with("max_concurrent_jobs", limits.atOnce())
        .with("active_jobs", limits.active());
  }
}
