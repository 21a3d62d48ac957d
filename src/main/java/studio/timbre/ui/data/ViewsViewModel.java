package studio.timbre.ui.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import studio.timbre.app.ProjectSession;
import studio.timbre.model.ConversationFilter;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.SavedView;
import studio.timbre.model.Since;
import studio.timbre.model.Status;
import studio.timbre.ui.fx.Action;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.fx.Work;

/** Searches and filters under a name: those that come with Timbre, and those that people have saved. */
final class ViewsViewModel {
  /** What the line below the search field asks a name for. */
  sealed interface Asking {
    record Nothing() implements Asking {}

    /** For what is shown now. */
    record ForNew() implements Asking {}

    record Anew(SavedView view) implements Asking {}
  }

  private final OpenProject project;
  private final Narrowing narrowing;
  private final ObjectProperty<TableLayout> layout;
  private final Texts texts;
  private final Work.Queue acts;
  private final Work.Lane counting;
  private final Consumer<? super Exception> failure;
  private final ReadOnlyObjectWrapper<List<SavedView>> saved =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<SavedView>> offered =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Map<String, Long>> counts =
      new ReadOnlyObjectWrapper<>(Map.of());
  private final ReadOnlyObjectWrapper<Optional<String>> current =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObjectProperty<Asking> asking = new SimpleObjectProperty<>(new Asking.Nothing());

  private record Known(String me, List<SavedView> saved) {}

  ViewsViewModel(
      OpenProject project,
      Work work,
      Texts texts,
      Narrowing narrowing,
      ObjectProperty<TableLayout> layout,
      Consumer<? super Exception> failure) {
    this.project = project;
    this.narrowing = narrowing;
    this.layout = layout;
    this.texts = texts;
    this.acts = work.queue();
    this.counting = work.lane();
    this.failure = failure;
    refresh(session -> {}, () -> {});
    project.asked().subscribe(asked -> asked.ifPresent(this::showAsked));
  }

  /** What another room asks for, with the column that it is sorted by. */
  private void showAsked(ConversationQuery query) {
    project.asked().set(Optional.empty());
    current.set(Optional.empty());
    var shown = layout.get();
    Stream.of(TableColumnKind.values())
        .filter(kind -> kind.sort() == query.sort() && !shown.kinds().contains(kind))
        .forEach(kind -> layout.set(shown.with(kind, true)));
    narrowing.show(query);
  }

  /** Those that come with Timbre. */
  ReadOnlyObjectProperty<List<SavedView>> offered() {
    return offered.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<List<SavedView>> saved() {
    return saved.getReadOnlyProperty();
  }

  /** By name; of those that are being counted there is none. */
  ReadOnlyObjectProperty<Map<String, Long>> counts() {
    return counts.getReadOnlyProperty();
  }

  /** What a name is asked for. */
  ObjectProperty<Asking> asking() {
    return asking;
  }

  /** The name of the view that was chosen last. */
  ReadOnlyObjectProperty<Optional<String>> chosen() {
    return current.getReadOnlyProperty();
  }

  /** The saved view that was chosen last; what is shown may have become another since. */
  Optional<SavedView> current() {
    return current
        .get()
        .flatMap(name -> saved.get().stream().filter(view -> view.name().equals(name)).findFirst());
  }

  boolean isChanged(SavedView view) {
    return !view.equals(present(view.name()));
  }

  void show(SavedView view) {
    if (view.understood()) {
      current.set(Optional.of(view.name()));
      if (!view.columns().isEmpty()) {
        layout.set(TableLayout.parse(view.columns()));
      }
      narrowing.show(view.query());
    }
  }

  /** Counts anew, one after the other, while the list is open. */
  void count() {
    counts.set(Map.of());
    var views = new ArrayList<>(offered.get());
    views.addAll(saved.get());
    var facets = project.session().facets();
    counting
        .runTracked(
            progress -> {
              var found = new LinkedHashMap<String, Long>();
              for (var view : views) {
                if (view.understood()) {
                  found.put(view.name(), facets.count(view.query(), progress));
                }
              }
              return found;
            })
        .onSuccess(counts::set)
        .onFailure(failure);
  }

  /** Saves what is shown under a new name; answers false where that is taken. */
  boolean save(String name) {
    if (isTaken(name)) {
      return false;
    }
    put(present(name.strip()));
    return true;
  }

  /** Saves what is shown in place of what the view was. */
  void update(SavedView view) {
    put(present(view.name()));
  }

  private SavedView present(String name) {
    return new SavedView(name, narrowing.wish(), layout.get().text(), true);
  }

  /** Saves a view as it is: also to bring one back. */
  void put(SavedView view) {
    refresh(session -> session.views().save(view), () -> current.set(Optional.of(view.name())));
  }

  /** Answers false where the name is taken. */
  boolean rename(SavedView view, String name) {
    if (!view.name().equals(name.strip()) && isTaken(name)) {
      return false;
    }
    refresh(
        session -> session.views().rename(view.name(), name.strip()),
        () -> current.set(Optional.of(name.strip())));
    return true;
  }

  void delete(SavedView view, Runnable done) {
    refresh(
        session -> session.views().delete(view.name()),
        () -> {
          current.set(Optional.empty());
          done.run();
        });
  }

  /** All of them for the command palette. */
  List<Action> actions() {
    return Stream.concat(offered.get().stream(), saved.get().stream())
        .filter(SavedView::understood)
        .map(
            view ->
                Action.of("data.view", texts.get("data.view.show", view.name()), () -> show(view)))
        .toList();
  }

  private boolean isTaken(String name) {
    return Stream.concat(offered.get().stream(), saved.get().stream())
        .anyMatch(view -> view.name().equals(name.strip()));
  }

  private void refresh(Consumer<ProjectSession> act, Runnable done) {
    var session = project.session();
    acts.run(
            () -> {
              act.accept(session);
              return new Known(session.team().me(), session.views().list());
            })
        .onSuccess(
            known -> {
              offered.set(offered(known.me()));
              saved.set(known.saved());
              done.run();
            })
        .onFailure(failure);
  }

  private List<SavedView> offered(String me) {
    return List.of(
        offered("data.view.mine", ConversationFilter.ALL.withAssignees(Set.of(me))),
        offered(
            "data.view.inReview", ConversationFilter.ALL.withStatuses(Set.of(Status.IN_REVIEW))),
        offered("data.view.untagged", ConversationFilter.ALL.withTags(Set.of(""))),
        offered("data.view.today", ConversationFilter.ALL.withSince(Optional.of(Since.today()))));
  }

  private SavedView offered(String key, ConversationFilter filter) {
    return SavedView.of(texts.get(key), ConversationQuery.of(filter));
  }
}
