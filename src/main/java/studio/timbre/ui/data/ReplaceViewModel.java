package studio.timbre.ui.data;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.timbre.app.ConversationTexts.Place;
import studio.timbre.app.FindAndReplace;
import studio.timbre.app.FindAndReplace.Hits;
import studio.timbre.app.FindAndReplace.Request;
import studio.timbre.app.ProjectSession;
import studio.timbre.app.TextPattern;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Progress;
import studio.timbre.model.UserFacingException;
import studio.timbre.ui.data.ReplaceQuestion.Scope;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Sentence.Running;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.fx.Work;

/** Find and replace: what to look for and where, what would change, and making it so. */
final class ReplaceViewModel {

  /** How far it is. */
  sealed interface State {
    record Closed() implements State {}

    /** Words are being typed. */
    record Asking() implements State {}

    /** {@code total} is -1 where it is not known. */
    record Looking(long done, long total) implements State {}

    /** Every change is told; some may be left out. */
    record Found(Request request, Hits hits) implements State {}

    /** It cannot be looked for; why, in words. */
    record Refused(UserFacingException reason) implements State {}
  }

  /** What would become of a text, told by the first place in it that changes. */
  record Preview(Place place, TextPattern.Change change) {
    String before() {
      return place.text();
    }
  }

  private final OpenProject project;
  private final Work.Lane looking;
  private final DataViewModel data;
  private final LongActs acts;
  private final Texts texts;
  private final Consumer<? super Exception> failure;
  private final IdList ids = new IdList();
  private final RowCache rows;
  private final ReplaceQuestion question = new ReplaceQuestion(this::askAnew);
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State.Closed());
  private final List<Runnable> arrived = new ArrayList<>();
  private BitSet leftOut = new BitSet();
  private Optional<Running> running = Optional.empty();

  ReplaceViewModel(
      OpenProject project,
      Work work,
      DataViewModel data,
      LongActs acts,
      Texts texts,
      Consumer<? super Exception> failure) {
    this.project = project;
    this.looking = work.lane();
    this.data = data;
    this.acts = acts;
    this.texts = texts;
    this.failure = failure;
    this.rows =
        new RowCache(project.session(), work, ids, () -> arrived.forEach(Runnable::run), failure);
  }

  /** Calls back when more of the texts is there to be shown. */
  void onArrival(Runnable listener) {
    arrived.add(listener);
  }

  ReplaceQuestion question() {
    return question;
  }

  ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  boolean isOpen() {
    return !(state.get() instanceof State.Closed);
  }

  /** Comes up; with several conversations selected it is about these. */
  void open() {
    question.scope().set(data.selected() > 1 ? Scope.SELECTED : Scope.PROJECT);
    state.set(new State.Asking());
  }

  void close() {
    cancel();
    state.set(new State.Closed());
  }

  /** The project goes: nothing that is still to come matters. */
  void forget() {
    looking.forget();
    rows.close();
  }

  /** What was found is about other words. */
  private void askAnew() {
    if (isOpen()) {
      cancel();
      state.set(new State.Asking());
    }
  }

  /** Looks for all that would change. */
  void look() {
    if (question.find().get().isEmpty()) {
      return;
    }
    cancel();
    Request request;
    try {
      request = question.request();
    } catch (UserFacingException broken) {
      state.set(new State.Refused(broken));
      return;
    }
    var where = question.scope().get();
    long[] chosen =
        switch (where) {
          case SELECTED -> data.selection();
          case SHOWN -> data.ids().numbers(0, data.ids().size());
          case PROJECT -> new long[0];
        };
    var session = project.session();
    state.set(new State.Looking(0, -1));
    running =
        Optional.of(
            looking
                .runTracked(
                    progress ->
                        new FindAndReplace(session)
                            .find(
                                request,
                                progress,
                                where == Scope.PROJECT
                                    ? session.ids(ConversationQuery.ALL)
                                    : chosen))
                .onProgress((done, total) -> state.set(new State.Looking(done, total)))
                .onSuccess(hits -> found(request, hits))
                .onFailure(this::refused));
  }

  private void found(Request request, Hits hits) {
    leftOut = new BitSet();
    rows.grownOld();
    ids.replace(hits.conversations());
    state.set(new State.Found(request, hits));
  }

  private void refused(Exception problem) {
    if (problem instanceof UserFacingException reason) {
      state.set(new State.Refused(reason));
    } else {
      state.set(new State.Asking());
      if (!(problem instanceof CancellationException)) {
        failure.accept(problem);
      }
    }
  }

  /** Stops looking. */
  void cancel() {
    running.ifPresent(Running::cancel);
    running = Optional.empty();
    if (state.get() instanceof State.Looking) {
      state.set(new State.Asking());
    }
  }

  /** One of the changes; empty until its text has been read, or where it has changed meanwhile. */
  Optional<Preview> preview(int hit) {
    if (!(state.get() instanceof State.Found found) || hit < 0 || hit >= found.hits().count()) {
      return Optional.empty();
    }
    return rows.at(hit)
        .flatMap(row -> found.hits().place(hit, row.conversation()))
        .flatMap(place -> preview(found.request(), place));
  }

  private static Optional<Preview> preview(Request request, Place place) {
    try {
      return request.pattern().replaced(place.text()).map(change -> new Preview(place, change));
    } catch (UserFacingException slow) {
      return Optional.empty();
    }
  }

  boolean isLeftOut(int hit) {
    return leftOut.get(hit);
  }

  void leaveOut(int hit, boolean out) {
    leftOut.set(hit, out);
  }

  /** Texts that would be changed now. */
  int wanted() {
    return state.get() instanceof State.Found found
        ? found.hits().count() - leftOut.cardinality()
        : 0;
  }

  /**
   * Makes the changes.
   *
   * @param done told how many texts were changed
   */
  void replace(Consumer<Integer> done) {
    if (state.get() instanceof State.Found found && wanted() > 0) {
      var out = (BitSet) leftOut.clone();
      acts.run(
          texts.get("data.replace.make", wanted()),
          (session, progress) -> replace(session, found, out, progress),
          outcome -> {
            outcome.reason().ifPresent(failure);
            if (outcome.reason().isEmpty()) {
              done.accept(outcome.changed());
            }
          });
      state.set(new State.Asking());
    }
  }

  private record Outcome(int changed, Optional<UserFacingException> reason) {}

  private static Outcome replace(
      ProjectSession session, State.Found found, BitSet out, Progress progress) {
    try {
      return new Outcome(
          new FindAndReplace(session).replace(found.request(), found.hits(), out, progress),
          Optional.empty());
    } catch (UserFacingException reason) {
      return new Outcome(0, Optional.of(reason));
    }
  }
}
