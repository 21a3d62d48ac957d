package studio.timbre.app;

import java.util.Locale;
import java.util.Optional;
import studio.timbre.model.Provider;

/**
 * Where training files are to go.
 *
 * @param provider empty for training on this computer
 * @param model base model by the provider's name; its limits are looked at where it is given
 * @param graded whether the files are questions for reinforcement training, with what a grader needs to know
 */
public record ProviderTarget(Optional<Provider> provider, Optional<String> model, boolean graded) {
  /** Training on this computer. */
  public static final ProviderTarget HERE =
      new ProviderTarget(Optional.empty(), Optional.empty(), false);

  public static ProviderTarget of(Provider provider, Optional<String> model) {
    return new ProviderTarget(Optional.of(provider), model, false);
  }

  /** Whether a provider trains by the verdicts of a grader. */
  public static boolean takesGraded(Provider provider) {
    return ProviderAbilities.of(provider).methods().contains("reinforcement");
  }

  /** The same place, with questions for a grader. */
  public ProviderTarget forGrader() {
    return new ProviderTarget(provider, model, true);
  }

  /** From {@code azure:gpt-4.1-mini-2025-04-14}, {@code nebius} or {@code local}; empty for a provider that nobody knows. */
  public static Optional<ProviderTarget> named(String typed) {
    int colon = typed.indexOf(':');
    String name = (colon < 0 ? typed : typed.substring(0, colon)).strip();
    var model =
        Optional.of(colon < 0 ? "" : typed.substring(colon + 1).strip())
            .filter(text -> !text.isEmpty());
    if (name.equalsIgnoreCase("local")) {
      return Optional.of(HERE);
    }
    for (var provider : Provider.values()) {
      if (provider.name().equalsIgnoreCase(name)) {
        return Optional.of(of(provider, model));
      }
    }
    return Optional.empty();
  }

  /** What it is called in the names of files, as {@code azure}. */
  public String word() {
    String place = provider.map(one -> one.name().toLowerCase(Locale.ROOT)).orElse("local");
    return graded ? place + "-rft" : place;
  }

  boolean wantsMark() {
    return provider.equals(Optional.of(Provider.AZURE));
  }

  /** Whether it heeds the weight of a message. */
  boolean mutes() {
    return provider.isEmpty() || ProviderAbilities.of(provider.get()).mutes();
  }
}
