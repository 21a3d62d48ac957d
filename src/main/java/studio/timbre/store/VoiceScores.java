package studio.timbre.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import studio.timbre.model.voice.VoiceKind;
import studio.timbre.store.Traits.Unlooked;

/** The score that the voice guide gives to each conversation, and the rules that are broken in it. */
public final class VoiceScores extends Walk<VoiceScores.Judged> {
  /** The score of a conversation without answers. */
  public static final int NO_ANSWER = 101;

  /** The score of what nobody has judged. */
  public static final int UNJUDGED = 102;

  private final Database database;

  VoiceScores(Database database) {
    super(
        database,
        "timbre.voice.walk",
        "voice_guide",
        "d.voice = " + UNJUDGED + " AND d.voice_rules = 0");
    this.database = database;
  }

  /**
   * A judgement.
   *
   * @param score from 0 to 100, or {@link #NO_ANSWER}, or {@link #UNJUDGED} to take a score away
   * @param rules that are broken, one bit each
   */
  public record Judged(Unlooked in, int score, int rules) {}

  @Override
  String update() {
    return """
        UPDATE conversation_trait SET voice = ?, voice_rules = ? WHERE conversation = ?
        AND (SELECT hash FROM conversation WHERE id = conversation_trait.conversation) = ?""";
  }

  @Override
  void bind(PreparedStatement update, Judged judged) throws SQLException {
    update.setInt(1, judged.score());
    update.setInt(2, judged.rules());
    update.setLong(3, judged.in().id());
    update.setLong(4, judged.in().hash());
  }

  @Override
  Unlooked in(Judged judged) {
    return judged.in();
  }

  /** How many conversations have which score, from 0 to 100; read from the index alone. */
  public Map<Integer, Long> counts() {
    return database.read(
        connection -> {
          var counts = new TreeMap<Integer, Long>();
          Sql.list(
                  connection,
                  row -> Map.entry(row.getInt(1), row.getLong(2)),
                  "SELECT voice, count(*) FROM conversation_trait WHERE voice < ? GROUP BY voice",
                  NO_ANSWER)
              .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
          return counts;
        });
  }

  /** How many conversations break which rule; read from the index alone. */
  public Map<VoiceKind, Long> breaking() {
    return database.read(
        connection -> {
          var counts = new EnumMap<VoiceKind, Long>(VoiceKind.class);
          Sql.list(
                  connection,
                  row -> Map.entry(row.getInt(1), row.getLong(2)),
                  "SELECT voice_rules, count(*) FROM conversation_trait WHERE voice <= 100"
                      + " GROUP BY voice_rules")
              .forEach(
                  entry ->
                      VoiceKind.of(entry.getKey())
                          .forEach(kind -> counts.merge(kind, entry.getValue(), Long::sum)));
          return counts;
        });
  }
}
