package studio.timbre.jobs.fireworks;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import studio.timbre.jobs.remote.SafeAddress;
import studio.timbre.model.JobId;

/**
 * Names at Fireworks AI. Everything belongs to an account, and whoever makes a thing names it: ours are made of the name of the
 * order, so that asking twice cannot make two.
 *
 * @param account as {@code accounts/gull}
 */
record FireworksNames(String account) {
  private static final Pattern ADDRESS = Pattern.compile(".*/v1/(accounts/[^/]+)");
  private static final Pattern OURS = Pattern.compile("timbre-(job-[a-z0-9-]+)");
  private static final String PREFIX = "timbre-";
  private static final String FILE_END = ".jsonl";

  /** Empty where the address names no account. */
  static Optional<FireworksNames> of(URI address) {
    var match = ADDRESS.matcher(SafeAddress.path(address));
    return match.matches() ? Optional.of(new FireworksNames(match.group(1))) : Optional.empty();
  }

  static String job(JobId order) {
    return PREFIX + order.value();
  }

  /** The order whose job has this name. */
  static Optional<String> order(String job) {
    var match = OURS.matcher(job);
    return match.matches() ? Optional.of(match.group(1)) : Optional.empty();
  }

  /** The data set that a file of ours becomes: its name without the end. */
  static String dataset(String file) {
    return file.endsWith(FILE_END) ? file.substring(0, file.length() - FILE_END.length()) : file;
  }

  static String file(String dataset) {
    return dataset + FILE_END;
  }

  /** The last part of a full name as {@code accounts/gull/datasets/timbre-job-1}. */
  static String last(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /**
   * The name of the tuned model: small letters, digits and dashes. It must be free in the account, so the suffix gets the end of the
   * order's name.
   */
  static String model(String suffix, JobId order) {
    String plain =
        suffix
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^[-0-9]+|-+$", "");
    String name = order.value();
    return (plain.isEmpty() ? "timbre" : plain) + "-" + name.substring(name.lastIndexOf('-') + 1);
  }

  String full(String kind, String name) {
    return account + "/" + kind + "/" + name;
  }
}
