package studio.timbre.ui.train;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.timbre.model.LibraryModel;
import studio.timbre.model.TrainingSpec;
import studio.timbre.ui.fx.Work;

/** What a run would come to on the base model that is chosen, and whether it would fit with the others. */
final class Forecast {
  /** Counting everything is not done for every key that is pressed. */
  private static final Duration REST = Duration.ofMillis(300);

  private static final Duration LONGER_REST = Duration.ofSeconds(1);

  private final Trainer trainer;
  private final Work.Lane planning;
  private final Work.Lane fitting;
  private final ReadOnlyObjectWrapper<Map<String, Fit>> fits =
      new ReadOnlyObjectWrapper<>(Map.of());
  private final ReadOnlyObjectWrapper<Outlook> outlook =
      new ReadOnlyObjectWrapper<>(new Outlook.Nothing());

  Forecast(Trainer trainer, Work work) {
    this.trainer = trainer;
    planning = work.lane();
    fitting = work.lane();
  }

  /** By library name, whether such a run would fit into memory; a model not looked at yet is missing. */
  ReadOnlyObjectProperty<Map<String, Fit>> fits() {
    return fits.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Outlook> outlook() {
    return outlook.getReadOnlyProperty();
  }

  /** Plans anew, once the hands rest. */
  void of(Optional<LibraryModel> base, Optional<TrainingSpec> spec, List<LibraryModel> models) {
    if (base.isEmpty() || spec.isEmpty()) {
      planning.forget();
      outlook.set(new Outlook.Nothing());
      return;
    }
    outlook.set(new Outlook.Counting());
    planning
        .run(() -> trainer.plan(base.get(), spec.get()))
        .after(REST)
        .onSuccess(
            plan -> {
              outlook.set(new Outlook.Planned(plan));
              fits.set(Map.of(base.get().name(), Fit.of(plan)));
              fitOthers(base.get(), spec.get(), models);
            })
        .onFailure(problem -> outlook.set(new Outlook.Failed(problem)));
  }

  /** The badges of the other cards come when they come: counting with their tokenizers takes its time. */
  private void fitOthers(LibraryModel first, TrainingSpec spec, List<LibraryModel> models) {
    var others = models.stream().filter(model -> !model.name().equals(first.name())).toList();
    if (others.isEmpty()) {
      return;
    }
    fitting
        .run(
            () -> {
              var found = new HashMap<String, Fit>();
              for (var model : others) {
                found.put(model.name(), Fit.of(trainer.plan(model, spec)));
              }
              return found;
            })
        .after(LONGER_REST)
        .onSuccess(
            found -> {
              found.putAll(fits.get());
              fits.set(Map.copyOf(found));
            })
        .onFailure(problem -> fits.set(Map.copyOf(fits.get())));
  }

  /** Drops whatever is under way. */
  void forget() {
    planning.forget();
    fitting.forget();
  }
}
