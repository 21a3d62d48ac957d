package studio.timbre.ui.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.timbre.app.CheckOutcome;
import studio.timbre.app.Connections;
import studio.timbre.app.KeyPlace;
import studio.timbre.app.KeyPlace.Lock;
import studio.timbre.app.KeySource;
import studio.timbre.model.Connection;
import studio.timbre.model.UserFacingException;
import studio.timbre.ui.fx.Sentence.Running;
import studio.timbre.ui.fx.Work;

/** The connections to providers: the list, what a test said of each, and the one that is being written. */
final class ConnectionsViewModel {

  /** A connection and where its key is. */
  record Line(Connection connection, KeySource key) {}

  /**
   * What was read.
   *
   * @param place where a key goes that is entered now
   * @param locked keys of connections lie in Timbre's file, and it is not open
   */
  record Known(List<Line> lines, KeyPlace place, boolean locked) {}

  /** A test of one connection. */
  sealed interface Trial {
    record Untested() implements Trial {}

    record Testing() implements Trial {}

    record Tested(CheckOutcome outcome) implements Trial {}

    record Refused(Exception problem) implements Trial {}
  }

  private static final Trial UNTESTED = new Trial.Untested();

  private final Connections connections;
  private final Work work;
  private final Work.Lane listing;
  private final Consumer<? super Exception> failure;
  private final ReadOnlyObjectWrapper<Optional<Known>> known =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<ConnectionFormViewModel>> form =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Connection>> unreachable =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Map<String, ReadOnlyObjectWrapper<Trial>> trials = new HashMap<>();
  private final Map<String, Running> running = new HashMap<>();
  private boolean addWhenKnown;

  ConnectionsViewModel(Connections connections, Work work, Consumer<? super Exception> failure) {
    this.connections = connections;
    this.work = work;
    this.listing = work.lane();
    this.failure = failure;
  }

  /** Empty until it was read. */
  ReadOnlyObjectProperty<Optional<Known>> known() {
    return known.getReadOnlyProperty();
  }

  /** The connection that is being added or changed. */
  ReadOnlyObjectProperty<Optional<ConnectionFormViewModel>> form() {
    return form.getReadOnlyProperty();
  }

  /** A connection that could not be removed, as its key cannot be reached. */
  ReadOnlyObjectProperty<Optional<Connection>> unreachable() {
    return unreachable.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Trial> trial(Connection connection) {
    return trialOf(connection).getReadOnlyProperty();
  }

  private ReadOnlyObjectWrapper<Trial> trialOf(Connection connection) {
    return trials.computeIfAbsent(connection.id(), id -> new ReadOnlyObjectWrapper<>(UNTESTED));
  }

  void refresh() {
    listing
        .run(this::read)
        .onSuccess(
            read -> {
              known.set(Optional.of(read));
              if (addWhenKnown) {
                add();
              }
            })
        .onFailure(failure);
  }

  private Known read() throws UserFacingException {
    var lines = new ArrayList<Line>();
    for (var connection : connections.list()) {
      lines.add(new Line(connection, connections.keySource(connection)));
    }
    boolean inFile = lines.stream().anyMatch(line -> line.key() instanceof KeySource.InFile);
    return new Known(
        lines, connections.keys().place(), inFile && connections.keys().lock() == Lock.LOCKED);
  }

  /** Begins a new connection, as soon as it is known where keys go. */
  void add() {
    addWhenKnown = known.get().isEmpty();
    known.get().ifPresent(read -> open(Optional.empty(), new KeySource.None(), read.place()));
  }

  void change(Line line) {
    known.get().ifPresent(read -> open(Optional.of(line.connection()), line.key(), read.place()));
  }

  private void open(Optional<Connection> changed, KeySource source, KeyPlace place) {
    closeForm();
    form.set(
        Optional.of(
            new ConnectionFormViewModel(connections, work, changed, source, place, this::saved)));
  }

  private void saved(Connection connection) {
    trialOf(connection).set(UNTESTED);
    closeForm();
    refresh();
  }

  /** Leaves the form; what was typed is forgotten. */
  void closeForm() {
    form.get().ifPresent(ConnectionFormViewModel::forgetSecrets);
    form.set(Optional.empty());
  }

  void test(Connection connection) {
    var trial = trialOf(connection);
    trial.set(new Trial.Testing());
    running.put(
        connection.id(),
        work.runTracked(progress -> connections.check(connection, progress))
            .onSuccess(outcome -> trial.set(new Trial.Tested(outcome)))
            .onFailure(problem -> trial.set(new Trial.Refused(problem))));
  }

  void cancelTest(Connection connection) {
    Optional.ofNullable(running.remove(connection.id())).ifPresent(Running::cancel);
    trialOf(connection).set(UNTESTED);
  }

  /** Removes it with its key; where that cannot be reached, {@link #unreachable} holds it afterwards. */
  void remove(Connection connection) {
    unreachable.set(Optional.empty());
    work.run(
            () -> {
              connections.remove(connection);
              return connection;
            })
        .onSuccess(removed -> trials.remove(removed.id()))
        .onEnd(this::refresh)
        .onFailure(
            problem -> {
              failure.accept(problem);
              if (problem instanceof UserFacingException told
                  && (told.key().startsWith("error.keys.")
                      || told.key().equals("error.connection.systemSilent"))) {
                unreachable.set(Optional.of(connection));
              }
            });
  }

  void removeWithoutKey(Connection connection) {
    unreachable.set(Optional.empty());
    work.run(
            () -> {
              connections.removeWithoutKey(connection);
              return connection;
            })
        .onEnd(this::refresh)
        .onFailure(failure);
  }

  void unlock(String passphrase) {
    var secret = passphrase.toCharArray();
    work.run(
            () -> {
              connections.keys().unlock(secret);
              return true;
            })
        .onEnd(this::refresh)
        .onFailure(failure);
  }

  /** Renames the file of keys; afterwards they are entered anew. */
  void setAside(Consumer<String> told) {
    work.run(() -> connections.keys().setAside().toString())
        .onSuccess(told)
        .onEnd(this::refresh)
        .onFailure(failure);
  }
}
