package studio.timbre.ui.fx;

/** Goes from room to room. */
public interface Navigator {

  /** Enters the room of this name, as {@code data}, {@code runs}; nothing happens where it cannot be entered now. */
  void go(String room);

  /** Enters a room and does one of its acts there, by the name that the action has. */
  default void go(String room, String action) {
    go(room);
  }
}
