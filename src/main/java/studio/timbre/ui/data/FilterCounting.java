package studio.timbre.ui.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import studio.timbre.app.Facets;
import studio.timbre.model.ConversationFilter;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Holding;
import studio.timbre.model.PastRun;
import studio.timbre.model.Progress;
import studio.timbre.model.Range;
import studio.timbre.model.Review;
import studio.timbre.model.Since;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.model.voice.VoiceKind;
import studio.timbre.model.voice.VoiceScore;

/** Which values there are to choose, and how many conversations have each. Asks the project, so it belongs in the background. */
final class FilterCounting {
  private static final List<Range> TURNS =
      List.of(Range.upTo(0), Range.between(1, 1), Range.between(2, 3), Range.from(4));
  private static final List<Range> TOKENS =
      List.of(Range.upTo(99), Range.between(100, 499), Range.between(500, 1999), Range.from(2000));

  /** The worst first. */
  private static final List<Range> VOICE =
      List.of(
          Range.upTo(49),
          Range.between(50, 69),
          Range.between(70, 89),
          Range.between(90, 99),
          Range.between(VoiceScore.FULL, VoiceScore.FULL));

  private static final List<Since> PERIODS =
      List.of(Since.today(), new Since.LastDays(7), new Since.LastDays(30));

  private final Facets facets;
  private final FilterWords words;

  FilterCounting(Facets facets, FilterWords words) {
    this.facets = facets;
    this.words = words;
  }

  /** Values that are known without counting. */
  static List<Object> values(FilterGroup group, ConversationFilter filter, List<PastRun> runs) {
    Stream<?> offered =
        switch (group) {
          case STATUS -> Stream.of(Status.values());
          case SPLIT -> Stream.of(Split.values());
          case RATING -> ratings();
          case TURNS -> TURNS.stream();
          case TOKENS -> TOKENS.stream();
          case VOICE -> VOICE.stream();
          case CHANGED ->
              Stream.concat(
                  PERIODS.stream(), runs.stream().map(run -> new Since.Change(run.data().entry())));
          case RUN -> runs.stream().map(PastRun::data);
          case HOLDS -> Stream.of(Holding.values());
          case TAGS, ASSIGNEE, LANGUAGE, TOPIC, PROBLEM, VOICE_RULE -> Stream.of();
        };
    return Stream.<Object>concat(offered, FilterValues.chosen(filter, group).stream())
        .distinct()
        .toList();
  }

  private static Stream<Range> ratings() {
    return Stream.concat(
        Stream.of(Range.between(0, 0)),
        IntStream.rangeClosed(1, Review.MOST_STARS).mapToObj(Range::from));
  }

  /** The choices of a group before they are counted. */
  List<FilterChoice> uncounted(FilterGroup group, ConversationFilter filter) {
    return values(group, filter, words.runs()).stream()
        .map(value -> choice(group, value, OptionalLong.empty()))
        .toList();
  }

  /**
   * The choices of a group, each with how many conversations would be seen with it alone.
   *
   * @param progress where it is cancelled, {@link java.util.concurrent.CancellationException} is thrown
   */
  List<FilterChoice> counted(FilterGroup group, ConversationFilter filter, Progress progress) {
    var others = FilterValues.without(filter, group);
    var counts = new LinkedHashMap<Object, Long>();
    values(group, filter, words.runs()).forEach(value -> counts.put(value, 0L));
    if (group.facet().isPresent()) {
      facets
          .of(group.facet().get(), ConversationQuery.of(others), progress)
          .forEach((word, count) -> counts.put(value(group, word), count));
    } else {
      for (var value : counts.keySet()) {
        var filtered = FilterValues.with(others, group, Set.of(value));
        counts.put(value, facets.count(ConversationQuery.of(filtered), progress));
      }
    }
    var choices = new ArrayList<FilterChoice>();
    for (Map.Entry<Object, Long> counted : counts.entrySet()) {
      choices.add(choice(group, counted.getKey(), OptionalLong.of(counted.getValue())));
    }
    return choices;
  }

  private static Object value(FilterGroup group, String word) {
    return switch (group) {
      case STATUS -> Status.valueOf(word);
      case SPLIT -> Split.valueOf(word);
      case HOLDS -> Holding.valueOf(word);
      case TOPIC -> Long.valueOf(word);
      case VOICE_RULE -> VoiceKind.valueOf(word);
      default -> word;
    };
  }

  private FilterChoice choice(FilterGroup group, Object value, OptionalLong count) {
    return new FilterChoice(group, value, words.of(group, value), count);
  }
}
