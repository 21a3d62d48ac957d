package studio.timbre.app;

import java.util.OptionalDouble;

/**
 * What an answer of a provider comes to.
 *
 * @param questionTokens of the whole conversation that was sent
 * @param isCounted whether the provider counted; else the tokens are about right
 * @param usd empty where the price is not known
 */
public record Bill(int questionTokens, int answerTokens, boolean isCounted, OptionalDouble usd) {}
