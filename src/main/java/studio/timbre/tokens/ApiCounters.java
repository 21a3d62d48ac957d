package studio.timbre.tokens;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Counters for models behind an API, each made once. */
public final class ApiCounters {
  private static final Map<ApiEncoding, ConversationCounter> MADE =
      new EnumMap<>(ApiEncoding.class);

  private ApiCounters() {}

  /** The counter for a model by its name, as {@link ApiEncodings#of} reads it. */
  public static Optional<ConversationCounter> forModel(String model) {
    return ApiEncodings.of(model).map(ApiCounters::forEncoding);
  }

  /** The counter for an encoding by its public name, which is what the catalogue holds. */
  public static Optional<ConversationCounter> forEncoding(String publicName) {
    return ApiEncoding.named(publicName).map(ApiCounters::forEncoding);
  }

  public static ConversationCounter forEncoding(ApiEncoding encoding) {
    synchronized (MADE) {
      return MADE.computeIfAbsent(encoding, CookbookCounter::new);
    }
  }
}
