package studio.timbre.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Function;
import studio.timbre.model.Conversation;
import studio.timbre.model.TokenCount;
import studio.timbre.store.TokenCounts.Counted;

/** Counts the tokens of what a small act has changed as a part of the act: an edit is one commit, with its figures. */
final class SmallCounts {
  private static final System.Logger LOG = System.getLogger(SmallCounts.class.getName());

  private volatile Optional<Way> way = Optional.empty();

  private record Way(String counter, Function<Conversation, TokenCount> count) {}

  /** From now on acts bring these counts. */
  void use(String counter, Function<Conversation, TokenCount> count) {
    way = Optional.of(new Way(counter, count));
  }

  /** What the entry has changed, or brought back, is counted, unless it is a large one; its changes are in the tables. */
  void after(Connection connection, long entry) throws SQLException {
    var now = way;
    if (now.isEmpty()
        || Sql.number(connection, "SELECT conversations FROM journal_entry WHERE id = ?", entry)
            > TokenCounts.AT_ONCE) {
      return;
    }
    var counts = new ArrayList<Counted>();
    for (var uncounted : TokenCounts.uncountedOfEntry(connection, now.get().counter(), entry)) {
      try {
        counts.add(new Counted(uncounted, now.get().count().apply(uncounted.conversation())));
      } catch (RuntimeException e) {
        // An edit is worth more than its figures: they are counted in the background.
        LOG.log(System.Logger.Level.WARNING, "a conversation was not counted", e);
      }
    }
    TokenCounts.put(connection, now.get().counter(), counts);
  }
}
