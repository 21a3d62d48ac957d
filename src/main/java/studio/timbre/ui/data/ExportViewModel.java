package studio.timbre.ui.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import studio.timbre.app.ProjectSession;
import studio.timbre.app.ProviderFiles;
import studio.timbre.app.ProviderFiles.Written;
import studio.timbre.app.ProviderTarget;
import studio.timbre.app.WrittenReport;
import studio.timbre.model.ConversationFilter;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.NumberSet;
import studio.timbre.model.SheetLanguage;
import studio.timbre.model.Split;
import studio.timbre.model.WrittenFormat;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Sentence;
import studio.timbre.ui.fx.Unfinished;
import studio.timbre.ui.fx.Work;

/** Writing conversations into a file: asked, under way. */
final class ExportViewModel implements AutoCloseable {

  /** Where an export stands. */
  sealed interface State {
    record Idle() implements State {}

    record Asking() implements State {}

    record Running(Path file, long done, long total) implements State {}
  }

  private final OpenProject project;
  private final Work work;
  private final Work.Lane counting;
  private final DataViewModel data;
  private final Consumer<? super Exception> failure;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
  private final ReadOnlyObjectWrapper<Map<ExportScope, Long>> counts =
      new ReadOnlyObjectWrapper<>(Map.of());
  private final ObjectProperty<ExportScope> scope =
      new SimpleObjectProperty<>(ExportScope.TRAINING);
  private final ObjectProperty<ExportForm> form = new SimpleObjectProperty<>(ExportForm.LINES);
  private final ObjectProperty<Optional<String>> model =
      new SimpleObjectProperty<>(Optional.empty());
  private final ProviderExportViewModel files;
  private final Subscription listening;
  private Optional<Sentence.Running> running = Optional.empty();

  ExportViewModel(
      OpenProject project,
      Work work,
      DataViewModel data,
      ProviderExportViewModel files,
      Consumer<? super Exception> failure) {
    this.files = files;
    this.project = project;
    this.work = work;
    this.counting = work.lane();
    this.data = data;
    this.failure = failure;
    listening =
        Subscription.combine(
            project.revision().subscribe(now -> count()),
            project.revision().subscribe((before, now) -> look()),
            form.subscribe((before, now) -> model.set(Optional.empty())),
            form.subscribe((before, now) -> look()),
            model.subscribe((before, now) -> look()),
            project.shown().subscribe(now -> count()),
            project.selected().subscribe(now -> count()));
  }

  ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /** How many conversations each choice takes; what is not there is being counted. */
  ReadOnlyObjectProperty<Map<ExportScope, Long>> counts() {
    return counts.getReadOnlyProperty();
  }

  /** What would be taken. */
  ObjectProperty<ExportScope> scope() {
    return scope;
  }

  /** As what it would be written. */
  ObjectProperty<ExportForm> form() {
    return form;
  }

  /** The model that training files are for; empty for any. */
  ObjectProperty<Optional<String>> model() {
    return model;
  }

  /** Training files for a provider. */
  ProviderExportViewModel files() {
    return files;
  }

  /** The provider that training files are for, if such files are asked for. */
  Optional<ProviderTarget> target() {
    return form.get().target(model.get());
  }

  private void look() {
    if (state.get() instanceof State.Asking && target().isPresent()) {
      files.look(target().get());
    } else {
      files.forget();
    }
  }

  void ask() {
    if (!(state.get() instanceof State.Running)) {
      form.set(ExportForm.LINES);
      scope.set(ExportScope.TRAINING);
      counts.set(Map.of());
      state.set(new State.Asking());
      count();
    }
  }

  private void count() {
    if (!(state.get() instanceof State.Asking)) {
      return;
    }
    long shown = data.ids().size();
    long selected = data.selected();
    var session = project.session();
    counting.run(() -> counted(session, shown, selected)).onSuccess(counts::set).onFailure(failure);
  }

  private static Map<ExportScope, Long> counted(ProjectSession session, long shown, long selected) {
    var training = session.training();
    var counted = new EnumMap<ExportScope, Long>(ExportScope.class);
    counted.put(ExportScope.TRAINING, training.totals(Split.TRAINING).conversations());
    counted.put(ExportScope.HELD_OUT, training.totals(Split.HELD_OUT).conversations());
    counted.put(ExportScope.SHOWN, shown);
    counted.put(ExportScope.SELECTED, selected);
    counted.put(ExportScope.EVERYTHING, session.totals(ConversationQuery.ALL).conversations());
    return counted;
  }

  /** What the project is called, for the name of the file. */
  String fileName() {
    if (target().isPresent()) {
      return files.fileName(target().get());
    }
    String ending = form.get() instanceof ExportForm.File file ? file.format().ending() : ".jsonl";
    return project.session().name() + scope.get().ending() + ending;
  }

  /**
   * A file that lies where the one to measure with goes, or would go.
   *
   * @param aside how it would be called where nothing is held out; empty where it would be replaced
   */
  record Beside(String name, Optional<String> aside) {}

  /**
   * Looks whether there is a file beside the training file that would be replaced, or taken for one that belongs to it: nobody was
   * asked about that.
   *
   * @param found takes it; {@code free} is run where there is none
   */
  void lookBeside(Path target, Consumer<Beside> found, Runnable free) {
    boolean replaced = files.writesTwo();
    work.run(() -> beside(ProviderFiles.beside(target), replaced))
        .onSuccess(there -> there.ifPresentOrElse(found, free))
        .onFailure(failure);
  }

  private static Optional<Beside> beside(Path file, boolean replaced) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    return Optional.of(
        new Beside(
            String.valueOf(file.getFileName()),
            replaced
                ? Optional.empty()
                : Optional.of(String.valueOf(ProviderFiles.aside(file).getFileName()))));
  }

  /** Writes training files for the provider; {@code done} is told what became of them. */
  void startFiles(Path target, Consumer<Written> done) {
    var to = target().orElseThrow();
    files.forget();
    run(target, progress -> files.write(to, target, progress), done);
  }

  /**
   * Writes the file.
   *
   * @param language in which a table is headed
   * @param done is told what was written
   */
  void start(Path target, SheetLanguage language, Consumer<WrittenReport> done) {
    var format = form.get() instanceof ExportForm.File file ? file.format() : WrittenFormat.LINES;
    var asked = scope.get();
    var order = data.narrowing().query();
    long[] selected = asked == ExportScope.SELECTED ? data.selection() : new long[0];
    var session = project.session();
    run(
        target,
        progress ->
            session.export(
                query(session, asked, order, selected), target, format, language, progress),
        done);
  }

  private <T> void run(Path target, Work.Tracked<T> writing, Consumer<T> done) {
    counting.forget();
    state.set(new State.Running(target, 0, -1));
    var over =
        project
            .unfinished()
            .begin(Unfinished.Kind.EXPORT, String.valueOf(target.getFileName()), this::cancel);
    running =
        Optional.of(
            work.runTracked(writing)
                .onProgress((at, total) -> state.set(new State.Running(target, at, total)))
                .onSuccess(
                    written -> {
                      state.set(new State.Idle());
                      done.accept(written);
                    })
                .onEnd(over)
                .onFailure(
                    problem -> {
                      state.set(new State.Idle());
                      failure.accept(problem);
                    }));
  }

  /** @param shown how the table is narrowed and sorted */
  private static ConversationQuery query(
      ProjectSession session, ExportScope scope, ConversationQuery shown, long... selected) {
    return switch (scope) {
      case TRAINING -> session.training().get().query(Split.TRAINING);
      case HELD_OUT -> session.training().get().query(Split.HELD_OUT);
      case SHOWN -> shown;
      case SELECTED ->
          ConversationQuery.of(ConversationFilter.ALL.withOnly(Optional.of(NumberSet.of(selected))))
              .sortedBy(shown.sort(), shown.descending());
      case EVERYTHING -> ConversationQuery.ALL;
    };
  }

  /** Stops it; a file that stood there before is as it was. */
  void cancel() {
    running.ifPresent(Sentence.Running::cancel);
    state.set(new State.Idle());
  }

  void dismiss() {
    files.forget();
    if (!(state.get() instanceof State.Running)) {
      state.set(new State.Idle());
    }
  }

  @Override
  public void close() {
    listening.unsubscribe();
    counting.forget();
    files.close();
    cancel();
  }
}
