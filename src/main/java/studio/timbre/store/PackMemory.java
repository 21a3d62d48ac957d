package studio.timbre.store;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import studio.timbre.json.ConversationJson;
import studio.timbre.json.ReviewJson;
import studio.timbre.model.Curated;
import studio.timbre.model.Pen;
import studio.timbre.model.merge.Choice;
import studio.timbre.model.merge.Difference;

/**
 * What a project remembers of one review pack: how its conversations were each time that it was brought back, and what was chosen
 * meanwhile. A return that was taken back is forgotten for as long as it is.
 */
public final class PackMemory {
  /** Returns that count. */
  private static final String STANDING =
      " (m.entry IS NULL OR EXISTS"
          + " (SELECT 1 FROM journal_entry j WHERE j.id = m.entry AND j.undone = 0)) ";

  private final Database database;
  private final Edits edits;
  private final String pack;

  public PackMemory(Packs packs, Edits edits, String pack) {
    this.database = packs.database();
    this.edits = edits;
    this.pack = pack;
  }

  /**
   * A conversation of the pack as it was at a return.
   *
   * @param conversation its number in the pack
   * @param ours its number with us; empty where we have it no more
   * @param state empty where the pack had it no more
   */
  public record Returned(long conversation, OptionalLong ours, Optional<Curated> state) {}

  /** How it was the last time; empty where it has not been brought back changed. */
  public Optional<Returned> last(long conversation) {
    return database.read(
        connection ->
            Sql.first(
                connection,
                row -> {
                  long ours = row.getLong(1);
                  var known = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(ours);
                  Optional<Curated> state =
                      row.getString(2) == null
                          ? Optional.empty()
                          : Optional.of(Packs.curated(row, 2));
                  return new Returned(conversation, known, state);
                },
                "SELECT s.ours, s.status, s.split, s.json, s.review FROM pack_merge_state s"
                    + " JOIN pack_merge m ON m.id = s.merge"
                    + " WHERE m.pack = ? AND s.conversation = ? AND"
                    + STANDING
                    + "ORDER BY m.id DESC LIMIT 1",
                pack,
                conversation));
  }

  /** The order that the pack had the last time, by the numbers in the pack. */
  public Optional<long[]> lastOrder() {
    return database.read(
        connection ->
            Sql.first(
                connection,
                row -> numbers(row.getBytes(1)),
                "SELECT m.sequence FROM pack_merge m WHERE m.pack = ? AND"
                    + STANDING
                    + "ORDER BY m.id DESC LIMIT 1",
                pack));
  }

  /** Numbers in the pack of all that has ever come back changed. */
  public List<Long> known() {
    return database.read(
        connection ->
            Sql.list(
                connection,
                row -> row.getLong(1),
                "SELECT DISTINCT s.conversation FROM pack_merge_state s"
                    + " JOIN pack_merge m ON m.id = s.merge WHERE m.pack = ? AND"
                    + STANDING,
                pack));
  }

  private static long[] numbers(byte[] bytes) {
    var numbers = new long[bytes.length / Long.BYTES];
    ByteBuffer.wrap(bytes).asLongBuffer().get(numbers);
    return numbers;
  }

  private static byte[] bytes(long[] numbers) {
    var bytes = ByteBuffer.allocate(numbers.length * Long.BYTES);
    bytes.asLongBuffer().put(numbers);
    return bytes.array();
  }

  /**
   * Changes the conversations, remembers how the pack was, and forgets the choices: one act, of which all is done or nothing.
   *
   * @param order the order that the pack has now
   * @param work answers what it brought together
   */
  public List<Returned> merge(long[] order, Function<? super Pen, List<Returned>> work) {
    return edits.write(
        "merge",
        work,
        (connection, entry, returned) -> {
          Sql.update(
              connection,
              "INSERT INTO pack_merge (pack, entry, time, sequence) VALUES (?, ?, ?, ?)",
              pack,
              entry.isPresent() ? entry.getAsLong() : null,
              System.currentTimeMillis(),
              bytes(order));
          long merge = Sql.number(connection, "SELECT last_insert_rowid()");
          for (var each : returned) {
            remember(connection, merge, each);
          }
          Sql.update(connection, "DELETE FROM pack_choice WHERE pack = ?", pack);
        });
  }

  private static void remember(Connection connection, long merge, Returned returned)
      throws SQLException {
    var state = returned.state();
    Sql.update(
        connection,
        "INSERT INTO pack_merge_state (merge, conversation, ours, status, split, json, review)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        merge,
        returned.conversation(),
        returned.ours().isPresent() ? returned.ours().getAsLong() : null,
        text(state, curated -> curated.status().name()),
        text(state, curated -> curated.split().name()),
        text(state, curated -> ConversationJson.write(curated.conversation())),
        text(state, curated -> ReviewJson.write(curated.review())));
  }

  private static @Nullable String text(Optional<Curated> state, Function<Curated, String> part) {
    return state.map(part).orElse(null);
  }

  /**
   * A choice that waits for the merge.
   *
   * @param cell see {@link studio.timbre.model.merge.Cell#id}
   * @param print of the clash that it was made for: it holds for no other
   */
  public record Chosen(long conversation, String cell, String print, Choice choice) {}

  /** All that was chosen so far. */
  public List<Chosen> choices() {
    return database.read(
        connection ->
            Sql.list(
                connection,
                row ->
                    new Chosen(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        new Choice(Choice.Kind.valueOf(row.getString(4)), row.getString(5))),
                "SELECT conversation, cell, print, choice, text FROM pack_choice WHERE pack = ?",
                pack));
  }

  /** Keeps a choice until the pack is merged, also over the end of the program. */
  public void choose(long conversation, Difference clash, Choice choice) {
    database.write(
        connection ->
            Sql.update(
                connection,
                "INSERT OR REPLACE INTO pack_choice"
                    + " (pack, conversation, cell, print, choice, text) VALUES (?, ?, ?, ?, ?, ?)",
                pack,
                conversation,
                clash.cell().id(),
                clash.print(),
                choice.kind().name(),
                choice.text()));
  }
}
