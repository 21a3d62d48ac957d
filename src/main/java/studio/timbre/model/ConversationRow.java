package studio.timbre.model;

/**
 * A conversation as it stands in a project.
 *
 * @param id its number, never given twice in a project
 * @param status how far it has come
 * @param split what it is for
 * @param conversation what was said
 * @param review what the team thinks of it
 * @param tokens tokens of the whole conversation by the project's chosen counter, -1 while not counted yet
 * @param answerTokens tokens of its answers by the same counter, -1 while not counted yet
 * @param voice the score of its weakest answer by the voice guide, from 0 to 100; -1 where it has none yet
 */
public record ConversationRow(
    long id,
    Status status,
    Split split,
    Conversation conversation,
    Review review,
    int tokens,
    int answerTokens,
    int voice) {

  /** All of it that people change. */
  public Curated curated() {
    return new Curated(status, split, conversation, review);
  }

  /** With another text, which is still to be counted. */
  public ConversationRow withConversation(Conversation changed) {
    return new ConversationRow(id, status, split, changed, review, -1, -1, -1);
  }
}
