package studio.timbre.model;

/**
 * What lies between two states of a project, by numbers of conversations in rising order.
 *
 * @param from names the one state, as {@link ChangeInfo#entry} does
 * @param to names the other one
 * @param added not in the first
 * @param removed not in the second
 * @param changed in both, with other texts or marks
 * @param moved in both and the same, at another place
 */
public record Comparison(
    long from, long to, long[] added, long[] removed, long[] changed, long[] moved) {

  /** Conversations that are not the same in both. */
  public int size() {
    return added.length + removed.length + changed.length + moved.length;
  }
}
