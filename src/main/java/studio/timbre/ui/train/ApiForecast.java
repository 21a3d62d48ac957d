package studio.timbre.ui.train;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.timbre.app.ApiTraining.Choice;
import studio.timbre.app.ApiTraining.Forecast;
import studio.timbre.app.Finding;
import studio.timbre.ui.fx.Work;

/** What a job would come to: the price from the project's counts first, what a look over all of the data finds after it. */
final class ApiForecast {
  private static final Duration REST = Duration.ofMillis(250);

  /** All of the data is read for it. */
  private static final Duration LONGER_REST = Duration.ofMillis(700);

  private final ApiTrainer trainer;
  private final Work.Lane pricing;
  private final Work.Lane looking;
  private final ReadOnlyObjectWrapper<ApiOutlook> outlook =
      new ReadOnlyObjectWrapper<>(new ApiOutlook.Nothing());

  ApiForecast(ApiTrainer trainer, Work work) {
    this.trainer = trainer;
    pricing = work.lane();
    looking = work.lane();
  }

  ReadOnlyObjectProperty<ApiOutlook> outlook() {
    return outlook.getReadOnlyProperty();
  }

  /** Thinks it out anew, once the hands rest. */
  void of(Optional<Choice> choice) {
    forget();
    if (choice.isEmpty()) {
      outlook.set(new ApiOutlook.Nothing());
      return;
    }
    outlook.set(new ApiOutlook.Counting());
    pricing
        .run(() -> trainer.forecast(choice.get()))
        .after(REST)
        .onSuccess(forecast -> lookOver(choice.get(), forecast))
        .onFailure(problem -> outlook.set(new ApiOutlook.Failed(problem)));
  }

  private void lookOver(Choice choice, Forecast forecast) {
    show(forecast, Optional.empty());
    looking
        .run(() -> trainer.preflight(choice))
        .after(LONGER_REST)
        .onSuccess(findings -> show(forecast, Optional.of(findings)))
        .onFailure(problem -> outlook.set(new ApiOutlook.Failed(problem)));
  }

  private void show(Forecast forecast, Optional<List<Finding>> findings) {
    outlook.set(new ApiOutlook.Forecasted(forecast, findings));
  }

  /** Drops whatever is under way. */
  void forget() {
    pricing.forget();
    looking.forget();
  }
}
