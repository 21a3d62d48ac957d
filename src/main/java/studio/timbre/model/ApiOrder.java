package studio.timbre.model;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A training job as a person ordered it from a provider. It never changes.
 *
 * @param name given by the person
 * @param connection where it goes; written down with the job, as the list of connections may change
 * @param keyVariable the environment variable that had the key, if one had it; never the key itself
 * @param agreedUsd the price that was shown before; empty where none is known
 * @param journalEntry the last edit of the project that the training data held; empty for data of files
 */
public record ApiOrder(
    JobId id,
    String name,
    Connection connection,
    Optional<String> keyVariable,
    ApiRecipe recipe,
    OptionalDouble agreedUsd,
    OptionalLong journalEntry,
    Instant created) {

  /** Base model by the provider's name. */
  public String model() {
    return recipe.model();
  }

  public OptionalInt epochs() {
    return recipe.numbers().epochs();
  }

  public Optional<String> suffix() {
    return recipe.suffix();
  }
}
