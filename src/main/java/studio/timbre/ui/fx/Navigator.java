package studio.timbre.ui.fx;

/** Goes from room to room. */
public interface Navigator {

  /** Enters the room of this name, as {@code data}, {@code runs}; nothing happens where it cannot be entered now. */
  void go(String room);

  /**
   * Enters a room and does one of the things that can be done there.
   *
   * @param action the id of one of its actions, as {@code connections.add}
   */
  default void go(String room, String action) {
    go(room);
  }
}
