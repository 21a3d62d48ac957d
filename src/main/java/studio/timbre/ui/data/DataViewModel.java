package studio.timbre.ui.data;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import studio.timbre.app.ProjectSession;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.ConversationRow;
import studio.timbre.model.Message;
import studio.timbre.model.Role;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Work;

/** The table of conversations: which are shown, which are selected, and what is done to them. */
final class DataViewModel implements AutoCloseable {
  /** Told what the view must follow. */
  interface Listener {
    /** Rows have come or grown old: what is seen should be drawn anew. */
    void rowsChanged();

    /** A new conversation is there to be written. */
    void added(long id);

    /** So many conversations are gone; {@code entry} of the journal brings them back. */
    void deleted(int count, long entry);

    /** A cell cannot be typed into, for its message is more than text. */
    void notText();

    void failed(Exception problem);
  }

  private record Found(long[] ids, long all) {}

  private final OpenProject project;
  private final Listener listener;
  private final IdList ids = new IdList();
  private final RowCache rows;
  private final Work.Lane searching;
  private final Narrowing narrowing;
  private final ReadOnlyLongWrapper all = new ReadOnlyLongWrapper(-1);
  private final ReadOnlyObjectWrapper<Optional<Long>> current =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Subscription listening;
  private long[] selection = {};

  DataViewModel(OpenProject project, Work work, Listener listener) {
    this.project = project;
    this.listener = listener;
    this.searching = work.lane();
    this.rows =
        new RowCache(
            project.session(), work, ids, listener::rowsChanged, problem -> failed(problem));
    this.narrowing = new Narrowing(project.spotlight(), this::find);
    listening =
        Subscription.combine(
            project.revision().subscribe(value -> refresh()),
            project.spotlight().subscribe(value -> find(Duration.ZERO)));
  }

  /** Which conversations are on show. */
  Narrowing narrowing() {
    return narrowing;
  }

  /** Conversations on show, by number. */
  IdList ids() {
    return ids;
  }

  /** Conversations in the whole project; -1 until that is known. */
  ReadOnlyLongProperty all() {
    return all.getReadOnlyProperty();
  }

  /** The conversation that the pane beside the table shows. */
  ReadOnlyObjectProperty<Optional<Long>> current() {
    return current.getReadOnlyProperty();
  }

  Optional<ConversationRow> row(int index) {
    return index >= 0 && index < ids.size() ? rows.at(index) : Optional.empty();
  }

  private void refresh() {
    rows.grownOld();
    find(Duration.ZERO);
  }

  private void find(Duration pause) {
    var query = narrowing.query();
    searching
        .run(() -> find(project.session(), query))
        .after(pause)
        .onSuccess(this::show)
        .onFailure(this::failed);
  }

  private static Found find(ProjectSession session, ConversationQuery query) {
    return new Found(session.ids(query), session.totals(ConversationQuery.ALL).conversations());
  }

  private void show(Found found) {
    ids.replace(found.ids());
    all.set(found.all());
    project.shown().set(found.ids().length);
    listener.rowsChanged();
  }

  /** What is selected, and which of it is looked at. */
  void select(long[] selected, Optional<Long> looked) {
    selection = selected;
    current.set(looked);
    project.selected().set(selected.length);
  }

  long[] selection() {
    return selection.clone();
  }

  /** Writes a cell. */
  void write(int index, TableColumnKind column, String text) {
    var row = row(index);
    if (row.isEmpty()) {
      return;
    }
    var before = row.get().conversation();
    var after = CellText.with(before, column, text);
    if (after.isEmpty()) {
      listener.notText();
    } else if (!after.get().equals(before)) {
      replace(row.get().id(), after.get());
    }
  }

  private void replace(long id, Conversation conversation) {
    rows.unsaved(id, conversation);
    listener.rowsChanged();
    edit(session -> {
          session.replace(Map.of(id, conversation));
          return id;
        })
        .onEnd(() -> rows.saved(id))
        .onFailure(this::failed);
  }

  /** Puts an empty conversation behind the one that is looked at; it begins as the others do. */
  void add() {
    var behind = current.get();
    var instructions =
        behind
            .flatMap(id -> row(ids.indexOf(id)))
            .flatMap(row -> row.conversation().messages().stream().findFirst())
            .filter(first -> first.role().equals(Role.SYSTEM));
    var empty =
        instructions
            .map(
                first ->
                    Conversation.of(
                        first, Message.of(Role.USER, ""), Message.of(Role.ASSISTANT, "")))
            .orElseGet(
                () -> Conversation.of(Message.of(Role.USER, ""), Message.of(Role.ASSISTANT, "")));
    edit(session -> session.add(empty, narrowing.split().get().orElse(Split.TRAINING), behind))
        .onSuccess(
            id -> {
              narrowing.showAll();
              addedSoon(id);
            })
        .onFailure(this::failed);
  }

  /** The list is read first: only then is there a row to point at. */
  private void addedSoon(long id) {
    var query = narrowing.query();
    searching
        .run(() -> find(project.session(), query))
        .onSuccess(
            found -> {
              show(found);
              listener.added(id);
            })
        .onFailure(this::failed);
  }

  void duplicate() {
    long[] chosen = selection();
    if (chosen.length > 0) {
      edit(session -> session.duplicate(chosen)).onFailure(this::failed);
    }
  }

  void delete() {
    long[] chosen = selection();
    if (chosen.length > 0) {
      edit(session -> {
            session.delete(chosen);
            return session.nextUndo();
          })
          .onSuccess(
              change ->
                  change.ifPresent(
                      deletion -> listener.deleted(deletion.conversations(), deletion.entry())))
          .onFailure(this::failed);
    }
  }

  void setStatus(Status newStatus) {
    long[] chosen = selection();
    edit(session -> {
          session.setStatus(newStatus, chosen);
          return chosen;
        })
        .onFailure(this::failed);
  }

  void setSplit(Split newSplit) {
    long[] chosen = selection();
    edit(session -> {
          session.setSplit(newSplit, chosen);
          return chosen;
        })
        .onFailure(this::failed);
  }

  private <T> studio.timbre.ui.fx.Sentence<T> edit(Function<ProjectSession, T> change) {
    return project.edits().make(change);
  }

  private void failed(Exception problem) {
    listener.failed(problem);
  }

  @Override
  public void close() {
    listening.unsubscribe();
    rows.close();
    searching.forget();
  }
}
