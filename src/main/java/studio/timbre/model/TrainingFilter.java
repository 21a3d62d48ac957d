package studio.timbre.model;

import java.util.EnumSet;
import java.util.Set;

/**
 * Which conversations of a project are trained on, and measured and checked with them.
 *
 * @param statuses one of these; never empty
 * @param tags at least one of these; an empty set asks for none
 * @param leastRating stars from 1 to 5, 0 for any
 */
public record TrainingFilter(Set<Status> statuses, Set<String> tags, int leastRating) {

  /** What a project trains on until somebody chooses: what is approved, and what nobody has looked at yet. */
  public static final TrainingFilter DEFAULT = of(Status.APPROVED, Status.DRAFT);

  public TrainingFilter {
    if (statuses.isEmpty()) {
      throw new IllegalArgumentException("no status is trained on");
    }
    if (leastRating < 0 || leastRating > Review.MOST_STARS) {
      throw new IllegalArgumentException("a rating of " + leastRating);
    }
    statuses = Set.copyOf(statuses);
    tags = Set.copyOf(tags);
  }

  /** What has come so far, whatever its tags and rating. */
  public static TrainingFilter of(Status first, Status... more) {
    return new TrainingFilter(EnumSet.of(first, more), Set.of(), 0);
  }

  public TrainingFilter withStatuses(Set<Status> newStatuses) {
    return new TrainingFilter(newStatuses, tags, leastRating);
  }

  public TrainingFilter withTags(Set<String> newTags) {
    return new TrainingFilter(statuses, newTags, leastRating);
  }

  public TrainingFilter withLeastRating(int newRating) {
    return new TrainingFilter(statuses, tags, newRating);
  }

  /** The same as a question to the project. */
  public ConversationFilter filter() {
    return ConversationFilter.ALL
        .withStatuses(statuses)
        .withTags(tags)
        .withRating(leastRating == 0 ? Range.ANY : Range.from(leastRating));
  }

  /** What passes, in the order of the project. */
  public ConversationQuery query() {
    return ConversationQuery.of(filter());
  }

  /** What passes of a split. */
  public ConversationQuery query(Split split) {
    return ConversationQuery.of(filter().withSplits(Set.of(split)));
  }

  /** Whether a conversation passes that is no longer, or not yet, in a project. */
  public boolean accepts(Curated curated) {
    return statuses.contains(curated.status())
        && (tags.isEmpty() || curated.review().tags().stream().anyMatch(tags::contains))
        && curated.review().rating() >= leastRating;
  }
}
