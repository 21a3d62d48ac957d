package studio.timbre.model;

/**
 * The beginning of what matches a query, for a list that is to show something at once.
 *
 * @param first numbers of the first conversations, in the order asked for
 * @param count how many match
 * @param exact false where that is known only roughly: reading all of them tells
 */
public record FirstFound(long[] first, long count, boolean exact) {

  /** Whether nothing follows. */
  public boolean isAll() {
    return exact && count == first.length;
  }
}
