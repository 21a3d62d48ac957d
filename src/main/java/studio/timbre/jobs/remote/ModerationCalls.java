package studio.timbre.jobs.remote;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import studio.timbre.model.Flag;

/** The call by which a provider looks at texts for harmful content. It changes nothing there and costs nothing. */
public interface ModerationCalls extends AutoCloseable {

  /**
   * What was seen.
   *
   * @param model that looked, by the provider's name
   * @param flags for each text, in order; empty for one that is fine
   */
  record Answer(String model, List<List<Flag>> flags) {}

  /** Sends once. An answer that does not have exactly one result for each text is refused. */
  Answer send(List<String> texts) throws CallFailure, InterruptedException;

  /** How long the provider has asked to be left alone since this was asked last. */
  Optional<Duration> takeRest();

  @Override
  void close();
}
