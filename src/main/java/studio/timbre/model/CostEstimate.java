package studio.timbre.model;

import java.util.OptionalDouble;

/**
 * What training on a set of conversations would come to.
 *
 * @param model of the catalogue
 * @param examples conversations
 * @param tokens of all of them, with what the format adds
 * @param assistantTokens of the answers alone
 * @param billedTokensPerEpoch tokens after each conversation is cut to the model's limit
 * @param epochs passes over the data, chosen or the default
 * @param billedTokens {@code billedTokensPerEpoch * epochs}
 * @param costUsd empty where the price is not known
 * @param overLimit conversations that would be cut
 */
public record CostEstimate(
    String model,
    long examples,
    long tokens,
    long assistantTokens,
    long billedTokensPerEpoch,
    int epochs,
    long billedTokens,
    OptionalDouble costUsd,
    long overLimit) {}
