package studio.timbre.ui.data;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import studio.timbre.model.Range;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.fx.Work;

/** The filters that can be chosen, and those in force. Counts only what is looked at, and only the newest question. */
final class FilterViewModel implements AutoCloseable {
  /** Many changes in a row are counted once. */
  private static final Duration REST = Duration.ofMillis(250);

  /** A filter in force. */
  record Chosen(FilterGroup group, Object value, String name) {}

  private record Counted(FilterWords words, List<FilterChoice> choices) {}

  private final OpenProject project;
  private final Narrowing narrowing;
  private final Texts texts;
  private final Work.Lane counting;
  private final Work.Lane naming;
  private final Work.Lane named;
  private final Consumer<? super Exception> failure;
  private final ObservableList<FilterChoice> choices = FXCollections.observableArrayList();
  private final ObjectProperty<FilterGroup> group = new SimpleObjectProperty<>(FilterGroup.STATUS);
  private final BooleanProperty open = new SimpleBooleanProperty();
  private final ReadOnlyStringWrapper without = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<List<Chosen>> inForce =
      new ReadOnlyObjectWrapper<>(List.of());
  private final Subscription listening;
  private FilterWords words;

  FilterViewModel(
      OpenProject project,
      Work work,
      Texts texts,
      Narrowing narrowing,
      Consumer<? super Exception> failure) {
    this.project = project;
    this.narrowing = narrowing;
    this.texts = texts;
    this.counting = work.lane();
    this.naming = work.lane();
    this.named = work.lane();
    this.failure = failure;
    this.words = FilterWords.of(texts);
    listening =
        Subscription.combine(
            project
                .revision()
                .subscribe(
                    (before, now) -> {
                      learnTopics();
                      count(REST);
                    }),
            narrowing.search().subscribe((before, now) -> count(REST)),
            narrowing
                .filter()
                .subscribe(
                    (before, now) -> {
                      showInForce();
                      learnTopics();
                      count(Duration.ZERO);
                    }));
    group.subscribe((before, now) -> begin());
    open.subscribe(now -> learnWords());
  }

  /** Whether the choices are on the screen. */
  BooleanProperty open() {
    return open;
  }

  /** The group whose choices are shown. */
  ObjectProperty<FilterGroup> group() {
    return group;
  }

  /** Of the shown group. */
  ObservableList<FilterChoice> choices() {
    return choices;
  }

  /** What is said where a group has no choices, or none yet. */
  ReadOnlyStringProperty without() {
    return without.getReadOnlyProperty();
  }

  /** What is chosen in all groups, in their order. */
  ReadOnlyObjectProperty<List<Chosen>> inForce() {
    return inForce.getReadOnlyProperty();
  }

  String name(FilterGroup named) {
    return words.of(named);
  }

  boolean isChosen(FilterChoice choice) {
    return FilterValues.chosen(narrowing.filter().get(), choice.group()).contains(choice.value());
  }

  /** How many values of a group are chosen. */
  int chosen(FilterGroup of) {
    return FilterValues.chosen(narrowing.filter().get(), of).size();
  }

  void toggle(FilterGroup of, Object value) {
    narrowing.filter().set(FilterValues.toggled(narrowing.filter().get(), of, value));
  }

  /** Of a group of numbers, what is asked for; {@link Range#ANY} where nothing is. */
  Range range(FilterGroup of) {
    return FilterValues.range(narrowing.filter().get(), of);
  }

  /** Asks for these numbers alone in a group; for all with {@link Range#ANY}. */
  void choose(FilterGroup of, Range range) {
    narrowing.filter().set(FilterValues.withRange(narrowing.filter().get(), of, range));
  }

  /** Without any of these filters; what is searched for stays. */
  void clear() {
    var filter = narrowing.filter().get();
    for (var each : FilterGroup.values()) {
      filter = FilterValues.without(filter, each);
    }
    narrowing.filter().set(filter);
  }

  /** Names of runs and problems lie in the project. */
  private void learnWords() {
    naming
        .run(
            () -> {
              var facets = project.session().facets();
              return new FilterWords(
                  texts, facets.runs(), facets.problemDetails(), facets.topicNames());
            })
        .onSuccess(
            known -> {
              words = known;
              showInForce();
              begin();
            })
        .onFailure(failure);
  }

  /** Topics are found and named while others are at work. */
  private void learnTopics() {
    if (narrowing.filter().get().topics().isEmpty()) {
      return;
    }
    named
        .run(() -> project.session().facets().topicNames())
        .after(REST)
        .onSuccess(
            names -> {
              words = words.withTopics(names);
              showInForce();
            })
        .onFailure(failure);
  }

  private void showInForce() {
    var filter = narrowing.filter().get();
    inForce.set(
        Stream.of(FilterGroup.values())
            .flatMap(
                each ->
                    FilterValues.chosen(filter, each).stream()
                        .map(value -> new Chosen(each, value, words.of(each, value)))
                        .sorted(java.util.Comparator.comparing(Chosen::name)))
            .toList());
  }

  private void begin() {
    if (open.get()) {
      var counts = new FilterCounting(project.session().facets(), words);
      choices.setAll(counts.uncounted(group.get(), narrowing.query().filter()));
    }
    count(Duration.ZERO);
  }

  private void count(Duration pause) {
    if (!open.get()) {
      counting.forget();
      return;
    }
    var asked = group.get();
    var filter = narrowing.query().filter();
    var facets = project.session().facets();
    var known = words;
    without.set(texts.get("check.checking"));
    counting
        .runTracked(
            progress -> {
              var named = known.withTopics(facets.topicNames());
              var counts = new FilterCounting(facets, named).counted(asked, filter, progress);
              // Only a look at problems tells what they are called.
              var details = facets.problemDetails();
              if (asked != FilterGroup.PROBLEM || details.equals(known.problemDetails())) {
                return new Counted(named, counts);
              }
              var fresh = new FilterWords(texts, known.runs(), details, named.topics());
              return new Counted(
                  fresh, new FilterCounting(facets, fresh).counted(asked, filter, progress));
            })
        .after(pause)
        .onProgress((done, of) -> without.set(texts.get("check.checkingSo", done, of)))
        .onSuccess(
            counted -> {
              without.set(texts.get("data.filter.none"));
              words = counted.words();
              choices.setAll(counted.choices());
              showInForce();
            })
        .onFailure(failure);
  }

  @Override
  public void close() {
    listening.unsubscribe();
    counting.forget();
    naming.forget();
    named.forget();
  }
}
