package studio.timbre.jobs.fireworks;

import java.time.Duration;
import studio.timbre.jobs.remote.ProviderDialect;

/** The same with data that goes to a signed address. */
class FireworksLargeFaultsTest extends FireworksFaultsTest {
  @Override
  protected ProviderDialect dialect(Duration patience) {
    return new FireworksDialect(patience, Duration.ZERO, 100);
  }
}
