package studio.timbre.jobs.together;

import java.time.Duration;
import studio.timbre.jobs.remote.FakeProvider;
import studio.timbre.jobs.remote.ProviderDialect;
import studio.timbre.jobs.remote.SeededRuns;
import studio.timbre.model.Provider;

class TogetherFaultsTest extends SeededRuns {
  @Override
  protected FakeProvider provider() {
    return new FakeTogether();
  }

  @Override
  protected Provider kind() {
    return Provider.TOGETHER;
  }

  @Override
  protected ProviderDialect dialect(Duration patience) {
    return new TogetherDialect(patience, Duration.ZERO);
  }
}
