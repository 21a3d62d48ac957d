package studio.timbre.ui.data;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import studio.timbre.app.ProjectSession;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationRow;
import studio.timbre.model.Message;
import studio.timbre.model.Role;
import studio.timbre.model.Split;
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

    /** So many cells did not take what was to be written into them, and stay as they were. */
    void refused(int cells);

    /** Rows cannot be moved while they are sorted by a column. */
    void sorted();

    void failed(Exception problem);
  }

  private final OpenProject project;
  private final CellContent content;
  private final Listener listener;
  private final IdList ids = new IdList();
  private final RowCache rows;
  private final Finding finding;
  private final Narrowing narrowing;
  private final ReadOnlyLongWrapper all = new ReadOnlyLongWrapper(-1);
  private boolean counted = true;
  private final ReadOnlyObjectWrapper<Optional<Long>> current =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Subscription listening;
  private Supplier<long[]> selection = () -> new long[0];
  private Optional<Long> fresh = Optional.empty();

  DataViewModel(OpenProject project, Work work, CellContent content, Listener listener) {
    this.project = project;
    this.content = content;
    this.listener = listener;
    this.rows =
        new RowCache(
            project.session(), work, ids, listener::rowsChanged, problem -> failed(problem));
    this.narrowing = new Narrowing(project.spotlight(), this::find);
    this.finding = new Finding(project, narrowing, work.lane(), this::show, this::failed);
    listening =
        Subscription.combine(
            project.revision().subscribe((before, now) -> refresh()),
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

  /** Whether exactly as many are on show as match; false while it is told only about how many these are. */
  boolean isCounted() {
    return counted;
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
    listener.rowsChanged();
    finding.again();
  }

  private void find(Duration pause) {
    finding.begin(pause);
  }

  private void show(Finding.Found found) {
    counted = found.exact();
    ids.replace(found.ids());
    all.set(found.all());
    project.shown().set(found.ids().length);
    listener.rowsChanged();
    tellOfTheNew();
  }

  /**
   * What is selected, and which of it is looked at.
   *
   * @param numbers asked for when something is done to them: there may be a million
   */
  void select(int count, Supplier<long[]> numbers, Optional<Long> looked) {
    selection = numbers;
    current.set(looked);
    project.selected().set(count);
  }

  /** How many conversations are selected. */
  long selected() {
    return project.selected().get();
  }

  ReadOnlyLongProperty selectedCount() {
    return ReadOnlyLongProperty.readOnlyLongProperty(project.selected());
  }

  /** The selected conversations from top to bottom. */
  long[] selection() {
    // Of what is half known, nothing is done.
    long[] chosen = selection.get();
    return LongStream.of(chosen).anyMatch(id -> id == IdList.UNKNOWN) ? new long[0] : chosen;
  }

  /** Writes a cell. */
  void write(int index, TableColumnKind column, String text) {
    var row = row(index);
    if (row.isEmpty()) {
      return;
    }
    long id = row.get().id();
    var before = row.get().curated();
    var after = content.with(before, column, text);
    if (after.isEmpty()) {
      listener.notText();
    } else if (!after.get().conversation().equals(before.conversation())) {
      replace(id, after.get().conversation());
    } else if (!after.get().equals(before)) {
      edit(session ->
              session.write(
                  "cell",
                  pen -> {
                    var now = pen.find(id);
                    now.flatMap(found -> content.with(found, column, text))
                        .ifPresent(changed -> pen.put(id, changed));
                    return now;
                  }))
          .onFailure(this::failed);
    }
  }

  /** Writes a cell of a column that takes few words only; what is none of them is passed over. */
  void writeIfTaken(int index, TableColumnKind column, String text) {
    if (content.takes(column, text)) {
      write(index, column, text);
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
    fresh = Optional.of(id);
    tellOfTheNew();
    finding.again();
  }

  private void tellOfTheNew() {
    if (fresh.isPresent() && ids.indexOf(fresh.get()) >= 0) {
      long id = fresh.get();
      fresh = Optional.empty();
      listener.added(id);
    }
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
    finding.close();
  }
}
