package studio.timbre.store;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import studio.timbre.json.ApiRecipeJson;
import studio.timbre.json.PartedUploadJson;
import studio.timbre.model.ApiJob;
import studio.timbre.model.ApiOrder;
import studio.timbre.model.ApiStanding;
import studio.timbre.model.Connection;
import studio.timbre.model.JobId;
import studio.timbre.model.Provider;
import studio.timbre.model.RunState;

/** One line of the table {@code api_job}. */
final class ApiJobRow {
  private ApiJobRow() {}

  static ApiJob read(ResultSet row) throws SQLException {
    return new ApiJob(
        readOrder(row),
        readStanding(row),
        RunState.valueOf(row.getString("state")),
        row.getInt("step"),
        row.getInt("total_steps"),
        real(row, "train_loss"),
        real(row, "last_eval_loss"),
        real(row, "held_out_reward"),
        text(row, "provider_state"),
        whole(row, "trained_tokens"),
        row.getBoolean("own"));
  }

  private static ApiOrder readOrder(ResultSet row) throws SQLException {
    return new ApiOrder(
        new JobId(row.getString("id")),
        row.getString("name"),
        new Connection(
            row.getString("connection"),
            row.getString("connection_name"),
            Provider.valueOf(row.getString("provider")),
            URI.create(row.getString("address"))),
        text(row, "key_variable"),
        ApiRecipeJson.read(row.getString("recipe")),
        real(row, "agreed_usd"),
        whole(row, "journal_entry"),
        Instant.ofEpochMilli(row.getLong("created")));
  }

  private static ApiStanding readStanding(ResultSet row) throws SQLException {
    long asked = row.getLong("asked_at");
    var askedAt =
        row.wasNull() ? Optional.<Instant>empty() : Optional.of(Instant.ofEpochMilli(asked));
    return new ApiStanding(
        ApiStanding.Stage.valueOf(row.getString("stage")),
        askedAt,
        text(row, "training_file"),
        text(row, "validation_file"),
        text(row, "provider_job"),
        text(row, "tuned_model"),
        row.getBoolean("cancel_wanted"),
        row.getString("left_behind").lines().toList(),
        PartedUploadJson.read(row.getString("uploads")));
  }

  static @Nullable Object[] order(ApiOrder order, ApiStanding.Stage stage, RunState state) {
    var connection = order.connection();
    return new @Nullable Object[] {
      order.id().value(),
      order.name(),
      connection.id(),
      connection.name(),
      connection.provider().name(),
      connection.address().toString(),
      order.keyVariable().orElse(null),
      ApiRecipeJson.write(order.recipe()),
      order.agreedUsd().isPresent() ? order.agreedUsd().getAsDouble() : null,
      order.journalEntry().isPresent() ? order.journalEntry().getAsLong() : null,
      order.created().toEpochMilli(),
      stage.name(),
      state.name()
    };
  }

  static @Nullable Object[] standing(ApiStanding standing, JobId job) {
    return new @Nullable Object[] {
      standing.stage().name(),
      standing.askedAt().map(Instant::toEpochMilli).orElse(null),
      standing.trainingFile().orElse(null),
      standing.validationFile().orElse(null),
      standing.providerJob().orElse(null),
      standing.tunedModel().orElse(null),
      standing.cancelWanted(),
      String.join("\n", standing.leftBehind()),
      PartedUploadJson.write(standing.uploads()),
      job.value()
    };
  }

  private static OptionalDouble real(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private static OptionalLong whole(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
  }

  private static Optional<String> text(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }
}
