package studio.timbre.ui.fx;

import java.util.Locale;
import studio.timbre.app.Preferences;

/** Changes how the window looks and speaks, at once and for next time. Called on the JavaFX thread. */
public interface Appearance {
  void setTheme(Preferences.Theme theme);

  /** The whole window is built anew in this language; what is being edited is committed before. */
  void setLanguage(Locale language);
}
