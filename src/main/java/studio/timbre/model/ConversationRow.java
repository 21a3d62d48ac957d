package studio.timbre.model;

/**
 * A conversation as it stands in a project.
 *
 * @param id its number, never given twice in a project
 * @param status how far it has come
 * @param split what it is for
 * @param conversation what was said
 * @param tokens tokens of the whole conversation by the project's chosen counter, -1 while not counted yet
 * @param answerTokens tokens of its answers by the same counter, -1 while not counted yet
 */
public record ConversationRow(
    long id, Status status, Split split, Conversation conversation, int tokens, int answerTokens) {}
