package studio.timbre.jobs.remote;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import studio.timbre.jobs.remote.ProviderFacts.File;

/** The calls that bring a large file to a provider in parts. None costs anything, and each sends one request. */
public interface PartCalls {

  /**
   * Files that are sent in parts, and how.
   *
   * @param above bytes that a provider takes as one
   * @param partBytes of the largest part
   */
  record Sizes(long above, int partBytes) {
    /** OpenAI's: 512 MB a file, 64 MB a part; by the smaller reading of MB. */
    public static final Sizes OPENAI = new Sizes(512_000_000, 64_000_000);
  }

  /**
   * An upload that waits for its parts.
   *
   * @param expires empty where it was not told
   */
  record Opened(String id, Optional<Instant> expires) {}

  Sizes sizes();

  Opened open(Path file) throws CallFailure, InterruptedException;

  /**
   * Sends a part and answers the provider's name of it.
   *
   * @param from where it begins in the file
   * @param sent told bytes of the part, on any thread
   */
  String add(String upload, Path file, long from, LongConsumer sent)
      throws CallFailure, InterruptedException;

  /** Makes a file of the parts. */
  File complete(String upload, List<String> parts) throws CallFailure, InterruptedException;

  /** Gives up an upload; what has arrived is thrown away there. */
  void cancel(String upload) throws CallFailure, InterruptedException;
}
