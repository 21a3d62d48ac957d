package studio.timbre.ui.fx;

import studio.timbre.app.ProviderFacts;
import studio.timbre.model.Provider;

/** What providers are called. */
public final class ProviderNames {
  private ProviderNames() {}

  public static String of(Provider provider, Texts texts) {
    return provider == Provider.COMPATIBLE
        ? texts.get("connections.another")
        : ProviderFacts.of(provider).name();
  }
}
