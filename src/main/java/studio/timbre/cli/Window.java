package studio.timbre.cli;

import java.nio.file.Path;

/** The window of the program, for commands that hand over to it. */
@FunctionalInterface
public interface Window {

  /** Where none is to be had. */
  Window NONE = project -> false;

  /** Shows a project and returns when the window is closed; false where there is no display to show it on. */
  boolean show(Path project);
}
