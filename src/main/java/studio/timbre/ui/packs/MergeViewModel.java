package studio.timbre.ui.packs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.timbre.app.ForeignPackException;
import studio.timbre.app.PackEntry;
import studio.timbre.app.ReturnedPack;
import studio.timbre.model.ChangeInfo;
import studio.timbre.model.Progress;
import studio.timbre.model.merge.Choice;
import studio.timbre.model.merge.Difference;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Sentence;
import studio.timbre.ui.fx.Work;

/** A review pack on its way back: read, compared, decided clash by clash, merged. */
public final class MergeViewModel {

  /** Where it stands. */
  public sealed interface State {
    record Idle() implements State {}

    /** Being compared, or merged. */
    record Busy(String name, boolean merging, long done, long total) implements State {}

    /** A file that is no pack of this project. */
    record Foreign(ForeignPackException why) implements State {}

    record Open(Summary summary) implements State {}
  }

  /** The figures above the list. */
  public record Summary(
      String recipient,
      String project,
      long theirs,
      long ours,
      int clashes,
      int open,
      int entries) {}

  /** What is looked at: an entry and its cells. */
  public record Shown(PackEntry entry, List<Difference> differences) {
    List<Difference> clashes() {
      return differences.stream().filter(Difference::isClash).toList();
    }
  }

  /** Told what cannot be a property. */
  public interface Listener {
    /** Merged; {@code entry} of the journal takes it back, empty where nothing had to change. */
    void merged(Optional<ChangeInfo> entry);

    /** So many conversations of another project were taken in. */
    void takenIn(long count);

    void failed(Exception problem);
  }

  private final OpenProject project;
  private final Work work;
  private final Work.Queue deciding;
  private final Listener listener;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
  private final ReadOnlyObjectWrapper<List<PackEntry>> entries =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<Shown>> shown =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyIntegerWrapper current = new ReadOnlyIntegerWrapper();
  private final ReadOnlyBooleanWrapper there = new ReadOnlyBooleanWrapper();
  private Optional<ReturnedPack> pack = Optional.empty();
  private Optional<Sentence.Running> running = Optional.empty();
  private CountDownLatch lettingGo = new CountDownLatch(0);
  private long looked;

  public MergeViewModel(OpenProject project, Work work, Listener listener) {
    this.project = project;
    this.work = work;
    this.deciding = work.queue();
    this.listener = listener;
    there.bind(state.map(now -> !(now instanceof State.Idle)));
  }

  public ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /** Whether there is anything to show. */
  public ReadOnlyBooleanProperty there() {
    return there.getReadOnlyProperty();
  }

  /** What differs, clashes first. */
  public ReadOnlyObjectProperty<List<PackEntry>> entries() {
    return entries.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<Shown>> shown() {
    return shown.getReadOnlyProperty();
  }

  /** Which clash of the entry the keys decide, from 0. */
  public ReadOnlyIntegerProperty current() {
    return current.getReadOnlyProperty();
  }

  /** Reads a pack; ignored while another one is open. */
  public void bringBack(Path file) {
    if (there.get()) {
      return;
    }
    String name = nameOf(file);
    state.set(new State.Busy(name, false, 0, -1));
    var free = lettingGo;
    running =
        Optional.of(
            work.runTracked(progress -> read(file, free, progress))
                .onProgress((done, total) -> busy(name, false, done, total))
                .onSuccess(this::open)
                .onFailure(this::refused));
  }

  /** A pack that nobody waits for any more is let go. */
  private ReturnedPack read(Path file, CountDownLatch free, Progress progress) throws Exception {
    // The same file may just be on its way out.
    free.await();
    var read = project.session().packs().bringBack(file, progress);
    if (progress.isCancelled()) {
      read.close();
      throw new CancellationException();
    }
    return read;
  }

  private static String nameOf(Path file) {
    return String.valueOf(file.getFileName());
  }

  private void busy(String name, boolean merging, long done, long total) {
    if (state.get() instanceof State.Busy) {
      state.set(new State.Busy(name, merging, done, total));
    }
  }

  private void open(ReturnedPack returned) {
    pack = Optional.of(returned);
    tell(returned);
    select(entries.get().stream().findFirst());
  }

  private void tell(ReturnedPack returned) {
    var list = returned.entries();
    entries.set(list);
    state.set(
        new State.Open(
            new Summary(
                returned.origin().recipient(),
                returned.origin().projectName(),
                returned.changedByThem(),
                returned.changedByUs(),
                returned.clashes(),
                returned.open(),
                list.size())));
  }

  private void refused(Exception problem) {
    if (problem instanceof ForeignPackException foreign) {
      state.set(new State.Foreign(foreign));
    } else {
      state.set(new State.Idle());
      listener.failed(problem);
    }
  }

  /** Takes the conversations of a foreign file in as new ones. */
  public void takeIn() {
    if (state.get() instanceof State.Foreign(ForeignPackException why)) {
      String name = nameOf(why.file());
      state.set(new State.Busy(name, true, 0, -1));
      running =
          Optional.of(
              work.runTracked(progress -> project.session().packs().takeIn(why.file(), progress))
                  .onProgress((done, total) -> busy(name, true, done, total))
                  .onSuccess(
                      count -> {
                        state.set(new State.Idle());
                        listener.takenIn(count);
                      })
                  .onFailure(this::refused));
    }
  }

  /** Looks at an entry, at its first open clash. */
  public void select(Optional<PackEntry> entry) {
    read(entry, true);
  }

  private void read(Optional<PackEntry> entry, boolean fromTheStart) {
    long number = ++looked;
    if (entry.isEmpty() || pack.isEmpty()) {
      shown.set(Optional.empty());
      return;
    }
    var open = pack.get();
    deciding
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
        .onFailure(listener::failed);
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
  public void choose(Choice.Kind kind) {
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
  public void choose(Difference clash, Choice choice, boolean goOn) {
    if (pack.isEmpty() || shown.get().isEmpty()) {
      return;
    }
    var open = pack.get();
    var entry = shown.get().get().entry();
    deciding
        .run(
            () -> {
              open.choose(entry, clash, choice);
              return new Shown(entry, open.merged(entry).differences());
            })
        .onSuccess(
            found -> {
              tell(open);
              if (shown.get().filter(now -> now.entry().pack() == entry.pack()).isPresent()) {
                shown.set(Optional.of(found));
                if (goOn) {
                  next();
                }
              }
            })
        .onFailure(listener::failed);
  }

  /** Points the keys at a clash. */
  public void point(int index) {
    current.set(index);
  }

  /** Goes to the next open clash, in this entry or a later one, or else from the start. */
  public void next() {
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
    entries.get().stream()
        .filter(entry -> entry.open() > 0 && entry.pack() != now.entry().pack())
        .findFirst()
        .ifPresent(entry -> select(Optional.of(entry)));
  }

  /** Decides every clash that is still open. */
  public void chooseAll(Choice choice) {
    pack.ifPresent(
        open ->
            deciding
                .run(
                    () -> {
                      open.chooseAll(choice);
                      return open;
                    })
                .onSuccess(
                    done -> {
                      tell(done);
                      read(shown.get().map(Shown::entry), false);
                    })
                .onFailure(listener::failed));
  }

  /** Merges as decided: one step of undo. */
  public void apply() {
    if (pack.isEmpty()
        || !(state.get() instanceof State.Open(Summary summary))
        || summary.open() > 0) {
      return;
    }
    var open = pack.get();
    String name = summary.project();
    state.set(new State.Busy(name, true, 0, -1));
    running =
        Optional.of(
            work.runTracked(
                    progress -> {
                      long before = project.session().journalPosition();
                      open.apply(progress);
                      return project.session().nextUndo().filter(done -> done.entry() != before);
                    })
                .onProgress((done, total) -> busy(name, true, done, total))
                .onSuccess(
                    entry -> {
                      close();
                      listener.merged(entry);
                    })
                .onEnd(() -> pack.ifPresent(this::tell))
                .onFailure(
                    problem -> {
                      tell(open);
                      select(entries.get().stream().findFirst());
                      listener.failed(problem);
                    }));
  }

  /** Stops what is under way; nothing of it is done. */
  public void cancel() {
    running.ifPresent(Sentence.Running::cancel);
    pack.ifPresentOrElse(this::tell, () -> state.set(new State.Idle()));
  }

  /** Puts the pack away; what was decided is kept for the next time. */
  public void close() {
    running.ifPresent(Sentence.Running::cancel);
    running = Optional.empty();
    looked++;
    shown.set(Optional.empty());
    entries.set(List.of());
    state.set(new State.Idle());
    var open = pack;
    pack = Optional.empty();
    open.ifPresent(this::letGo);
  }

  private void letGo(ReturnedPack returned) {
    var gone = new CountDownLatch(1);
    lettingGo = gone;
    deciding
        .run(
            () -> {
              try {
                returned.close();
              } finally {
                gone.countDown();
              }
              return true;
            })
        .onFailure(listener::failed);
  }
}
