package studio.timbre.ui.train;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import studio.timbre.model.ModelOffer;
import studio.timbre.model.PriceRange;
import studio.timbre.ui.fx.Notices;
import studio.timbre.ui.fx.Work;

/** The job that is thought out, as it could move to another provider, and what it would come to there. */
final class ApiMoving {
  private final ApiTrainViewModel plan;
  private final ApiTrainer trainer;
  private final Work.Lane pricing;
  private final Notices notices;

  ApiMoving(ApiTrainViewModel plan, ApiTrainer trainer, Work work, Notices notices) {
    this.plan = plan;
    this.trainer = trainer;
    this.pricing = work.lane();
    this.notices = notices;
  }

  /** Empty while something is missing or wrong. */
  Optional<MoveViewModel.Job> job() {
    return plan.connection()
        .get()
        .flatMap(
            at ->
                plan.form()
                    .recipe()
                    .get()
                    .map(
                        recipe ->
                            new MoveViewModel.Job(
                                at.provider(), recipe, plan.offer().flatMap(ModelOffer::line))));
  }

  /** Says what jobs would come to, counted for the model of each; what is not known stays away. */
  void price(List<MoveViewModel.Elsewhere> jobs, Consumer<List<Optional<PriceRange>>> priced) {
    pricing
        .run(() -> jobs.stream().map(job -> trainer.price(job.provider(), job.recipe())).toList())
        .onSuccess(priced)
        .onFailure(notices::failed);
  }

  void forget() {
    pricing.forget();
  }
}
