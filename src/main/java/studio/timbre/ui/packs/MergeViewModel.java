package studio.timbre.ui.packs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.timbre.app.ForeignPackException;
import studio.timbre.app.PackCells;
import studio.timbre.app.PackEntry;
import studio.timbre.app.ReturnedPack;
import studio.timbre.app.SheetFigures;
import studio.timbre.model.ChangeInfo;
import studio.timbre.model.ImportReport.Refusal;
import studio.timbre.model.Progress;
import studio.timbre.model.SheetReading;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Sentence;
import studio.timbre.ui.fx.Unfinished;
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

  /**
   * The figures above the list.
   *
   * @param notes what of it could not be read, or has no place
   * @param sheet how a table was understood; empty for packs
   */
  public record Summary(
      String recipient,
      String project,
      long theirs,
      long ours,
      int clashes,
      int open,
      PackCells cells,
      int entries,
      List<Refusal> notes,
      Optional<SheetFigures> sheet) {}

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
  private final Work.Queue queue;
  private final Deciding deciding;
  private final Listener listener;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
  private final ReadOnlyObjectWrapper<List<PackEntry>> entries =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyBooleanWrapper there = new ReadOnlyBooleanWrapper();
  private Optional<ReturnedPack> pack = Optional.empty();
  private Optional<Path> open = Optional.empty();
  private Optional<Sentence.Running> running = Optional.empty();
  private CountDownLatch lettingGo = new CountDownLatch(0);

  public MergeViewModel(OpenProject project, Work work, Listener listener) {
    this.project = project;
    this.work = work;
    this.listener = listener;
    queue = work.queue();
    deciding = new Deciding(queue, this::tell, listener::failed);
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

  /** What is looked at of it, and how its clashes are decided. */
  Deciding deciding() {
    return deciding;
  }

  /** Reads a pack; ignored while another one is open. */
  public void bringBack(Path file) {
    if (!there.get()) {
      read(file, SheetReading.TOLD);
    }
  }

  /** Compares a table anew that is understood in another way; what was decided of it stays decided. */
  void readAgain(SheetReading reading) {
    if (pack.isEmpty() || open.isEmpty() || !(state.get() instanceof State.Open)) {
      return;
    }
    var file = open.get();
    putAway();
    read(file, reading);
  }

  private void read(Path file, SheetReading reading) {
    open = Optional.of(file);
    String name = nameOf(file);
    state.set(new State.Busy(name, false, 0, -1));
    var free = lettingGo;
    running =
        Optional.of(
            work.runTracked(progress -> read(file, reading, free, progress))
                .onProgress((done, total) -> busy(name, false, done, total))
                .onSuccess(this::open)
                .onFailure(this::refused));
  }

  /** A pack that nobody waits for any more is let go. */
  private ReturnedPack read(Path file, SheetReading reading, CountDownLatch free, Progress progress)
      throws Exception {
    // The same file may just be on its way out.
    free.await();
    var read = project.session().packs().bringBack(file, reading, progress);
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
    deciding.begin(returned);
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
                returned.cells(),
                list.size(),
                returned.notes(),
                returned.figures())));
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
      var over = project.unfinished().begin(Unfinished.Kind.IMPORT, name, this::cancel);
      running =
          Optional.of(
              work.runTracked(progress -> project.session().packs().takeIn(why.file(), progress))
                  .onEnd(over)
                  .onProgress((done, total) -> busy(name, true, done, total))
                  .onSuccess(
                      count -> {
                        state.set(new State.Idle());
                        listener.takenIn(count);
                      })
                  .onFailure(this::refused));
    }
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
    var over = project.unfinished().begin(Unfinished.Kind.IMPORT, name, this::cancel);
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
                .onEnd(over)
                .onFailure(
                    problem -> {
                      tell(open);
                      deciding.begin(open);
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
    state.set(new State.Idle());
    putAway();
  }

  private void putAway() {
    deciding.end();
    entries.set(List.of());
    var gone = pack;
    pack = Optional.empty();
    open = Optional.empty();
    gone.ifPresent(this::letGo);
  }

  private void letGo(ReturnedPack returned) {
    var gone = new CountDownLatch(1);
    lettingGo = gone;
    queue
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
