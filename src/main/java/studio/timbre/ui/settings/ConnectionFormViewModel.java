package studio.timbre.ui.settings;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import studio.timbre.app.AddressException;
import studio.timbre.app.CheckOutcome;
import studio.timbre.app.Connections;
import studio.timbre.app.KeyPlace;
import studio.timbre.app.KeySource;
import studio.timbre.app.NewKey;
import studio.timbre.app.ProviderFacts;
import studio.timbre.model.Connection;
import studio.timbre.model.Provider;
import studio.timbre.model.UserFacingException;
import studio.timbre.ui.fx.Sentence.Running;
import studio.timbre.ui.fx.Work;

/** A connection that is being added or changed. */
final class ConnectionFormViewModel {

  /** What the form is about. */
  sealed interface Stage {
    record Resting() implements Stage {}

    record Testing() implements Stage {}

    record Tested(CheckOutcome outcome) implements Stage {}

    /** What was asked for could not be done. */
    record Refused(Exception problem) implements Stage {}

    record Saving() implements Stage {}
  }

  private final Connections connections;
  private final Work.Lane lane;
  private final Work work;
  private final Optional<Connection> changed;
  private final KeyEntry key;
  private final Consumer<Connection> done;

  private final ObjectProperty<Provider> provider = new SimpleObjectProperty<>(Provider.OPENAI);
  private final StringProperty name = new SimpleStringProperty("");
  private final StringProperty address = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Stage> stage =
      new ReadOnlyObjectWrapper<>(new Stage.Resting());
  private Optional<Running> running = Optional.empty();

  /**
   * @param changed the connection that is being changed; empty for a new one
   * @param source where its key is
   * @param place where a new key goes
   * @param done called with what was saved
   */
  ConnectionFormViewModel(
      Connections connections,
      Work work,
      Optional<Connection> changed,
      KeySource source,
      KeyPlace place,
      Consumer<Connection> done) {
    this.connections = connections;
    this.work = work;
    this.lane = work.lane();
    this.changed = changed;
    this.key =
        new KeyEntry(
            place, this::offeredVariable, changed.isEmpty() || source instanceof KeySource.None);
    this.done = done;
    key.fromEnvironment().set(source instanceof KeySource.InEnvironment);
    changed.ifPresentOrElse(this::fill, () -> provider.subscribe(this::usual));
    provider.subscribe(value -> forgetAnswer());
    address.subscribe(value -> addressChanged());
    key.key().subscribe(value -> forgetAnswer());
    key.fromEnvironment().subscribe(value -> forgetAnswer());
  }

  private void fill(Connection connection) {
    provider.set(connection.provider());
    name.set(connection.name());
    address.set(connection.address().toString());
  }

  /** What is usual for a provider takes the place of what was usual for the one before; what was typed stays. */
  private void usual(Provider chosen) {
    var facts = ProviderFacts.of(chosen);
    if (name.get().isBlank() || isUsual(name.get())) {
      name.set(chosen == Provider.COMPATIBLE ? "" : facts.name());
    }
    address.set(facts.address().orElse(""));
    key.fromEnvironment().set(false);
  }

  private static boolean isUsual(String typed) {
    return Arrays.stream(Provider.values())
        .anyMatch(known -> ProviderFacts.of(known).name().equals(typed));
  }

  Optional<Connection> changed() {
    return changed;
  }

  ObjectProperty<Provider> provider() {
    return provider;
  }

  StringProperty name() {
    return name;
  }

  StringProperty address() {
    return address;
  }

  KeyEntry keyEntry() {
    return key;
  }

  StringProperty key() {
    return key.key();
  }

  ReadOnlyObjectProperty<Stage> stage() {
    return stage.getReadOnlyProperty();
  }

  private Optional<String> offeredVariable() {
    return connections.offeredVariable(provider.get());
  }

  /** The address leads to another computer than before, so that the kept key does not count. */
  boolean leadsElsewhere() {
    try {
      URI typed = Connections.address(provider.get(), address.get());
      return changed.filter(known -> Connections.leadsElsewhere(known, typed)).isPresent();
    } catch (AddressException e) {
      return false;
    }
  }

  /** Puts the address there that was probably meant. */
  void take(String suggestion) {
    address.set(suggestion);
  }

  /** A key that is kept counts for the computer that it was given for alone. */
  private void addressChanged() {
    forgetAnswer();
    if (leadsElsewhere()) {
      key.replacing().set(true);
    }
  }

  private void checkKey(NewKey typed) throws UserFacingException {
    boolean missing = changed.isEmpty() || leadsElsewhere();
    if (typed instanceof NewKey.Unchanged && missing) {
      throw Connections.keyWanted();
    }
  }

  /** Asks the provider for its models, with what stands in the form; nothing is saved. */
  void test() {
    String where = address.get();
    var chosen = provider.get();
    NewKey typed;
    try {
      Connections.address(chosen, where);
      typed = key.entered();
      checkKey(typed);
    } catch (UserFacingException e) {
      stage.set(new Stage.Refused(e));
      return;
    }
    stage.set(new Stage.Testing());
    running =
        Optional.of(
            lane.runTracked(progress -> connections.check(chosen, where, typed, changed, progress))
                .onSuccess(outcome -> stage.set(new Stage.Tested(outcome)))
                .onFailure(problem -> stage.set(new Stage.Refused(problem))));
  }

  void cancelTest() {
    running.ifPresent(Running::cancel);
    stage.set(new Stage.Resting());
  }

  private void forgetAnswer() {
    if (!(stage.get() instanceof Stage.Saving)) {
      running.ifPresent(Running::cancel);
      stage.set(new Stage.Resting());
    }
  }

  void save() {
    if (stage.get() instanceof Stage.Saving) {
      return;
    }
    running.ifPresent(Running::cancel);
    Callable<Connection> act;
    try {
      act = saving();
    } catch (UserFacingException e) {
      stage.set(new Stage.Refused(e));
      return;
    }
    stage.set(new Stage.Saving());
    work.run(act)
        .onSuccess(
            saved -> {
              forgetSecrets();
              done.accept(saved);
            })
        .onFailure(problem -> stage.set(new Stage.Refused(problem)));
  }

  private Callable<Connection> saving() throws UserFacingException {
    var chosen = provider.get();
    String newName = name.get();
    String where = address.get();
    Connections.address(chosen, where);
    var typed = key.entered();
    checkKey(typed);
    var passphrase = key.unlocking(typed);
    return () -> {
      if (passphrase.isPresent()) {
        connections.keys().unlock(passphrase.get());
      }
      return changed.isPresent()
          ? connections.change(changed.get(), newName, where, typed)
          : connections.add(chosen, newName, where, typed);
    };
  }

  /** What was typed is not kept in the form. */
  void forgetSecrets() {
    running.ifPresent(Running::cancel);
    lane.forget();
    key.forget();
  }
}
