package studio.timbre.ui.shell;

import java.util.List;

/** Every room of the window, in the order of the rail. A new one is a line here. */
final class Rooms {
  static final List<Room> ALL = List.of();

  private Rooms() {}
}
