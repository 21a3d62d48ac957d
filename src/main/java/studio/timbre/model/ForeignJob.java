package studio.timbre.model;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A job at a provider that was begun elsewhere, as the provider tells it.
 *
 * @param providerJob the provider's name of it
 * @param name what it was called; empty where it was called nothing
 * @param model base model; empty where it is not told
 * @param method as {@code supervised} or {@code dpo}; empty where it is not told
 * @param status its state as the provider writes it
 * @param timbreJob the name that a Timbre elsewhere gave it
 */
public record ForeignJob(
    String providerJob,
    String name,
    String model,
    String method,
    String status,
    OptionalInt epochs,
    Optional<Instant> created,
    Optional<String> tunedModel,
    Optional<String> timbreJob) {}
