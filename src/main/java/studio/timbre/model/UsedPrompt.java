package studio.timbre.model;

/**
 * A system prompt that conversations begin with.
 *
 * @param text empty for conversations that begin without one
 * @param conversations how many have it
 * @param tokens that it adds to each call, with its format, counted with o200k
 */
public record UsedPrompt(String text, long conversations, int tokens) {}
