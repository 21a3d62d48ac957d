package studio.timbre.ui.packs;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.timbre.app.PackEntry;
import studio.timbre.app.ReturnedPack;
import studio.timbre.model.merge.Choice;
import studio.timbre.model.merge.Difference;
import studio.timbre.ui.fx.Work;

/** Looks at the entries of a review pack one by one, and decides what both sides have changed. */
final class Deciding {

  /** What is looked at: an entry and its cells. */
  record Shown(PackEntry entry, List<Difference> differences) {
    List<Difference> clashes() {
      return differences.stream().filter(Difference::isClash).toList();
    }
  }

  private final Work.Queue queue;
  private final Consumer<ReturnedPack> decided;
  private final Consumer<? super Exception> failure;
  private final ReadOnlyObjectWrapper<Optional<Shown>> shown =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyIntegerWrapper current = new ReadOnlyIntegerWrapper();
  private Optional<ReturnedPack> pack = Optional.empty();
  private long looked;

  /**
   * @param queue in which the pack is used
   * @param decided told of the pack after each decision
   */
  Deciding(Work.Queue queue, Consumer<ReturnedPack> decided, Consumer<? super Exception> failure) {
    this.queue = queue;
    this.decided = decided;
    this.failure = failure;
  }

  /** Takes a pack, and looks at its first entry. */
  void begin(ReturnedPack returned) {
    pack = Optional.of(returned);
    select(returned.entries().stream().findFirst());
  }

  /** Looks at nothing any more. */
  void end() {
    looked++;
    pack = Optional.empty();
    shown.set(Optional.empty());
  }

  ReadOnlyObjectProperty<Optional<Shown>> shown() {
    return shown.getReadOnlyProperty();
  }

  /** Which clash of the entry the keys decide, from 0. */
  ReadOnlyIntegerProperty current() {
    return current.getReadOnlyProperty();
  }

  /** Looks at an entry, at its first open clash. */
  void select(Optional<PackEntry> entry) {
    read(entry, true);
  }

  private void read(Optional<PackEntry> entry, boolean fromTheStart) {
    long number = ++looked;
    if (entry.isEmpty() || pack.isEmpty()) {
      shown.set(Optional.empty());
      return;
    }
    var open = pack.get();
    queue
        .run(() -> new Shown(entry.get(), open.merged(entry.get()).differences()))
        .onSuccess(
            found -> {
              if (number == looked) {
                shown.set(Optional.of(found));
                if (fromTheStart) {
                  current.set(Math.max(0, nextOpen(found, 0)));
                }
              }
            })
        .onFailure(failure);
  }

  /** The place of the first open clash from here on, -1 for none. */
  private static int nextOpen(Shown found, int from) {
    var clashes = found.clashes();
    return IntStream.range(from, clashes.size())
        .filter(index -> clashes.get(index).isOpen())
        .findFirst()
        .orElse(-1);
  }

  /** Decides the clash that the keys point at, and goes to the next; nothing happens where it cannot be decided so. */
  void choose(Choice.Kind kind) {
    currentClash()
        .filter(clash -> clash.ways().contains(kind) && kind != Choice.Kind.EDITED)
        .ifPresent(clash -> choose(clash, new Choice(kind, ""), true));
  }

  private Optional<Difference> currentClash() {
    return shown
        .get()
        .map(Shown::clashes)
        .filter(clashes -> current.get() < clashes.size())
        .map(clashes -> clashes.get(current.get()));
  }

  /** Decides a clash. */
  void choose(Difference clash, Choice choice, boolean goOn) {
    if (pack.isEmpty() || shown.get().isEmpty()) {
      return;
    }
    var open = pack.get();
    var entry = shown.get().get().entry();
    queue
        .run(
            () -> {
              open.choose(entry, clash, choice);
              return new Shown(entry, open.merged(entry).differences());
            })
        .onSuccess(
            found -> {
              decided.accept(open);
              if (shown.get().filter(now -> now.entry().pack() == entry.pack()).isPresent()) {
                shown.set(Optional.of(found));
                if (goOn) {
                  next();
                }
              }
            })
        .onFailure(failure);
  }

  /** Points the keys at a clash. */
  void point(int index) {
    current.set(index);
  }

  /** Goes to the next open clash, in this entry or a later one, or else from the start. */
  void next() {
    if (shown.get().isEmpty()) {
      return;
    }
    var now = shown.get().get();
    int here = nextOpen(now, current.get() + 1);
    if (here < 0) {
      here = nextOpen(now, 0);
    }
    if (here >= 0) {
      current.set(here);
      return;
    }
    pack.stream()
        .flatMap(open -> open.entries().stream())
        .filter(entry -> entry.open() > 0 && entry.pack() != now.entry().pack())
        .findFirst()
        .ifPresent(entry -> select(Optional.of(entry)));
  }

  /** Decides every clash that is still open. */
  void chooseAll(Choice choice) {
    pack.ifPresent(
        open ->
            queue
                .run(
                    () -> {
                      open.chooseAll(choice);
                      return open;
                    })
                .onSuccess(
                    done -> {
                      decided.accept(done);
                      read(shown.get().map(Shown::entry), false);
                    })
                .onFailure(failure));
  }
}
