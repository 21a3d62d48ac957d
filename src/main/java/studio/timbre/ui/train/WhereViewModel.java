package studio.timbre.ui.train;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.timbre.model.Connection;
import studio.timbre.ui.fx.Notices;
import studio.timbre.ui.fx.Work;

/** The places where a training can happen, and the one that is chosen. */
final class WhereViewModel implements AutoCloseable {
  private final ApiTrainer trainer;
  private final Notices notices;
  private final Work.Lane reading;
  private final ObservableList<Connection> connections = FXCollections.observableArrayList();
  private final ObjectProperty<Where> chosen = new SimpleObjectProperty<>(new Where.Here());

  WhereViewModel(ApiTrainer trainer, Work work, Notices notices) {
    this.trainer = trainer;
    this.notices = notices;
    this.reading = work.lane();
  }

  ObservableList<Connection> connections() {
    return connections;
  }

  ObjectProperty<Where> chosen() {
    return chosen;
  }

  /** Connections may have come, gone or changed in another room. */
  void refresh() {
    reading.run(trainer::connections).onSuccess(this::show).onFailure(notices::failed);
  }

  private void show(List<Connection> found) {
    if (!connections.equals(found)) {
      connections.setAll(found);
    }
    if (chosen.get() instanceof Where.There there) {
      chosen.set(
          found.stream()
              .filter(known -> known.id().equals(there.connection().id()))
              .findFirst()
              .<Where>map(Where.There::new)
              .orElseGet(Where.Here::new));
    }
  }

  @Override
  public void close() {
    reading.forget();
  }
}
