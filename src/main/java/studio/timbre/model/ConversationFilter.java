package studio.timbre.model;

import java.util.Optional;
import java.util.Set;

/**
 * Which conversations to show. All that is asked for must hold; within one set any will do, and an empty set asks for nothing.
 *
 * @param search words that must occur somewhere in the text; empty for all
 * @param statuses one of these
 * @param splits one of these
 * @param tags at least one of these; an empty tag stands for none at all
 * @param rating stars, where 0 stands for none
 * @param assignees one of these; an empty name stands for nobody
 * @param turns answers in it
 * @param tokens of the whole; what is not counted yet is in no range but {@link Range#ANY}
 * @param holds at least one of these
 * @param languages one of these, as {@code en} and {@code pt}; {@code und} where it cannot be told. What nobody has looked at yet is in
 *     none
 * @param problems one of these kinds, as the last look has found them: see {@link Problem}
 * @param since changed or added since
 * @param trained given to this run
 * @param only one of these
 */
public record ConversationFilter(
    String search,
    Set<Status> statuses,
    Set<Split> splits,
    Set<String> tags,
    Range rating,
    Set<String> assignees,
    Range turns,
    Range tokens,
    Set<Holding> holds,
    Set<String> languages,
    Set<String> problems,
    Optional<Since> since,
    Optional<Trained> trained,
    Optional<NumberSet> only) {

  public static final ConversationFilter ALL =
      new ConversationFilter(
          "",
          Set.of(),
          Set.of(),
          Set.of(),
          Range.ANY,
          Set.of(),
          Range.ANY,
          Range.ANY,
          Set.of(),
          Set.of(),
          Set.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public ConversationFilter {
    statuses = Set.copyOf(statuses);
    splits = Set.copyOf(splits);
    tags = Set.copyOf(tags);
    assignees = Set.copyOf(assignees);
    holds = Set.copyOf(holds);
    languages = Set.copyOf(languages);
    problems = Set.copyOf(problems);
  }

  public ConversationFilter withSearch(String words) {
    return new ConversationFilter(
        words, statuses, splits, tags, rating, assignees, turns, tokens, holds, languages, problems,
        since, trained, only);
  }

  public ConversationFilter withStatuses(Set<Status> newStatuses) {
    return new ConversationFilter(
        search,
        newStatuses,
        splits,
        tags,
        rating,
        assignees,
        turns,
        tokens,
        holds,
        languages,
        problems,
        since,
        trained,
        only);
  }

  public ConversationFilter withSplits(Set<Split> newSplits) {
    return new ConversationFilter(
        search, statuses, newSplits, tags, rating, assignees, turns, tokens, holds, languages,
        problems, since, trained, only);
  }

  public ConversationFilter withTags(Set<String> newTags) {
    return new ConversationFilter(
        search, statuses, splits, newTags, rating, assignees, turns, tokens, holds, languages,
        problems, since, trained, only);
  }

  public ConversationFilter withRating(Range newRating) {
    return new ConversationFilter(
        search, statuses, splits, tags, newRating, assignees, turns, tokens, holds, languages,
        problems, since, trained, only);
  }

  public ConversationFilter withAssignees(Set<String> newAssignees) {
    return new ConversationFilter(
        search,
        statuses,
        splits,
        tags,
        rating,
        newAssignees,
        turns,
        tokens,
        holds,
        languages,
        problems,
        since,
        trained,
        only);
  }

  public ConversationFilter withTurns(Range newTurns) {
    return new ConversationFilter(
        search, statuses, splits, tags, rating, assignees, newTurns, tokens, holds, languages,
        problems, since, trained, only);
  }

  public ConversationFilter withTokens(Range newTokens) {
    return new ConversationFilter(
        search, statuses, splits, tags, rating, assignees, turns, newTokens, holds, languages,
        problems, since, trained, only);
  }

  public ConversationFilter withHolds(Set<Holding> newHolds) {
    return new ConversationFilter(
        search, statuses, splits, tags, rating, assignees, turns, tokens, newHolds, languages,
        problems, since, trained, only);
  }

  public ConversationFilter withLanguages(Set<String> newLanguages) {
    return new ConversationFilter(
        search,
        statuses,
        splits,
        tags,
        rating,
        assignees,
        turns,
        tokens,
        holds,
        newLanguages,
        problems,
        since,
        trained,
        only);
  }

  public ConversationFilter withProblems(Set<String> newProblems) {
    return new ConversationFilter(
        search,
        statuses,
        splits,
        tags,
        rating,
        assignees,
        turns,
        tokens,
        holds,
        languages,
        newProblems,
        since,
        trained,
        only);
  }

  public ConversationFilter withSince(Optional<Since> newSince) {
    return new ConversationFilter(
        search, statuses, splits, tags, rating, assignees, turns, tokens, holds, languages,
        problems, newSince, trained, only);
  }

  public ConversationFilter withTrained(Optional<Trained> run) {
    return new ConversationFilter(
        search, statuses, splits, tags, rating, assignees, turns, tokens, holds, languages,
        problems, since, run, only);
  }

  public ConversationFilter withOnly(Optional<NumberSet> numbers) {
    return new ConversationFilter(
        search, statuses, splits, tags, rating, assignees, turns, tokens, holds, languages,
        problems, since, trained, numbers);
  }

  /** Whether everything passes. */
  public boolean isAll() {
    return equals(ALL);
  }
}
