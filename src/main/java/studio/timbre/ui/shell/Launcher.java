package studio.timbre.ui.shell;

import javafx.application.Application;

/** Opens the window; returns when it is closed. */
public final class Launcher {
  private Launcher() {}

  public static void launch(String... arguments) {
    Application.launch(TimbreApp.class, arguments);
  }
}
