package studio.timbre.model;

import java.util.OptionalDouble;

/**
 * A kind of harmful content that a provider sees in a text.
 *
 * @param category by the provider's name, as {@code hate/threatening}
 * @param score from 0 to 1, as sure as the provider is; empty where it tells none
 */
public record Flag(String category, OptionalDouble score) {}
