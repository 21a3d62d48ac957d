package studio.timbre.model;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A training job as a person ordered it from a provider. It never changes.
 *
 * @param connection where it goes; written down with the job, as the list of connections may change
 * @param keyVariable the environment variable that had the key, if one had it; never the key itself
 * @param model base model by the provider's name
 * @param epochs passes over the data; empty leaves the number to the provider
 * @param suffix becomes part of the tuned model's name
 * @param agreedUsd the price that was shown before; empty where none is known
 */
public record ApiOrder(
    JobId id,
    Connection connection,
    Optional<String> keyVariable,
    String model,
    OptionalInt epochs,
    Optional<String> suffix,
    OptionalDouble agreedUsd,
    Instant created) {}
