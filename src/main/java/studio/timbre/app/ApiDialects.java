package studio.timbre.app;

import java.time.Duration;
import studio.timbre.jobs.fireworks.FireworksDialect;
import studio.timbre.jobs.openai.ModerationApi;
import studio.timbre.jobs.openai.OpenAiDialect;
import studio.timbre.jobs.remote.ModerationCalls;
import studio.timbre.jobs.remote.Pace;
import studio.timbre.jobs.remote.ProviderDialect;
import studio.timbre.jobs.together.TogetherDialect;
import studio.timbre.model.ApiKey;
import studio.timbre.model.Connection;
import studio.timbre.model.Provider;
import studio.timbre.model.UserFacingException;

/** Which interface each provider speaks. */
final class ApiDialects {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ProviderDialect OPENAI = new OpenAiDialect(PATIENCE);
  private static final ProviderDialect TOGETHER = new TogetherDialect(PATIENCE);
  private static final ProviderDialect FIREWORKS = new FireworksDialect(PATIENCE);

  private ApiDialects() {}

  static ProviderDialect of(Provider provider) {
    return switch (provider) {
      case OPENAI, AZURE, NEBIUS, CRUSOE, COMPATIBLE -> OPENAI;
      case TOGETHER -> TOGETHER;
      case FIREWORKS -> FIREWORKS;
    };
  }

  /** Moderation is OpenAI's alone, and of servers that speak as it does. */
  static ModerationCalls moderation(Connection connection, ApiKey key, Pace pace)
      throws UserFacingException {
    return ModerationApi.open(connection, key, pace, PATIENCE);
  }
}
