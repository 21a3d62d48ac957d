package studio.timbre.ui.train;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.SimpleLongProperty;
import studio.timbre.app.ApiQuote;
import studio.timbre.app.ApiTraining.Choice;
import studio.timbre.app.ApiTraining.Forecast;
import studio.timbre.app.CheckOutcome;
import studio.timbre.app.Finding;
import studio.timbre.app.ModelOffers;
import studio.timbre.app.Places;
import studio.timbre.app.ProjectBudget;
import studio.timbre.model.ApiRecipe;
import studio.timbre.model.Connection;
import studio.timbre.model.CountingWay;
import studio.timbre.model.JobId;
import studio.timbre.model.JobLimits;
import studio.timbre.model.ModelOffer;
import studio.timbre.model.PriceRange;
import studio.timbre.model.Progress;
import studio.timbre.model.Provider;
import studio.timbre.model.TokenRange;
import studio.timbre.pricing.Catalogue;
import studio.timbre.ui.SilentNotices;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.fx.Work;

/** Connections and prices that a test writes itself; the models are those of the shipped catalogue. */
final class ScriptedApiTrainer implements ApiTrainer {
  static final Connection OPENAI =
      new Connection(
          "c-openai",
          "Marketing account",
          Provider.OPENAI,
          URI.create("https://api.openai.com/v1"));
  static final Connection NEBIUS =
      new Connection(
          "c-nebius",
          "Nebius",
          Provider.NEBIUS,
          URI.create("https://api.tokenfactory.nebius.com/v1"));
  static final Connection AZURE =
      new Connection(
          "c-azure",
          "Azure Sweden",
          Provider.AZURE,
          URI.create("https://gull-voice.openai.azure.com/openai/v1"));

  final List<Connection> connections = new ArrayList<>();
  Optional<CheckOutcome> trouble = Optional.empty();
  final List<Choice> started = new ArrayList<>();
  final List<Finding> findings = new ArrayList<>();
  final ModelOffers offers = new ModelOffers(Catalogue.shipped().entries());
  Function<Choice, Optional<PriceRange>> price = choice -> Optional.of(PriceRange.exactly(3.2));
  TokenRange tokens = new TokenRange(128_040, 128_040);
  CountingWay way = new CountingWay(CountingWay.Kind.EXACTLY, "o200k_base");
  Function<Provider, Optional<PriceRange>> elsewhere = provider -> Optional.empty();
  ProjectBudget.Standing budget = ProjectBudget.Standing.NONE;
  int asked;

  /** What the account may have with each model that is open. */
  Optional<JobLimits> limits = Optional.empty();

  /** Models that the provider names when it is asked; empty where it says nothing of them. */
  Set<String> listed = Set.of();

  static WhereViewModel where(ApiTrainer trainer) {
    return new WhereViewModel(trainer, new Work(Runnable::run, Runnable::run), new SilentNotices());
  }

  static ApiTrainViewModel model(ApiTrainer trainer, Texts texts) {
    return new ApiTrainViewModel(
        trainer,
        texts,
        new Work(Runnable::run, Runnable::run),
        new SilentNotices(),
        new SimpleLongProperty(),
        job -> {});
  }

  @Override
  public List<Connection> connections() {
    return List.copyOf(connections);
  }

  @Override
  public List<ModelOffer> known(Connection connection) {
    return offers.known(connection.provider());
  }

  @Override
  public Asked ask(Connection connection, Progress progress) {
    asked++;
    return new Asked(
        known(connection).stream()
            .map(
                offer ->
                    limits
                        .filter(_ -> ApiOffers.isOpen(offer))
                        .map(told -> limited(offer, told))
                        .orElse(offer))
            .map(offer -> listed.isEmpty() ? offer : seen(offer))
            .toList(),
        trouble);
  }

  private ModelOffer seen(ModelOffer offer) {
    return new ModelOffer(
        offer.model(),
        offer.line(),
        listed.contains(offer.model()) ? ModelOffer.Seen.LISTED : ModelOffer.Seen.NOT_LISTED,
        offer.tuned(),
        offer.answersUntil(),
        offer.limits());
  }

  private static ModelOffer limited(ModelOffer offer, JobLimits told) {
    return new ModelOffer(
        offer.model(),
        offer.line(),
        offer.seen(),
        offer.tuned(),
        offer.answersUntil(),
        Optional.of(told));
  }

  @Override
  public Forecast forecast(Choice choice) {
    var epochs = choice.recipe().numbers().epochs();
    return new Forecast(
        new ApiQuote(
            178,
            tokens,
            way,
            epochs.orElse(3),
            price.apply(choice),
            offers.line(choice.connection().provider(), choice.recipe().model())),
        30);
  }

  @Override
  public Optional<PriceRange> price(Provider provider, ApiRecipe recipe) {
    return elsewhere.apply(provider);
  }

  /** As for a model whose tokenizer is not at hand. */
  void countRoughly() {
    price = choice -> Optional.of(new PriceRange(0.41, 0.63));
    tokens = new TokenRange(341_212, 525_377);
    way = new CountingWay(CountingWay.Kind.ROUGHLY, "o200k");
  }

  @Override
  public List<Finding> preflight(Choice choice) {
    return List.copyOf(findings);
  }

  @Override
  public JobId start(Choice choice) {
    started.add(choice);
    return new JobId("job-" + started.size());
  }

  @Override
  public ProjectBudget.Standing budget() {
    return budget;
  }

  @Override
  public void setBudget(OptionalDouble usd) {
    budget = new ProjectBudget.Standing(usd, budget.jobs(), budget.answers());
  }

  @Override
  public List<String> graderFields() {
    return List.of("{{sample.output_text}}", "{{item.reference_answer}}", "{{item.tone}}");
  }

  @Override
  public int jobs() {
    return started.size();
  }

  static MoveViewModel move(WhereViewModel where, ApiTrainViewModel there) {
    var catalogue = Catalogue.shipped().entries();
    return new MoveViewModel(new Places(catalogue), catalogue, where, there);
  }
}
