package studio.timbre.ui.hear;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.timbre.model.Connection;
import studio.timbre.ui.fx.Work;

/** Where a model at a provider is named: a connection, and a name that is typed or chosen from those the provider tells. */
final class ApiVoiceFormModel {
  private final HearSource source;
  private final VoiceList voices;
  private final Work.Lane opening;
  private final Work.Lane asking;
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper read = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<Exception>> fault =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObservableList<Connection> connections = FXCollections.observableArrayList();
  private final ObservableList<String> names = FXCollections.observableArrayList();
  private final ObjectProperty<Optional<Connection>> connection =
      new SimpleObjectProperty<>(Optional.empty());
  private final StringProperty name = new SimpleStringProperty("");
  private OptionalInt place = OptionalInt.empty();

  ApiVoiceFormModel(HearSource source, Work work, VoiceList voices) {
    this.source = source;
    this.voices = voices;
    this.opening = work.lane();
    this.asking = work.lane();
    connection.addListener(
        change -> {
          asking.forget();
          busy.set(false);
          names.clear();
          fault.set(Optional.empty());
        });
  }

  ReadOnlyBooleanProperty open() {
    return open.getReadOnlyProperty();
  }

  /** True once the connections are known, be there none. */
  ReadOnlyBooleanProperty read() {
    return read.getReadOnlyProperty();
  }

  /** True while the provider is asked for names. */
  ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<Exception>> fault() {
    return fault.getReadOnlyProperty();
  }

  ObservableList<Connection> connections() {
    return connections;
  }

  /** What the provider told; empty until it was asked. */
  ObservableList<String> names() {
    return names;
  }

  ObjectProperty<Optional<Connection>> connection() {
    return connection;
  }

  StringProperty name() {
    return name;
  }

  /**
   * Opens the form.
   *
   * @param instead the place of the voice that is changed; empty for one more
   */
  void open(OptionalInt instead) {
    place = instead;
    fault.set(Optional.empty());
    open.set(true);
    opening
        .run(source::connections)
        .onSuccess(this::show)
        .onFailure(problem -> fault.set(Optional.of(problem)));
  }

  private void show(List<Connection> found) {
    if (!connections.equals(found)) {
      connections.setAll(found);
    }
    if (connection.get().filter(found::contains).isEmpty()) {
      connection.set(found.stream().findFirst());
    }
    read.set(true);
  }

  /** Asks the provider which models the key may use; that costs nothing. */
  void askForNames() {
    var where = connection.get();
    if (where.isEmpty() || busy.get()) {
      return;
    }
    busy.set(true);
    fault.set(Optional.empty());
    asking
        .run(() -> source.modelsAt(where.get()))
        .onSuccess(
            found -> {
              busy.set(false);
              names.setAll(found);
            })
        .onFailure(
            problem -> {
              busy.set(false);
              fault.set(Optional.of(problem));
            });
  }

  boolean canUse() {
    return connection.get().isPresent() && !name.get().isBlank();
  }

  void use() {
    if (!canUse()) {
      return;
    }
    var voice = VoiceChoice.at(connection.get().orElseThrow(), name.get().strip());
    if (place.isPresent()) {
      voices.replace(place.getAsInt(), voice);
    } else {
      voices.add(voice);
    }
    close();
  }

  void close() {
    asking.forget();
    busy.set(false);
    open.set(false);
    name.set("");
  }
}
