package studio.timbre.model;

/**
 * All of a conversation that people change, apart from its place in the project.
 *
 * @param status how far it has come
 * @param split what it is for
 * @param conversation what was said
 * @param review what the team thinks of it
 */
public record Curated(Status status, Split split, Conversation conversation, Review review) {

  /** A draft that nobody has looked at yet. */
  public static Curated draft(Conversation conversation, Split split) {
    return new Curated(Status.DRAFT, split, conversation, Review.NONE);
  }

  public Curated withStatus(Status newStatus) {
    return new Curated(newStatus, split, conversation, review);
  }

  public Curated withSplit(Split newSplit) {
    return new Curated(status, newSplit, conversation, review);
  }

  public Curated withConversation(Conversation newConversation) {
    return new Curated(status, split, newConversation, review);
  }

  public Curated withReview(Review newReview) {
    return new Curated(status, split, conversation, newReview);
  }
}
