package studio.timbre.model;

/**
 * How the next word is chosen.
 *
 * @param temperature 0 always takes the likeliest
 * @param maxTokens longest answer
 * @param seed same seed, same answer
 */
public record Sampling(double temperature, int maxTokens, long seed) {}
