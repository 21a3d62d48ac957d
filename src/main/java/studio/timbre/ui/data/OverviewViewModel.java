package studio.timbre.ui.data;

import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import studio.timbre.model.ConversationFilter;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Range;
import studio.timbre.model.Spread;
import studio.timbre.model.topics.Topic;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.fx.Work;

/**
 * How the conversations spread over some of the sides by which they are filtered. Each is counted under the filters of the other sides,
 * and only while it is looked at.
 */
final class OverviewViewModel implements AutoCloseable {
  /** Many changes in a row are counted once. */
  private static final Duration REST = Duration.ofMillis(250);

  private static final int BARS = 16;

  /** What is near no topic stands last, however much it is. */
  private static final Comparator<FilterChoice> MOST_FIRST =
      Comparator.comparing((FilterChoice choice) -> choice.value().equals(Topic.OTHER))
          .thenComparing(
              Comparator.comparingLong((FilterChoice choice) -> choice.count().orElse(0))
                  .reversed());

  /** The sides that are shown, from top to bottom. */
  static final List<FilterGroup> SIDES =
      List.of(
          FilterGroup.TOKENS,
          FilterGroup.TURNS,
          FilterGroup.LANGUAGE,
          FilterGroup.VOICE,
          FilterGroup.TOPIC);

  /** One side, as far as it is known. */
  sealed interface Picture {
    /**
     * It is being counted.
     *
     * @param of conversations to be looked at first; 0 where that is not so
     */
    record Counting(long done, long of) implements Picture {}

    /** There is nothing in it. */
    record Nothing() implements Picture {}

    /**
     * Numbers.
     *
     * @param chosen which bars are asked for alone
     */
    record Numbers(Spread spread, List<Spread.Bar> bars, Range chosen) implements Picture {}

    /** Names, the most frequent first. */
    record Names(List<FilterChoice> choices, ConversationFilter filter) implements Picture {}
  }

  private final OpenProject project;
  private final Narrowing narrowing;
  private final Texts texts;
  private final Consumer<? super Exception> failure;
  private final Map<FilterGroup, ReadOnlyObjectWrapper<Picture>> pictures =
      new EnumMap<>(FilterGroup.class);
  private final Map<FilterGroup, Work.Lane> lanes = new EnumMap<>(FilterGroup.class);
  private final Subscription listening;
  private final TopicsViewModel topics;
  private boolean seen;

  OverviewViewModel(
      OpenProject project,
      Work work,
      Texts texts,
      Narrowing narrowing,
      Consumer<? super Exception> failure) {
    this.project = project;
    this.narrowing = narrowing;
    this.texts = texts;
    this.failure = failure;
    this.topics = new TopicsViewModel(project, work, failure);
    for (var side : SIDES) {
      pictures.put(side, new ReadOnlyObjectWrapper<>(new Picture.Counting(0, 0)));
      lanes.put(side, work.lane());
    }
    listening =
        Subscription.combine(
            project.revision().subscribe((before, now) -> count(REST)),
            narrowing.search().subscribe((before, now) -> count(REST)),
            narrowing.spotlight().subscribe((before, now) -> count(Duration.ZERO)),
            narrowing.filter().subscribe((before, now) -> count(Duration.ZERO)));
  }

  ReadOnlyObjectProperty<Picture> picture(FilterGroup side) {
    return pictures.get(side).getReadOnlyProperty();
  }

  /** What can be done about topics. */
  TopicsViewModel topics() {
    return topics;
  }

  /** Whether it is on the screen. */
  void setSeen(boolean isSeen) {
    seen = isSeen;
    count(Duration.ZERO);
  }

  /** Asks for the bars from one to another alone; for all again where they are what is asked for. */
  void choose(FilterGroup side, Spread.Bar first, Spread.Bar last) {
    var range = new Range(first.range().from(), last.range().to());
    var now = narrowing.filter().get();
    var asked = range.equals(FilterValues.range(now, side)) ? Range.ANY : range;
    narrowing.filter().set(FilterValues.withRange(now, side, asked));
  }

  void toggle(FilterChoice choice) {
    narrowing
        .filter()
        .set(FilterValues.toggled(narrowing.filter().get(), choice.group(), choice.value()));
  }

  /** Asks for all of a side again. */
  void clear(FilterGroup side) {
    narrowing.filter().set(FilterValues.without(narrowing.filter().get(), side));
  }

  private void count(Duration pause) {
    for (var side : SIDES) {
      if (seen) {
        count(side, pause);
      } else {
        lanes.get(side).forget();
      }
    }
  }

  private void count(FilterGroup side, Duration pause) {
    var filter = narrowing.query().filter();
    var chosen = narrowing.filter().get();
    var facets = project.session().facets();
    var known = FilterWords.of(texts);
    lanes
        .get(side)
        .runTracked(
            progress ->
                side.measure().isPresent()
                    ? numbers(
                        facets.spread(
                            side.measure().get(),
                            ConversationQuery.of(FilterValues.without(filter, side)),
                            progress),
                        side,
                        chosen)
                    : names(
                        new FilterCounting(facets, known.withTopics(facets.topicNames()))
                            .counted(side, filter, progress),
                        chosen))
        .after(pause)
        .onProgress((done, of) -> at(side, done, of))
        .onSuccess(pictures.get(side)::set)
        .onFailure(failure);
  }

  private void at(FilterGroup side, long done, long of) {
    if (pictures.get(side).get() instanceof Picture.Counting) {
      pictures.get(side).set(new Picture.Counting(done, of));
    }
  }

  private static Picture numbers(Spread spread, FilterGroup side, ConversationFilter filter) {
    if (spread.isEmpty()) {
      return new Picture.Nothing();
    }
    return new Picture.Numbers(spread, spread.bars(BARS), FilterValues.range(filter, side));
  }

  private static Picture names(List<FilterChoice> choices, ConversationFilter filter) {
    if (choices.isEmpty()) {
      return new Picture.Nothing();
    }
    // Where one is chosen, it stays in its place.
    var ordered = choices.stream().sorted(MOST_FIRST.thenComparing(FilterChoice::name)).toList();
    return new Picture.Names(ordered, filter);
  }

  @Override
  public void close() {
    topics.close();
    listening.unsubscribe();
    lanes.values().forEach(Work.Lane::forget);
  }
}
