package studio.timbre.app;

import java.util.Locale;

/** What a person set once for all projects; kept in {@code preferences.json} of Timbre's folder. */
public final class Preferences {

  /** How the window looks. */
  public enum Theme {
    SYSTEM,
    LIGHT,
    DARK
  }

  public Theme theme() {
    throw new UnsupportedOperationException();
  }

  public void setTheme(Theme theme) {
    throw new UnsupportedOperationException();
  }

  /** One of the languages that Timbre speaks: {@code en}, {@code pt-BR}, {@code id}. */
  public Locale language() {
    throw new UnsupportedOperationException();
  }

  public void setLanguage(Locale language) {
    throw new UnsupportedOperationException();
  }

  /** Where models are downloaded from: {@code HF_ENDPOINT}, else what was set, else the public hub. */
  public String hubEndpoint() {
    throw new UnsupportedOperationException();
  }

  public void setHubEndpoint(String address) {
    throw new UnsupportedOperationException();
  }
}
