package studio.timbre.model;

/**
 * A secret on its way to a provider. Not a record, so that no log, message or dump shows its text by accident.
 */
public final class ApiKey {
  private final String text;

  public ApiKey(String text) {
    this.text = text;
  }

  /** For the header of a request, and nothing else. */
  public String reveal() {
    return text;
  }

  @Override
  public String toString() {
    return "ApiKey[hidden]";
  }
}
