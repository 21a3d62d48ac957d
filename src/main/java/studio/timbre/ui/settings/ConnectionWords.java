package studio.timbre.ui.settings;

import java.time.LocalDate;
import studio.timbre.app.CheckOutcome;
import studio.timbre.app.Connections.Closing;
import studio.timbre.app.KeySource;
import studio.timbre.app.ProviderFacts;
import studio.timbre.model.Provider;
import studio.timbre.ui.fx.OutcomeTexts;
import studio.timbre.ui.fx.Texts;

/** Connections in words. What a provider said is put in as it is, as text: nothing here reads it as anything else. */
final class ConnectionWords {
  private final Texts texts;

  ConnectionWords(Texts texts) {
    this.texts = texts;
  }

  String name(Provider provider) {
    return provider == Provider.COMPATIBLE
        ? texts.get("connections.another")
        : ProviderFacts.of(provider).name();
  }

  /** What it is, in one line. */
  String explanation(Provider provider) {
    return texts.get("connections.provider." + provider.name());
  }

  String closing(Provider provider, Closing closing, LocalDate today) {
    String last = texts.date(closing.lastJob());
    if (today.isAfter(closing.lastJob())) {
      return texts.get("connections.closed", name(provider), last);
    }
    return closing
        .answersUntil()
        .map(end -> texts.get("connections.closing.until", name(provider), last, texts.date(end)))
        .orElseGet(() -> texts.get("connections.closing", name(provider), last));
  }

  String key(KeySource source) {
    return switch (source) {
      case KeySource.None _ -> texts.get("connections.key.none");
      case KeySource.InSystem _ -> texts.get("connections.key.system");
      case KeySource.InFile _ -> texts.get("connections.key.file");
      case KeySource.InEnvironment from ->
          texts.get("connections.key.environment", from.variable());
    };
  }

  static boolean isGood(CheckOutcome outcome) {
    return outcome instanceof CheckOutcome.Works;
  }

  String outcome(CheckOutcome outcome) {
    return OutcomeTexts.of(texts, outcome);
  }
}
