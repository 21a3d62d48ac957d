package studio.timbre.ui.shell;

import javafx.application.Application;

/** Opens the window; returns when it is closed. */
public final class Launcher {
  private Launcher() {}

  /** @param project the file of a project to open; without one the project of last time */
  public static void launch(String... project) {
    Application.launch(TimbreApp.class, project);
  }
}
