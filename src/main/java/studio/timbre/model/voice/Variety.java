package studio.timbre.model.voice;

/** How a country spells a language that others spell in another way. */
public enum Variety {
  BRITISH("en"),
  AMERICAN("en"),
  BRAZILIAN("pt"),
  EUROPEAN("pt");

  private final String language;

  Variety(String language) {
    this.language = language;
  }

  /** As {@code en}. */
  public String language() {
    return language;
  }

  /** The other one of its language. */
  public Variety other() {
    return switch (this) {
      case BRITISH -> AMERICAN;
      case AMERICAN -> BRITISH;
      case BRAZILIAN -> EUROPEAN;
      case EUROPEAN -> BRAZILIAN;
    };
  }
}
