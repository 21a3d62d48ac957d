package studio.timbre.model;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import studio.timbre.model.voice.VoiceKind;

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
 * @param topics one of these, by their numbers: see {@link studio.timbre.model.topics.Topic}; what is not told yet is in none
 * @param problems one of these kinds, as the last look has found them: see {@link Problem}
 * @param voice scores; what has none, or is not judged yet, is in no range but {@link Range#ANY}
 * @param voiceRules at least one of these is broken
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
    Set<Long> topics,
    Set<String> problems,
    Range voice,
    Set<VoiceKind> voiceRules,
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
          Set.of(),
          Range.ANY,
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
    topics = Set.copyOf(topics);
    problems = Set.copyOf(problems);
    voiceRules = Set.copyOf(voiceRules);
  }

  public ConversationFilter withSearch(String words) {
    return with(draft -> draft.search = words);
  }

  public ConversationFilter withStatuses(Set<Status> newStatuses) {
    return with(draft -> draft.statuses = newStatuses);
  }

  public ConversationFilter withSplits(Set<Split> newSplits) {
    return with(draft -> draft.splits = newSplits);
  }

  public ConversationFilter withTags(Set<String> newTags) {
    return with(draft -> draft.tags = newTags);
  }

  public ConversationFilter withRating(Range newRating) {
    return with(draft -> draft.rating = newRating);
  }

  public ConversationFilter withAssignees(Set<String> newAssignees) {
    return with(draft -> draft.assignees = newAssignees);
  }

  public ConversationFilter withTurns(Range newTurns) {
    return with(draft -> draft.turns = newTurns);
  }

  public ConversationFilter withTokens(Range newTokens) {
    return with(draft -> draft.tokens = newTokens);
  }

  public ConversationFilter withHolds(Set<Holding> newHolds) {
    return with(draft -> draft.holds = newHolds);
  }

  public ConversationFilter withLanguages(Set<String> newLanguages) {
    return with(draft -> draft.languages = newLanguages);
  }

  public ConversationFilter withTopics(Set<Long> newTopics) {
    return with(draft -> draft.topics = newTopics);
  }

  public ConversationFilter withProblems(Set<String> newProblems) {
    return with(draft -> draft.problems = newProblems);
  }

  public ConversationFilter withVoice(Range scores) {
    return with(draft -> draft.voice = scores);
  }

  public ConversationFilter withVoiceRules(Set<VoiceKind> broken) {
    return with(draft -> draft.voiceRules = broken);
  }

  public ConversationFilter withSince(Optional<Since> newSince) {
    return with(draft -> draft.since = newSince);
  }

  public ConversationFilter withTrained(Optional<Trained> run) {
    return with(draft -> draft.trained = run);
  }

  public ConversationFilter withOnly(Optional<NumberSet> numbers) {
    return with(draft -> draft.only = numbers);
  }

  private ConversationFilter with(Consumer<Draft> change) {
    var draft = new Draft(this);
    change.accept(draft);
    return draft.done();
  }

  /** Whether everything passes. */
  public boolean isAll() {
    return equals(ALL);
  }

  /** A filter of which one part is just being changed. */
  private static final class Draft {
    private String search;
    private Set<Status> statuses;
    private Set<Split> splits;
    private Set<String> tags;
    private Range rating;
    private Set<String> assignees;
    private Range turns;
    private Range tokens;
    private Set<Holding> holds;
    private Set<String> languages;
    private Set<Long> topics;
    private Set<String> problems;
    private Range voice;
    private Set<VoiceKind> voiceRules;
    private Optional<Since> since;
    private Optional<Trained> trained;
    private Optional<NumberSet> only;

    Draft(ConversationFilter filter) {
      search = filter.search;
      statuses = filter.statuses;
      splits = filter.splits;
      tags = filter.tags;
      rating = filter.rating;
      assignees = filter.assignees;
      turns = filter.turns;
      tokens = filter.tokens;
      holds = filter.holds;
      languages = filter.languages;
      topics = filter.topics;
      problems = filter.problems;
      voice = filter.voice;
      voiceRules = filter.voiceRules;
      since = filter.since;
      trained = filter.trained;
      only = filter.only;
    }

    ConversationFilter done() {
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
          topics,
          problems,
          voice,
          voiceRules,
          since,
          trained,
          only);
    }
  }
}
