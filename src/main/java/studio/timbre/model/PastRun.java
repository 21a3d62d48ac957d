package studio.timbre.model;

/**
 * A run, here or at a provider, of which the project still knows what it was given.
 *
 * @param name as the person named it
 * @param data what it was given
 */
public record PastRun(JobId id, String name, Trained data) {}
