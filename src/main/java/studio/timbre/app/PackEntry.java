package studio.timbre.app;

import java.util.OptionalLong;

/**
 * A conversation in which a pack that came back differs from last time, or the order of all of them.
 *
 * @param pack its number in the pack, {@link #ORDER} for the order
 * @param ours its number with us, empty where we do not have it
 * @param title what they say in it first
 * @param kind what applying it does
 * @param cells what else comes from whom in it
 * @param clashes in how many cells both changed something
 * @param open how many of these nobody has settled
 */
public record PackEntry(
    long pack, OptionalLong ours, String title, Kind kind, PackCells cells, int clashes, int open) {
  /** Stands for the order of the conversations. */
  public static final long ORDER = -1;

  /** What they did to a conversation. */
  public enum Kind {
    CHANGED,
    ADDED,
    DELETED,
    /** They did what we did as well. */
    SAME,
    ORDER
  }

  PackEntry withOpen(int stillOpen) {
    return new PackEntry(pack, ours, title, kind, cells, clashes, stillOpen);
  }
}
