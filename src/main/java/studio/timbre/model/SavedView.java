package studio.timbre.model;

/**
 * A search with its filters and its order, under a name.
 *
 * @param name of its own in a project
 * @param columns how the table is set up, in the table's own words; empty to leave it as it is
 * @param understood false where a newer version has written it and asks for something that this one cannot do: then it is kept, and not
 *     shown as if it asked for less
 */
public record SavedView(String name, ConversationQuery query, String columns, boolean understood) {
  public static SavedView of(String name, ConversationQuery query) {
    return new SavedView(name, query, "", true);
  }

  public SavedView withName(String newName) {
    return new SavedView(newName, query, columns, understood);
  }
}
