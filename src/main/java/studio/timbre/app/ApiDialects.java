package studio.timbre.app;

import java.time.Duration;
import studio.timbre.jobs.openai.OpenAiDialect;
import studio.timbre.jobs.remote.ProviderDialect;
import studio.timbre.model.Provider;

/** Which interface each provider speaks. */
final class ApiDialects {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ProviderDialect OPENAI = new OpenAiDialect(PATIENCE);

  private ApiDialects() {}

  static ProviderDialect of(Provider provider) {
    return switch (provider) {
      case OPENAI, AZURE, NEBIUS, CRUSOE, COMPATIBLE -> OPENAI;
    };
  }
}
