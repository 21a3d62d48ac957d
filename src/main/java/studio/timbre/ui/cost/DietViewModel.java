package studio.timbre.ui.cost;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;
import studio.timbre.app.CostReport.Offer;
import studio.timbre.app.CostWish;
import studio.timbre.app.Costs;
import studio.timbre.app.CountedCosts;
import studio.timbre.app.PromptChange;
import studio.timbre.model.PriceRange;
import studio.timbre.model.PromptDiet;
import studio.timbre.model.UsedPrompt;
import studio.timbre.ui.fx.Desk;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Work;

/**
 * What a shorter system prompt would save once the content of the long one is trained in. Tokens of the prompts are counted as they
 * are typed; what training on the changed conversations comes to is counted in the background.
 */
final class DietViewModel implements AutoCloseable {
  /** Nobody is followed letter by letter. */
  private static final Duration REST = Duration.ofMillis(400);

  private final Desk desk;
  private final OpenProject project;
  private final CostViewModel costs;
  private final Work.Lane counting;
  private final Work.Lane looking;
  private final StringProperty today = new SimpleStringProperty("");
  private final StringProperty after = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<DietFigures> figures =
      new ReadOnlyObjectWrapper<>(new DietFigures.Same());
  private final ReadOnlyObjectWrapper<Optional<PromptChange.Preview>> preview =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Subscription listening;
  private Optional<CountedCosts> counted = Optional.empty();
  private boolean taken;

  DietViewModel(Desk desk, OpenProject project, CostViewModel costs) {
    this.desk = desk;
    this.project = project;
    this.costs = costs;
    this.counting = desk.work().lane();
    this.looking = desk.work().lane();
    listening =
        Subscription.combine(
            costs.counted().subscribe(sums -> sums.ifPresent(this::take)),
            costs.wish().subscribe(wish -> price()),
            today.subscribe(text -> count()),
            after.subscribe(text -> count()));
  }

  /** What calls carry today; that of most conversations until another one is typed. */
  StringProperty today() {
    return today;
  }

  /** What they carry afterwards, and the conversations with them; blank for none. */
  StringProperty after() {
    return after;
  }

  ReadOnlyObjectProperty<DietFigures> figures() {
    return figures.getReadOnlyProperty();
  }

  /** What would change in the conversations; empty while nobody asked. */
  ReadOnlyObjectProperty<Optional<PromptChange.Preview>> preview() {
    return preview.getReadOnlyProperty();
  }

  /** The prompts of the conversations that could serve: the shortest first, no two the same. */
  List<UsedPrompt> suggestions() {
    return prompts().stream()
        .filter(prompt -> !prompt.text().isBlank())
        .sorted(Comparator.comparingInt(UsedPrompt::tokens))
        .limit(1)
        .filter(shortest -> !shortest.text().equals(usual()))
        .toList();
  }

  private List<UsedPrompt> prompts() {
    return costs.counted().get().map(CountedCosts::prompts).orElse(List.of());
  }

  /** What most conversations begin with. */
  private String usual() {
    return prompts().stream().findFirst().map(UsedPrompt::text).orElse("");
  }

  int tokensToday() {
    return Costs.promptTokens(today.get());
  }

  int tokensAfter() {
    return Costs.promptTokens(after.get());
  }

  private void take(CountedCosts sums) {
    if (!taken) {
      taken = true;
      today.set(usual());
    }
    counted = Optional.empty();
    count();
  }

  /** The data's own prompts where nothing else was typed, whichever they are. */
  private CostWish.Diet diet() {
    return new CostWish.Diet(
        today.get().equals(usual()) ? Optional.empty() : Optional.of(today.get()), after.get());
  }

  private void count() {
    preview.set(Optional.empty());
    counted = Optional.empty();
    var sums = costs.counted().get();
    if (sums.isEmpty() || (today.get().equals(after.get()) && prompts().size() < 2)) {
      counting.forget();
      figures.set(new DietFigures.Same());
      return;
    }
    figures.set(new DietFigures.Counting(0, 0));
    var diet = diet();
    counting
        .runTracked(
            progress ->
                desk.timbre().costs().countDiet(project.session(), sums.get(), diet, progress))
        .after(REST)
        .onProgress((done, of) -> figures.set(new DietFigures.Counting(done, Math.max(0, of))))
        .onSuccess(
            found -> {
              counted = Optional.of(found);
              price();
            })
        .onFailure(problem -> figures.set(new DietFigures.Failed(problem)));
  }

  private void price() {
    counted
        .flatMap(sums -> costs.wish().get().map(sums::report))
        .ifPresent(
            report ->
                figures.set(
                    new DietFigures.Saved(
                        report.offers().stream().sorted(MOST_SAVED_FIRST).toList())));
  }

  private static final Comparator<Offer> MOST_SAVED_FIRST =
      Comparator.comparing(
          (Offer offer) ->
              -offer.diet().flatMap(PromptDiet::savedUsd).map(PriceRange::low).orElse(-1e300));

  /** Looks what would change if the conversations were trained on with the short prompt. */
  void lookAtChange() {
    String prompt = after.get();
    looking
        .runTracked(progress -> new PromptChange(project.session()).preview(prompt, progress))
        .onSuccess(found -> preview.set(Optional.of(found)))
        .onFailure(desk.notices()::failed);
  }

  void dropChange() {
    looking.forget();
    preview.set(Optional.empty());
  }

  /** Puts the short prompt in front of all conversations that are trained on or held out, as one step of undo. */
  void change() {
    String prompt = after.get();
    long changed = preview.get().map(PromptChange.Preview::changed).orElse(0L);
    dropChange();
    project
        .edits()
        .track(
            (session, progress) -> {
              new PromptChange(session).make(prompt, progress);
              return session.nextUndo();
            })
        .onSuccess(
            done ->
                done.ifPresent(
                    entry ->
                        desk.notices()
                            .say(
                                desk.texts().get("cost.diet.changed", changed),
                                desk.texts().get("common.undo"),
                                project
                                    .edits()
                                    .takingBack(entry.entry(), desk.notices(), desk.texts()))))
        .onFailure(desk.notices()::failed);
  }

  @Override
  public void close() {
    listening.unsubscribe();
    counting.forget();
    looking.forget();
  }
}
