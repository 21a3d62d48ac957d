package studio.timbre;

import studio.timbre.app.LogFile;
import studio.timbre.app.TimbreFolder;
import studio.timbre.cli.TimbreCommandLine;
import studio.timbre.ui.shell.Launcher;

/**
 * The launcher. With arguments it is the command line; without, it opens the window, or, where there is no display, runs the main
 * job in the terminal. Training workers are processes of their own, with their own main classes in {@code jobs.local}.
 */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    LogFile.open(TimbreFolder.ofThisUser());
    if (arguments.length == 0 && Display.isPresent()) {
      Launcher.launch();
      System.exit(0);
    }
    System.exit(TimbreCommandLine.run(arguments));
  }
}
