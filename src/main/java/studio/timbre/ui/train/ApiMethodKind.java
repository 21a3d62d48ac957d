package studio.timbre.ui.train;

/** What a provider is asked to learn from. */
enum ApiMethodKind {
  SUPERVISED("supervised"),
  PREFERENCE("dpo"),
  REINFORCEMENT("reinforcement");

  private final String word;

  ApiMethodKind(String word) {
    this.word = word;
  }

  /** As the catalogue and providers write it. */
  String word() {
    return word;
  }

  String key() {
    return "api.method." + name().toLowerCase(java.util.Locale.ROOT);
  }
}
