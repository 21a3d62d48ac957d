package studio.timbre.model;

import java.util.Optional;

/**
 * Writes into a project during one act. All that it does is committed together as one step of undo, or nothing of it is. It reads
 * what it has written itself. Used by one thread, and of no use after the act.
 */
public interface Pen {

  /** As it is now; empty where there is no such conversation. */
  Optional<Curated> find(long id);

  /** Changes a conversation that is there; what would change nothing leaves no trace in the history. */
  void put(long id, Curated changed);

  /** Adds one; answers its number. */
  long add(Curated added, Place place);

  /** Takes one out; does nothing where it is gone already. */
  void delete(long id);

  /** Puts one elsewhere; does nothing where it is gone. */
  void move(long id, Place place);
}
