package studio.timbre.ui.data;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import studio.timbre.model.ConversationFilter;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.ConversationQuery.Sort;
import studio.timbre.model.NumberSet;
import studio.timbre.model.Split;
import studio.timbre.ui.fx.OpenProject.Spotlight;

/** Which conversations are shown, and in which order. */
final class Narrowing {
  /** A search that is overtaken stops, so there is no need to wait for the next letter. */
  private static final Duration TYPING = Duration.ZERO;

  private final Consumer<Duration> changed;
  private final ObjectProperty<Optional<Spotlight>> spotlight;
  private final StringProperty search = new SimpleStringProperty("");
  private final ObjectProperty<ConversationFilter> filter =
      new SimpleObjectProperty<>(ConversationFilter.ALL);
  private final ObjectProperty<Order> order = new SimpleObjectProperty<>(Order.PROJECT);
  private final ReadOnlyObjectWrapper<Optional<Split>> split =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private boolean several;

  /** A column to sort by. */
  record Order(Sort column, boolean largestFirst) {
    static final Order PROJECT = new Order(Sort.POSITION, false);
  }

  /**
   * @param spotlight what another room asked to see alone; whoever owns it listens to it
   * @param changed told of every other change, with how long to wait for the next one
   */
  Narrowing(ObjectProperty<Optional<Spotlight>> spotlight, Consumer<Duration> changed) {
    this.spotlight = spotlight;
    this.changed = changed;
    search.addListener(value -> tell(TYPING));
    filter.addListener(value -> tell(Duration.ZERO));
    filter.subscribe(
        now ->
            split.set(
                now.splits().size() == 1 ? now.splits().stream().findFirst() : Optional.empty()));
    order.addListener(value -> tell(Duration.ZERO));
  }

  private void tell(Duration pause) {
    if (!several) {
      changed.accept(pause);
    }
  }

  /** The words to look for. */
  StringProperty search() {
    return search;
  }

  /** Everything that is asked for besides the words and the spotlight. */
  ObjectProperty<ConversationFilter> filter() {
    return filter;
  }

  ObjectProperty<Order> order() {
    return order;
  }

  /** What another room asked to see alone. */
  ObjectProperty<Optional<Spotlight>> spotlight() {
    return spotlight;
  }

  /** What alone is shown: new conversations are for it. */
  ReadOnlyObjectProperty<Optional<Split>> split() {
    return split.getReadOnlyProperty();
  }

  ConversationQuery query() {
    var asked =
        wish().filter().withOnly(spotlight.get().map(only -> NumberSet.of(only.conversations())));
    return new ConversationQuery(asked, order.get().column(), order.get().largestFirst());
  }

  /** The query without the spotlight, which passes. */
  ConversationQuery wish() {
    return new ConversationQuery(
        filter.get().withSearch(search.get().strip()),
        order.get().column(),
        order.get().largestFirst());
  }

  boolean leavesAnythingOut() {
    return !search.get().isBlank() || !filter.get().isAll() || spotlight.get().isPresent();
  }

  /** All of a query at once, in place of what was asked for. */
  void show(ConversationQuery query) {
    several = true;
    try {
      spotlight.set(Optional.empty());
      search.set(query.filter().search());
      filter.set(query.filter().withSearch(""));
      order.set(new Order(query.sort(), query.descending()));
    } finally {
      several = false;
    }
    tell(Duration.ZERO);
  }

  void showAll() {
    show(ConversationQuery.ALL.sortedBy(order.get().column(), order.get().largestFirst()));
  }

  void sortBy(Sort column, boolean largestFirst) {
    order.set(new Order(column, largestFirst));
  }
}
