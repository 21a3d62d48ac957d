package studio.timbre.ui.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.timbre.app.Models;
import studio.timbre.model.LibraryModel;
import studio.timbre.ui.fx.Sentence.Running;
import studio.timbre.ui.fx.Work;

/** The base models on this computer: the list, and what is coming in. */
final class ModelsViewModel {

  /** A download. */
  sealed interface Fetch {
    record Idle() implements Fetch {}

    /** {@code total} bytes, -1 where that is not known. */
    record Coming(String name, long done, long total) implements Fetch {}
  }

  private final Models models;
  private final Work work;
  private final Work.Lane listing;
  private final Consumer<? super Exception> failure;
  private final ReadOnlyObjectWrapper<Optional<List<LibraryModel>>> list =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Fetch> fetch = new ReadOnlyObjectWrapper<>(new Fetch.Idle());
  private Optional<Running> running = Optional.empty();

  ModelsViewModel(Models models, Work work, Consumer<? super Exception> failure) {
    this.models = models;
    this.work = work;
    this.listing = work.lane();
    this.failure = failure;
  }

  /** What is in the library; empty until it was read. */
  ReadOnlyObjectProperty<Optional<List<LibraryModel>>> list() {
    return list.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Fetch> fetch() {
    return fetch.getReadOnlyProperty();
  }

  /** True where the model that Timbre starts with still has to be fetched. */
  boolean lacksStarter() {
    return list.get()
        .map(known -> known.stream().noneMatch(model -> model.name().equals(Models.STARTER)))
        .orElse(false);
  }

  void refresh() {
    listing.run(models::list).onSuccess(read -> list.set(Optional.of(read))).onFailure(failure);
  }

  void add(Path path) {
    then(() -> models.add(path));
  }

  void remove(String name) {
    then(
        () -> {
          models.remove(name);
          return name;
        });
  }

  private void then(Callable<?> act) {
    work.run(act).onEnd(this::refresh).onFailure(failure);
  }

  /** Fetches a model by its name in the hub; one at a time. */
  void fetch(String name) {
    if (fetch.get() instanceof Fetch.Coming || name.isBlank()) {
      return;
    }
    fetch.set(new Fetch.Coming(name, 0, -1));
    running =
        Optional.of(
            work.runTracked(progress -> models.fetch(name.strip(), progress))
                .onProgress((done, total) -> fetch.set(new Fetch.Coming(name, done, total)))
                .onEnd(
                    () -> {
                      fetch.set(new Fetch.Idle());
                      refresh();
                    })
                .onFailure(failure));
  }

  /** Stops the download; what has come stays for the next try. */
  void cancelFetch() {
    running.ifPresent(Running::cancel);
    fetch.set(new Fetch.Idle());
  }
}
