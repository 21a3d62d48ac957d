package studio.timbre;

import java.util.logging.Level;
import java.util.logging.Logger;
import studio.timbre.app.LogFile;
import studio.timbre.app.TimbreFolder;
import studio.timbre.cli.TimbreCommandLine;
import studio.timbre.ui.shell.Launcher;

/**
 * The launcher. With arguments it is the command line, which comes back for the window where a project is named; without, it
 * opens the window, or, where there is no display, runs the main job in the terminal. Training workers are processes of their own, with their own main classes in {@code jobs.local}.
 */
public final class Main {
  private static final Logger LOG = Logger.getLogger(Main.class.getName());

  private Main() {}

  public static void main(String[] arguments) {
    LogFile.open(TimbreFolder.ofThisUser());
    boolean done = arguments.length == 0 && openWindow();
    System.exit(
        done ? 0 : TimbreCommandLine.run(project -> openWindow(project.toString()), arguments));
  }

  /** Returns when the window is closed; false where there is no display, or the one that the environment names cannot be reached. */
  private static boolean openWindow(String... project) {
    if (!Display.isPresent()) {
      return false;
    }
    try {
      Launcher.launch(project);
      return true;
    } catch (UnsupportedOperationException e) {
      LOG.log(Level.WARNING, "no window", e);
      return false;
    }
  }
}
