package studio.timbre.app;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.store.Settings;
import studio.timbre.tokens.ApiCounters;
import studio.timbre.tokens.ApiEncoding;
import studio.timbre.tokens.ConversationCounter;

/** What a project is counted and priced for: kept among its settings. */
final class ChosenModel {
  private static final String MODEL = "timbre.model";
  private static final String EPOCHS = "timbre.epochs";
  private static final String FIRST_CHOICE = "gpt-4.1-mini-2025-04-14";

  private final Settings settings;
  private final List<CatalogueEntry> catalogue;

  /** The settings that tell it. */
  static Stream<String> settings() {
    return Stream.of(MODEL, EPOCHS);
  }

  ChosenModel(Settings settings, List<CatalogueEntry> catalogue) {
    this.settings = settings;
    this.catalogue = catalogue;
  }

  /** What was chosen, if the catalogue still has it, else what most people begin with. */
  CatalogueEntry get() {
    String chosen = settings.get(MODEL).orElse("");
    return catalogue.stream()
        .filter(entry -> name(entry).equals(chosen))
        .findFirst()
        .or(() -> catalogue.stream().filter(e -> e.model().equals(FIRST_CHOICE)).findFirst())
        .orElseGet(catalogue::getFirst);
  }

  void set(CatalogueEntry model) {
    settings.put(MODEL, name(model));
  }

  private static String name(CatalogueEntry entry) {
    return entry.provider() + "/" + entry.model();
  }

  /** Its own way of counting; for a model with a tokenizer that is not at hand the newest public one, as a rough figure. */
  static ConversationCounter counter(CatalogueEntry model) {
    return model
        .encoding()
        .flatMap(ApiCounters::forEncoding)
        .orElseGet(() -> ApiCounters.forEncoding(ApiEncoding.O200K_BASE));
  }

  OptionalInt epochs() {
    return settings
        .get(EPOCHS)
        .map(Integer::parseInt)
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  void setEpochs(OptionalInt epochs) {
    if (epochs.isPresent()) {
      settings.put(EPOCHS, String.valueOf(epochs.getAsInt()));
    } else {
      settings.remove(EPOCHS);
    }
  }
}
