package studio.timbre.ui.data;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.timbre.app.ModelOffers;
import studio.timbre.app.ProviderFiles;
import studio.timbre.app.ProviderFiles.Written;
import studio.timbre.app.ProviderOutlook;
import studio.timbre.app.ProviderTarget;
import studio.timbre.app.Timbre;
import studio.timbre.model.ModelOffer;
import studio.timbre.model.Progress;
import studio.timbre.model.Provider;
import studio.timbre.model.UserFacingException;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Sentence.Running;
import studio.timbre.ui.fx.Work;

/** Training files for a provider: looked over before they are written. */
final class ProviderExportViewModel implements AutoCloseable {

  /** What is known of the files. */
  sealed interface State {
    /** Nothing is asked. */
    record Idle() implements State {}

    /** They are being looked over. */
    record Looking(long done, long total) implements State {}

    record Seen(ProviderOutlook outlook) implements State {}
  }

  private final Timbre timbre;
  private final OpenProject project;
  private final Work.Lane looking;
  private final Consumer<? super Exception> failure;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
  private Optional<Running> running = Optional.empty();

  ProviderExportViewModel(
      Timbre timbre, OpenProject project, Work work, Consumer<? super Exception> failure) {
    this.timbre = timbre;
    this.project = project;
    this.looking = work.lane();
    this.failure = failure;
  }

  ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /** Models of a provider that take jobs today. */
  List<String> models(Provider provider) {
    var today = LocalDate.now();
    var names = new ArrayList<String>();
    new ModelOffers(timbre.catalogue())
        .known(provider).stream()
            .filter(offer -> offer.isOpen(today))
            .map(ModelOffer::model)
            .distinct()
            .forEach(names::add);
    return names;
  }

  /** Looks at what the files would be. */
  void look(ProviderTarget target) {
    running.ifPresent(Running::cancel);
    state.set(new State.Looking(0, -1));
    var session = project.session();
    var files = timbre.providerFiles();
    running =
        Optional.of(
            looking
                .runTracked(progress -> files.look(session, target, progress))
                .onProgress((done, total) -> state.set(new State.Looking(done, total)))
                .onSuccess(outlook -> state.set(new State.Seen(outlook)))
                .onFailure(
                    problem -> {
                      state.set(new State.Idle());
                      failure.accept(problem);
                    }));
  }

  /** Whether there is something to measure with, which goes into a file of its own. */
  boolean writesTwo() {
    return state.get() instanceof State.Seen(var outlook) && outlook.validation() > 0;
  }

  /** How the training file is called if nobody says otherwise. */
  String fileName(ProviderTarget target) {
    return project.session().name() + "-" + target.word() + "-training.jsonl";
  }

  /** Writes both files; see {@link ProviderFiles#write}. */
  Written write(ProviderTarget target, Path training, Progress progress)
      throws UserFacingException {
    return timbre.providerFiles().write(project.session(), target, training, progress);
  }

  void forget() {
    looking.forget();
    running.ifPresent(Running::cancel);
    running = Optional.empty();
    state.set(new State.Idle());
  }

  @Override
  public void close() {
    forget();
  }
}
