package studio.timbre.app;

import java.util.Optional;
import studio.timbre.model.Provider;

/**
 * How much data a provider takes, from the documents of 2026-11: OpenAI's guides, Microsoft's page on fine-tuning, docs of Nebius Token
 * Factory, Crusoe and Fireworks AI.
 *
 * @param leastLines refuses fewer; 0 where no such limit is known
 * @param largestFile where one is known
 */
record ProviderLimits(int leastLines, Optional<Largest> largestFile) {

  /**
   * The largest file. Documents write MB and GB and rarely say which: between the two readings it may be refused.
   *
   * @param sure bytes that are taken by either reading
   * @param most bytes above which no reading takes it
   */
  record Largest(long sure, long most) {
    private static Largest megabytes(long number) {
      return new Largest(number * 1_000_000, number << 20);
    }
  }

  /** Below it a provider takes the data, but a voice hardly shows. */
  static final int FEW_LINES = 50;

  static ProviderLimits of(Provider provider) {
    return switch (provider) {
      // 512 MB a file, and 8 GB by parts, see jobs.openai.
      case OPENAI -> new ProviderLimits(10, Optional.of(Largest.megabytes(8_000)));
      case AZURE -> new ProviderLimits(10, Optional.of(Largest.megabytes(512)));
      // An older page says 5 GB.
      case NEBIUS ->
          new ProviderLimits(0, Optional.of(new Largest(5_000_000_000L, 50_000_000_000L)));
      case CRUSOE -> new ProviderLimits(0, Optional.of(Largest.megabytes(3_000)));
      // At least three examples for each way of training. 150 MB in one request, see
      // jobs.fireworks;
      // how much it takes by a signed address is not said.
      case FIREWORKS -> new ProviderLimits(3, Optional.empty());
      // Together takes 100 GB by parts; what it takes in one request is not said.
      case TOGETHER, COMPATIBLE -> new ProviderLimits(0, Optional.empty());
    };
  }
}
