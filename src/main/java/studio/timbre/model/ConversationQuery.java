package studio.timbre.model;

import java.util.Set;

/**
 * Which conversations to show, and in which order.
 *
 * @param sort the column to sort by
 * @param descending largest first
 */
public record ConversationQuery(ConversationFilter filter, Sort sort, boolean descending) {

  /** The columns to sort by; {@code POSITION} is the order in which they were put. */
  public enum Sort {
    POSITION,
    STATUS,
    SPLIT,
    QUESTION,
    ANSWER,
    TURNS,
    TOKENS,
    RATING,
    ASSIGNEE,
    NUMBER,
    SYSTEM,
    TAGS,
    NOTE,
    ROLES,
    /** By the score of the voice guide, and by the rules that are broken; what has none comes last either way. */
    VOICE
  }

  public static final ConversationQuery ALL = of(ConversationFilter.ALL);

  /** In the order of the project. */
  public static ConversationQuery of(ConversationFilter filter) {
    return new ConversationQuery(filter, Sort.POSITION, false);
  }

  public static ConversationQuery of(Split split) {
    return of(ConversationFilter.ALL.withSplits(Set.of(split)));
  }

  public ConversationQuery sortedBy(Sort newSort, boolean largestFirst) {
    return new ConversationQuery(filter, newSort, largestFirst);
  }
}
