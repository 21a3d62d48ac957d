package studio.timbre.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What was paid for the answers of providers, in US dollars. An answer is written down before it is asked, so that not even a crash
 * leaves one uncounted. Undo does not touch it.
 */
public final class PaidAnswers {
  private final Database database;

  PaidAnswers(Database database) {
    this.database = database;
  }

  /**
   * An answer that is about to be asked.
   *
   * @param address of the provider
   * @param mostUsd what it may come to; empty where the price is not known
   */
  public record Asked(String address, String model, OptionalDouble mostUsd) {}

  /**
   * All answers together.
   *
   * @param answers how many
   * @param usd of those whose price is known: what they came to, or may come to at most where the provider has not told
   * @param unpriced how many have no price that is known
   */
  public record Sum(int answers, double usd, int unpriced) {}

  /** Writes down answers that are asked with one press, all or none; answers their numbers in the same order. */
  public List<Long> begin(List<Asked> asked, Instant when) {
    return database.write(
        connection -> {
          var numbers = new ArrayList<Long>();
          for (var answer : asked) {
            Sql.update(
                connection,
                "INSERT INTO paid_answer (time, address, model, most_usd) VALUES (?, ?, ?, ?)",
                when.toEpochMilli(),
                answer.address(),
                answer.model(),
                nullable(answer.mostUsd()));
            numbers.add(Sql.number(connection, "SELECT last_insert_rowid()"));
          }
          return numbers;
        });
  }

  /**
   * The provider has told what it counted.
   *
   * @param usd what that comes to; empty where the price is not known
   */
  public void settle(long answer, int questionTokens, int answerTokens, OptionalDouble usd) {
    database.write(
        connection ->
            Sql.update(
                connection,
                "UPDATE paid_answer SET usd = ?, question_tokens = ?, answer_tokens = ? WHERE id = ?",
                nullable(usd),
                questionTokens,
                answerTokens,
                answer));
  }

  /** It is certain that nothing is charged for it. */
  public void remove(long answer) {
    database.write(
        connection -> Sql.update(connection, "DELETE FROM paid_answer WHERE id = ?", answer));
  }

  public Sum sum() {
    return database.read(
        connection ->
            Sql.first(
                    connection,
                    PaidAnswers::sum,
                    "SELECT count(*), coalesce(sum(coalesce(usd, most_usd)), 0),"
                        + " count(*) - count(coalesce(usd, most_usd)) FROM paid_answer")
                .orElseThrow());
  }

  private static Sum sum(ResultSet row) throws SQLException {
    return new Sum(row.getInt(1), row.getDouble(2), row.getInt(3));
  }

  private static @Nullable Object nullable(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
