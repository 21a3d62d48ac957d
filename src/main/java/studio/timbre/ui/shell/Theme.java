package studio.timbre.ui.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import studio.timbre.app.Preferences;

/** The two looks of the window: Primer as the ground, our words for colour over it. */
public enum Theme {
  LIGHT,
  DARK;

  private static final List<String> SHEETS =
      List.of(
          "timbre.css",
          "data.css",
          "settings.css",
          "train.css",
          "review.css",
          "packs.css",
          "voice.css",
          "overview.css",
          "cost.css",
          "mapping.css");

  /** The look that the person asked for; the system's own where they left it to that. */
  public static Theme of(Preferences.Theme wanted) {
    return switch (wanted) {
      case LIGHT -> LIGHT;
      case DARK -> DARK;
      case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK ? DARK : LIGHT;
    };
  }

  /** Dresses the whole program and this scene. */
  public void apply(Scene scene) {
    var ground = this == DARK ? new PrimerDark() : new PrimerLight();
    Application.setUserAgentStylesheet(
        Objects.requireNonNullElse(
            ground.getUserAgentStylesheetBSS(), ground.getUserAgentStylesheet()));
    var sheets = new java.util.ArrayList<String>();
    sheets.add(sheet(this == DARK ? "dark.css" : "light.css"));
    SHEETS.forEach(name -> sheets.add(sheet(name)));
    scene.getStylesheets().setAll(sheets);
  }

  private static String sheet(String name) {
    return Objects.requireNonNull(Theme.class.getResource("/studio/timbre/css/" + name), name)
        .toExternalForm();
  }
}
