package studio.timbre.ui.data;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import studio.timbre.model.ConversationFilter;
import studio.timbre.model.Holding;
import studio.timbre.model.Range;
import studio.timbre.model.Since;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.model.Trained;
import studio.timbre.model.voice.VoiceKind;

/** What is chosen of a group in a filter, and the filter with another choice. */
final class FilterValues {
  private FilterValues() {}

  static Set<?> chosen(ConversationFilter filter, FilterGroup group) {
    return switch (group) {
      case STATUS -> filter.statuses();
      case SPLIT -> filter.splits();
      case TAGS -> filter.tags();
      case RATING -> chosen(filter.rating());
      case ASSIGNEE -> filter.assignees();
      case TURNS -> chosen(filter.turns());
      case TOKENS -> chosen(filter.tokens());
      case HOLDS -> filter.holds();
      case LANGUAGE -> filter.languages();
      case TOPIC -> filter.topics();
      case PROBLEM -> filter.problems();
      case VOICE -> chosen(filter.voice());
      case VOICE_RULE -> filter.voiceRules();
      case CHANGED -> filter.since().map(Set::of).orElseGet(Set::of);
      case RUN -> filter.trained().map(Set::of).orElseGet(Set::of);
    };
  }

  private static Set<Range> chosen(Range range) {
    return range.isAny() ? Set.of() : Set.of(range);
  }

  /** With these alone chosen of a group; of a group from which one is chosen, with any of them. */
  static ConversationFilter with(ConversationFilter filter, FilterGroup group, Set<?> values) {
    return switch (group) {
      case STATUS -> filter.withStatuses(all(values, Status.class));
      case SPLIT -> filter.withSplits(all(values, Split.class));
      case TAGS -> filter.withTags(all(values, String.class));
      case RATING -> filter.withRating(one(values, Range.class).orElse(Range.ANY));
      case ASSIGNEE -> filter.withAssignees(all(values, String.class));
      case TURNS -> filter.withTurns(one(values, Range.class).orElse(Range.ANY));
      case TOKENS -> filter.withTokens(one(values, Range.class).orElse(Range.ANY));
      case HOLDS -> filter.withHolds(all(values, Holding.class));
      case LANGUAGE -> filter.withLanguages(all(values, String.class));
      case TOPIC -> filter.withTopics(all(values, Long.class));
      case PROBLEM -> filter.withProblems(all(values, String.class));
      case VOICE -> filter.withVoice(one(values, Range.class).orElse(Range.ANY));
      case VOICE_RULE -> filter.withVoiceRules(all(values, VoiceKind.class));
      case CHANGED -> filter.withSince(one(values, Since.class));
      case RUN -> filter.withTrained(one(values, Trained.class));
    };
  }

  /** With these numbers alone in a group of numbers; with all for {@link Range#ANY}. */
  static ConversationFilter withRange(ConversationFilter filter, FilterGroup group, Range range) {
    return with(filter, group, chosen(range));
  }

  /** What is asked for in a group of numbers; {@link Range#ANY} where nothing is. */
  static Range range(ConversationFilter filter, FilterGroup group) {
    return one(chosen(filter, group), Range.class).orElse(Range.ANY);
  }

  private static <T> Set<T> all(Set<?> values, Class<T> type) {
    return values.stream().map(type::cast).collect(Collectors.toSet());
  }

  private static <T> Optional<T> one(Set<?> values, Class<T> type) {
    return values.stream().findFirst().map(type::cast);
  }

  static ConversationFilter without(ConversationFilter filter, FilterGroup group) {
    return with(filter, group, Set.of());
  }

  /** With one more value chosen, or one less; where only one can be chosen, with the other in its place. */
  static ConversationFilter toggled(ConversationFilter filter, FilterGroup group, Object value) {
    var values = new HashSet<Object>(chosen(filter, group));
    if (values.remove(value)) {
      return with(filter, group, values);
    }
    if (group.facet().isEmpty()) {
      values.clear();
    }
    values.add(value);
    return with(filter, group, values);
  }
}
