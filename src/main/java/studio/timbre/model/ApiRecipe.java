package studio.timbre.model;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a provider is asked to train.
 *
 * @param model base model by the provider's name, or a tuned one that learns on
 * @param suffix becomes part of the tuned model's name
 * @param seed makes a job repeatable, from 0 on
 * @param metadata words that stay with the job at the provider
 * @param tier what the provider calls the kind of machine or place where it trains, where it has several
 */
public record ApiRecipe(
    String model,
    ApiMethod method,
    ApiNumbers numbers,
    Optional<String> suffix,
    OptionalInt seed,
    Map<String, String> metadata,
    Optional<String> tier) {

  public ApiRecipe {
    metadata = Map.copyOf(metadata);
  }

  /** Supervised, with everything left to the provider. */
  public static ApiRecipe of(String model) {
    return new ApiRecipe(
        model,
        new ApiMethod.Supervised(),
        ApiNumbers.LEFT_TO_PROVIDER,
        Optional.empty(),
        OptionalInt.empty(),
        Map.of(),
        Optional.empty());
  }

  public ApiRecipe withMethod(ApiMethod other) {
    return new ApiRecipe(model, other, numbers, suffix, seed, metadata, tier);
  }

  public ApiRecipe withNumbers(ApiNumbers other) {
    return new ApiRecipe(model, method, other, suffix, seed, metadata, tier);
  }

  public ApiRecipe withSuffix(Optional<String> other) {
    return new ApiRecipe(model, method, numbers, other, seed, metadata, tier);
  }
}
