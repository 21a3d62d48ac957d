package studio.timbre.ui.data;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import studio.timbre.model.ConversationFilter;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.ConversationQuery.Sort;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.ui.fx.OpenProject.Spotlight;

/** Which conversations are shown, and in which order. */
final class Narrowing {
  /** A search that is overtaken stops, so there is no need to wait for the next letter. */
  private static final Duration TYPING = Duration.ZERO;

  private final Consumer<Duration> changed;
  private final ObjectProperty<Optional<Spotlight>> spotlight;
  private final StringProperty search = new SimpleStringProperty("");
  private final ObjectProperty<Optional<Status>> status =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<Split>> split =
      new SimpleObjectProperty<>(Optional.empty());
  private Sort sort = Sort.POSITION;
  private boolean descending;

  /**
   * @param spotlight what another room asked to see alone; whoever owns it listens to it
   * @param changed told of every other change, with how long to wait for the next one
   */
  Narrowing(ObjectProperty<Optional<Spotlight>> spotlight, Consumer<Duration> changed) {
    this.spotlight = spotlight;
    this.changed = changed;
    search.addListener(value -> changed.accept(TYPING));
    status.addListener(value -> changed.accept(Duration.ZERO));
    split.addListener(value -> changed.accept(Duration.ZERO));
  }

  /** The words to look for. */
  StringProperty search() {
    return search;
  }

  ObjectProperty<Optional<Status>> status() {
    return status;
  }

  ObjectProperty<Optional<Split>> split() {
    return split;
  }

  /** What another room asked to see alone. */
  ObjectProperty<Optional<Spotlight>> spotlight() {
    return spotlight;
  }

  ConversationQuery query() {
    var filter =
        ConversationFilter.ALL
            .withSearch(search.get().strip())
            .withStatuses(status.get().map(Set::of).orElseGet(Set::of))
            .withSplits(split.get().map(Set::of).orElseGet(Set::of));
    return new ConversationQuery(filter, sort, descending);
  }

  boolean leavesAnythingOut() {
    return !search.get().isBlank()
        || status.get().isPresent()
        || split.get().isPresent()
        || spotlight.get().isPresent();
  }

  void showAll() {
    spotlight.set(Optional.empty());
    status.set(Optional.empty());
    split.set(Optional.empty());
    search.set("");
  }

  void sortBy(Sort column, boolean largestFirst) {
    sort = column;
    descending = largestFirst;
    changed.accept(Duration.ZERO);
  }
}
