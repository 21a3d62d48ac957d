package studio.timbre.jobs.fireworks;

import java.time.Duration;
import studio.timbre.jobs.remote.FakeProvider;
import studio.timbre.jobs.remote.ProviderDialect;
import studio.timbre.jobs.remote.SeededRuns;
import studio.timbre.model.Provider;

class FireworksFaultsTest extends SeededRuns {
  @Override
  protected FakeProvider provider() {
    return new FakeFireworks();
  }

  @Override
  protected Provider kind() {
    return Provider.FIREWORKS;
  }

  @Override
  protected ProviderDialect dialect(Duration patience) {
    return new FireworksDialect(patience, Duration.ZERO);
  }
}
