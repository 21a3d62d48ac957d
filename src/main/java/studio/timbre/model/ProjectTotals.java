package studio.timbre.model;

/**
 * What a query amounts to.
 *
 * @param conversations that match
 * @param tokens of those that are counted
 * @param answerTokens of those that are counted
 * @param uncounted still to be counted
 */
public record ProjectTotals(long conversations, long tokens, long answerTokens, long uncounted) {}
