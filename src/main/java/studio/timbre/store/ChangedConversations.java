package studio.timbre.store;

/** Tells one who keeps something of each conversation which acts have touched since. */
public final class ChangedConversations {
  private final TouchedRows.Watch touched;

  ChangedConversations(Database database) {
    this.touched = database.touched().watch();
  }

  /** All since the last call, everything at the first. What is touched while somebody reads then is told at the next call. */
  public Changes take() {
    return Changes.of(touched.take());
  }
}
