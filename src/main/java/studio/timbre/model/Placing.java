package studio.timbre.model;

import java.util.List;
import java.util.Optional;

/**
 * What a file says about a conversation's place in a project; what it does not say is chosen by whoever imports.
 *
 * @param status how far it has come
 * @param split what it is for
 * @param tags in the order of the file
 * @param note free text, empty for none
 * @param rating stars from 1 to 5, 0 for none
 * @param assignee whose turn it is, empty for nobody's
 * @param sheet which conversation it is, where the file is a table that Timbre wrote
 */
public record Placing(
    Optional<Status> status,
    Optional<Split> split,
    List<String> tags,
    String note,
    int rating,
    String assignee,
    Optional<SheetPlace> sheet) {
  /** The file says nothing. */
  public static final Placing NONE = new Placing(Optional.empty(), Optional.empty(), List.of());

  public Placing {
    tags = List.copyOf(tags);
  }

  /** In no table of ours. */
  public Placing(
      Optional<Status> status,
      Optional<Split> split,
      List<String> tags,
      String note,
      int rating,
      String assignee) {
    this(status, split, tags, note, rating, assignee, Optional.empty());
  }

  /** Without note, stars and assignee. */
  public Placing(Optional<Status> status, Optional<Split> split, List<String> tags) {
    this(status, split, tags, "", 0, "");
  }

  /** In a table of ours. */
  public Placing in(SheetPlace place) {
    return new Placing(status, split, tags, note, rating, assignee, Optional.of(place));
  }

  /** A conversation at that place. */
  public Curated place(Conversation conversation, Split otherwiseSplit, Status otherwiseStatus) {
    return new Curated(
        status.orElse(otherwiseStatus),
        split.orElse(otherwiseSplit),
        conversation,
        Review.NONE.withTags(tags).withNote(note).withRating(rating).withAssignee(assignee));
  }
}
