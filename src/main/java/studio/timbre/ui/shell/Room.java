package studio.timbre.ui.shell;

import java.util.function.BiFunction;
import java.util.function.Function;
import studio.timbre.ui.fx.Desk;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Screen;

/**
 * A place in the rail.
 *
 * @param name what {@link studio.timbre.ui.fx.Navigator#go} takes, and the end of the message key {@code room.<name>}
 */
record Room(String name, Icon icon, Door door) {

  /** How it is entered. */
  sealed interface Door {
    /** Always. */
    record Always(Function<Desk, Screen> build) implements Door {}

    /** With a project open. */
    record WithProject(BiFunction<Desk, OpenProject, Screen> build) implements Door {}
  }

  static Room ofProject(String name, Icon icon, BiFunction<Desk, OpenProject, Screen> build) {
    return new Room(name, icon, new Door.WithProject(build));
  }

  static Room always(String name, Icon icon, Function<Desk, Screen> build) {
    return new Room(name, icon, new Door.Always(build));
  }

  boolean needsProject() {
    return door instanceof Door.WithProject;
  }

  String titleKey() {
    return "room." + name;
  }
}
