package studio.timbre.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import studio.timbre.json.ReviewJson;

/**
 * Writes the rows of conversations, without what lies in other tables. SQLite renews every index over a column that an update names,
 * whether it changes or not; so an update names only what does.
 */
final class RowWriter implements AutoCloseable {
  private static final List<String> COLUMNS =
      List.of(
          "position",
          "status",
          "split",
          "review",
          "rating",
          "assignee",
          "question",
          "answer",
          "turns",
          "hash",
          "json");

  /** The columns from here on come from the text. */
  private static final int TEXT = COLUMNS.indexOf("question");

  private static final int JSON = COLUMNS.indexOf("json");

  private final Connection connection;
  private final PreparedStatement insert;
  private final PreparedStatement derived;
  private final Map<BitSet, PreparedStatement> updates = new HashMap<>();

  RowWriter(Connection connection) throws SQLException {
    this.connection = connection;
    insert =
        connection.prepareStatement(
            "INSERT INTO conversation (id, "
                + String.join(", ", COLUMNS)
                + ") VALUES (?, "
                + QuerySql.marks(COLUMNS)
                + ")");
    derived =
        connection.prepareStatement(
            "SELECT question, answer, turns, hash FROM conversation WHERE id = ?");
  }

  /**
   * Adds a row.
   *
   * @param id null for a new one
   * @param text what is derived from the state's JSON
   */
  void insert(@Nullable Long id, ConversationState state, FromText text) throws SQLException {
    insert.setObject(1, id);
    var values = new @Nullable Object[COLUMNS.size()];
    place(values, state);
    text(values, state, text);
    for (int i = 0; i < values.length; i++) {
      insert.setObject(i + 2, values[i]);
    }
    insert.executeUpdate();
  }

  /** Changes a row, but for its text. */
  void update(long id, ConversationState from, ConversationState to) throws SQLException {
    var old = new @Nullable Object[COLUMNS.size()];
    var now = new @Nullable Object[COLUMNS.size()];
    place(old, from);
    place(now, to);
    write(id, old, now);
  }

  /**
   * Changes a row.
   *
   * @param text what is derived from the new state's JSON
   */
  void update(long id, ConversationState from, ConversationState to, FromText text)
      throws SQLException {
    var old = new @Nullable Object[COLUMNS.size()];
    var now = new @Nullable Object[COLUMNS.size()];
    place(old, from);
    place(now, to);
    stored(old, id);
    old[JSON] = from.json();
    text(now, to, text);
    write(id, old, now);
  }

  private static void place(@Nullable Object[] values, ConversationState state) {
    var review = ReviewJson.parse(state.review());
    values[0] = state.position();
    values[1] = state.status();
    values[2] = state.split();
    values[3] = state.review();
    values[4] = review.rating();
    values[5] = review.assignee();
  }

  private static void text(@Nullable Object[] values, ConversationState state, FromText text) {
    values[TEXT] = text.question();
    values[TEXT + 1] = text.answer();
    values[TEXT + 2] = text.turns();
    values[TEXT + 3] = text.hash();
    values[JSON] = state.json();
  }

  private void stored(@Nullable Object[] values, long id) throws SQLException {
    derived.setLong(1, id);
    try (var row = derived.executeQuery()) {
      if (row.next()) {
        values[TEXT] = row.getString(1);
        values[TEXT + 1] = row.getString(2);
        values[TEXT + 2] = row.getInt(3);
        values[TEXT + 3] = row.getLong(4);
      }
    }
  }

  private void write(long id, @Nullable Object[] old, @Nullable Object[] now) throws SQLException {
    var changed = new BitSet();
    for (int i = 0; i < now.length; i++) {
      changed.set(i, !Objects.deepEquals(old[i], now[i]));
    }
    if (changed.isEmpty()) {
      return;
    }
    var statement = updating(changed);
    int parameter = 1;
    for (int i = changed.nextSetBit(0); i >= 0; i = changed.nextSetBit(i + 1)) {
      statement.setObject(parameter++, now[i]);
    }
    statement.setLong(parameter, id);
    statement.executeUpdate();
  }

  private PreparedStatement updating(BitSet changed) throws SQLException {
    var known = updates.get(changed);
    if (known != null) {
      return known;
    }
    var made =
        connection.prepareStatement(
            changed.stream()
                .mapToObj(column -> COLUMNS.get(column) + " = ?")
                .collect(Collectors.joining(", ", "UPDATE conversation SET ", " WHERE id = ?")));
    updates.put(changed, made);
    return made;
  }

  @Override
  public void close() throws SQLException {
    insert.close();
    derived.close();
    for (var update : updates.values()) {
      update.close();
    }
  }
}
