package studio.timbre.model;

import java.util.Optional;

/**
 * A model that a job at a provider has tuned.
 *
 * @param name as the person knows the job
 * @param base the model that it was made of, by the provider's name
 * @param model by which the provider knows what came out: the tuned model, or the last checkpoint where the provider names none
 * @param job the provider's name of the job, where it is known
 */
public record TunedModel(
    String name, Connection connection, String base, String model, Optional<String> job) {}
