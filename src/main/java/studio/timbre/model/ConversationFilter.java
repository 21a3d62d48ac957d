package studio.timbre.model;

import java.util.Set;

/**
 * Which conversations to show. All that is asked for must hold; within one set any will do, and an empty set asks for nothing.
 *
 * @param search words that must occur somewhere in the text; empty for all
 * @param statuses one of these
 * @param splits one of these
 * @param tags at least one of these
 * @param rating stars, where 0 stands for none
 * @param assignees one of these; an empty name stands for nobody
 * @param turns answers in it
 * @param tokens of the whole; what is not counted yet is in no range but {@link Range#ANY}
 */
public record ConversationFilter(
    String search,
    Set<Status> statuses,
    Set<Split> splits,
    Set<String> tags,
    Range rating,
    Set<String> assignees,
    Range turns,
    Range tokens) {

  public static final ConversationFilter ALL =
      new ConversationFilter(
          "", Set.of(), Set.of(), Set.of(), Range.ANY, Set.of(), Range.ANY, Range.ANY);

  public ConversationFilter {
    statuses = Set.copyOf(statuses);
    splits = Set.copyOf(splits);
    tags = Set.copyOf(tags);
    assignees = Set.copyOf(assignees);
  }

  public ConversationFilter withSearch(String words) {
    return new ConversationFilter(words, statuses, splits, tags, rating, assignees, turns, tokens);
  }

  public ConversationFilter withStatuses(Set<Status> newStatuses) {
    return new ConversationFilter(
        search, newStatuses, splits, tags, rating, assignees, turns, tokens);
  }

  public ConversationFilter withSplits(Set<Split> newSplits) {
    return new ConversationFilter(
        search, statuses, newSplits, tags, rating, assignees, turns, tokens);
  }

  public ConversationFilter withTags(Set<String> newTags) {
    return new ConversationFilter(
        search, statuses, splits, newTags, rating, assignees, turns, tokens);
  }

  public ConversationFilter withRating(Range newRating) {
    return new ConversationFilter(
        search, statuses, splits, tags, newRating, assignees, turns, tokens);
  }

  public ConversationFilter withAssignees(Set<String> newAssignees) {
    return new ConversationFilter(
        search, statuses, splits, tags, rating, newAssignees, turns, tokens);
  }

  public ConversationFilter withTurns(Range newTurns) {
    return new ConversationFilter(
        search, statuses, splits, tags, rating, assignees, newTurns, tokens);
  }

  public ConversationFilter withTokens(Range newTokens) {
    return new ConversationFilter(
        search, statuses, splits, tags, rating, assignees, turns, newTokens);
  }

  /** Whether everything passes. */
  public boolean isAll() {
    return equals(ALL);
  }
}
