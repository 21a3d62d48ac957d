package studio.timbre.model;

import java.util.Optional;

/**
 * Which conversations to show, and in which order.
 *
 * @param search words that must occur somewhere in the text; empty for all
 * @param status only these
 * @param split only these
 * @param sort the column to sort by
 * @param descending largest first
 */
public record ConversationQuery(
    String search, Optional<Status> status, Optional<Split> split, Sort sort, boolean descending) {

  /** The columns to sort by; {@code POSITION} is the order in which they were put. */
  public enum Sort {
    POSITION,
    STATUS,
    SPLIT,
    QUESTION,
    ANSWER,
    TURNS,
    TOKENS
  }

  public static final ConversationQuery ALL =
      new ConversationQuery("", Optional.empty(), Optional.empty(), Sort.POSITION, false);

  public static ConversationQuery of(Split split) {
    return new ConversationQuery("", Optional.empty(), Optional.of(split), Sort.POSITION, false);
  }
}
