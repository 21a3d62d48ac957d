package studio.timbre.app;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Supplier;
import studio.timbre.model.ApiJob;
import studio.timbre.model.ApiStanding.Stage;
import studio.timbre.model.PriceRange;
import studio.timbre.model.RunState;
import studio.timbre.model.UserFacingException;
import studio.timbre.store.PaidAnswers;
import studio.timbre.store.Settings;

/**
 * What a project may spend at providers in all, on training and on answers, in the US dollars that they charge; kept among its settings.
 * A job or an answer that could exceed it does not begin, whoever asks for it. Safe for use by several threads.
 */
public final class ProjectBudget implements BudgetGate {
  private static final String BUDGET = "timbre.budget.usd";
  private static final String FORGOTTEN = "timbre.budget.forgotten";
  private static final String FORGOTTEN_UNPRICED = "timbre.budget.forgottenUnpriced";

  /** Sums of doubles that should be the same may lie a hair apart: a millionth of a cent. */
  private static final double ROUNDING = 1e-8;

  private final Settings settings;
  private final Supplier<List<ApiJob>> jobs;
  private final Function<ApiJob, OptionalDouble> trainedUsd;
  private final PaidAnswers answers;

  /**
   * What jobs, or answers, may have cost by now.
   *
   * @param usd at most, of all whose price is known
   * @param unpriced how many there are whose price is not known
   */
  public record Spent(double usd, int unpriced) {
    public static final Spent NOTHING = new Spent(0, 0);

    Spent with(OptionalDouble amount) {
      return amount.isPresent()
          ? new Spent(usd + amount.getAsDouble(), unpriced)
          : new Spent(usd, unpriced + 1);
    }
  }

  /**
   * The budget, and what is left of it.
   *
   * @param usd empty where there is none
   */
  public record Standing(OptionalDouble usd, Spent jobs, Spent answers) {
    public static final Standing NONE =
        new Standing(OptionalDouble.empty(), Spent.NOTHING, Spent.NOTHING);

    /** Of all whose price is known, at most. */
    public double spent() {
      return jobs.usd() + answers.usd();
    }

    /** What the budget must be for something that costs so much at most. */
    public double needed(double most) {
      return spent() + most;
    }

    /** Whether a job, or a press for answers, could exceed it; one of unknown price could exceed any. */
    public boolean isExceededBy(Optional<PriceRange> price) {
      return usd.isPresent()
          && price.map(range -> needed(range.high()) > usd.getAsDouble() + ROUNDING).orElse(true);
    }

    /** What may still be spent, never below 0. */
    public OptionalDouble left() {
      return usd.isPresent() ? OptionalDouble.of(Math.max(0, usd.getAsDouble() - spent())) : usd;
    }
  }

  /**
   * @param jobs all of the project's
   * @param trainedUsd what the tokens come to that a provider says it trained on
   * @param answers those that were asked of providers
   */
  ProjectBudget(
      Settings settings,
      Supplier<List<ApiJob>> jobs,
      Function<ApiJob, OptionalDouble> trainedUsd,
      PaidAnswers answers) {
    this.settings = settings;
    this.jobs = jobs;
    this.trainedUsd = trainedUsd;
    this.answers = answers;
  }

  public Standing standing() {
    var asked = answers.sum();
    return new Standing(amount(BUDGET), spentOnJobs(), new Spent(asked.usd(), asked.unpriced()));
  }

  /** @param usd above 0; empty takes the budget away */
  public void set(OptionalDouble usd) {
    if (usd.isEmpty()) {
      settings.remove(BUDGET);
      return;
    }
    if (!(usd.getAsDouble() > 0) || Double.isInfinite(usd.getAsDouble())) {
      throw new IllegalArgumentException("a budget is above 0");
    }
    settings.put(BUDGET, String.valueOf(usd.getAsDouble()));
  }

  private Spent spentOnJobs() {
    var spent = new Spent(amount(FORGOTTEN).orElse(0), (int) amount(FORGOTTEN_UNPRICED).orElse(0));
    for (var job : jobs.get()) {
      spent = spent.with(atMost(job));
    }
    return spent;
  }

  /** What a job can have cost by now, or will have at its end; empty where that is not known. */
  private OptionalDouble atMost(ApiJob job) {
    boolean isUnasked =
        job.standing().stage() == Stage.PREPARED || job.standing().stage() == Stage.UPLOADING;
    if (job.standing().stage() == Stage.NOT_BEGUN || (job.isOver() && isUnasked)) {
      return OptionalDouble.of(0);
    }
    var trained = trainedUsd.apply(job);
    var agreed = job.order().agreedUsd();
    if (job.state() == RunState.FINISHED) {
      return trained.isPresent() ? trained : agreed;
    }
    if (trained.isEmpty() || agreed.isEmpty()) {
      return agreed;
    }
    return OptionalDouble.of(Math.max(trained.getAsDouble(), agreed.getAsDouble()));
  }

  private OptionalDouble amount(String key) {
    try {
      return settings
          .get(key)
          .map(Double::parseDouble)
          .filter(Double::isFinite)
          .map(OptionalDouble::of)
          .orElse(OptionalDouble.empty());
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  @Override
  public OptionalDouble admit(ApiQuote quote, String model) throws UserFacingException {
    var standing = standing();
    if (standing.isExceededBy(quote.usd())) {
      throw quote
          .usd()
          .map(range -> exceeded(standing, range.high()))
          .orElseGet(() -> unpriced(standing, model));
    }
    return standing.left();
  }

  /**
   * Lets in answers that are asked with one press, all or none, and writes down what they may come to.
   *
   * @return the numbers under which they are written down, in the same order
   * @throws UserFacingException where they could exceed the budget
   */
  synchronized List<Long> admitAnswers(List<PaidAnswers.Asked> asked, Instant when)
      throws UserFacingException {
    var standing = standing();
    if (standing.usd().isPresent()) {
      double most = 0;
      for (var answer : asked) {
        most += answer.mostUsd().orElseThrow(() -> unpricedAnswer(standing, answer.model()));
      }
      if (standing.isExceededBy(Optional.of(PriceRange.exactly(most)))) {
        throw exceededByAnswers(standing, most);
      }
    }
    return answers.begin(asked, when);
  }

  @Override
  public void admitAgain(ApiJob job) throws UserFacingException {
    var standing = standing();
    if (standing.usd().isEmpty()) {
      return;
    }
    if (atMost(job).isEmpty()) {
      throw unpriced(standing, job.order().model());
    }
    // What it may cost is among what is spent already.
    if (standing.isExceededBy(Optional.of(PriceRange.exactly(0)))) {
      throw exceeded(standing, 0);
    }
  }

  @Override
  public synchronized void forget(ApiJob job) {
    var amount = atMost(job);
    String key = amount.isPresent() ? FORGOTTEN : FORGOTTEN_UNPRICED;
    double more = amount.orElse(1);
    if (more > 0) {
      settings.put(key, String.valueOf(amount(key).orElse(0) + more));
    }
  }

  /** How this project asks voices. */
  public BudgetedHearing over(Hearing hearing) {
    return new BudgetedHearing(hearing, this, answers);
  }

  /** How tuned models of this project come to answer. */
  public Serving over(Serving serving) {
    return new BudgetedServing(serving, this);
  }

  /**
   * Whether something may be deployed that is perhaps charged by the hour, for as long as nobody ends it.
   *
   * @throws UserFacingException where there is a budget
   */
  void admitServing(String model) throws UserFacingException {
    var budget = amount(BUDGET);
    if (budget.isPresent()) {
      String sum = dollars(budget.getAsDouble());
      throw new UserFacingException(
          "error.budget.serving",
          "Whether %s would be charged by the hour there is not known, so it could exceed the budget of this project, %s. Nothing was begun. Look at the provider what it costs, and take the budget away in Train first."
              .formatted(model, sum),
          model,
          sum);
    }
  }

  private static UserFacingException exceeded(Standing standing, double most) {
    String budget = dollars(standing.usd().orElseThrow());
    String needed = dollars(standing.needed(most));
    return new UserFacingException(
        "error.budget.exceeded",
        "What this project spends at providers could come to %s with this job, and its budget is %s. Nothing was begun. Raise the budget of the project, or take fewer conversations or passes."
            .formatted(needed, budget),
        needed,
        budget);
  }

  private static UserFacingException unpriced(Standing standing, String model) {
    String budget = dollars(standing.usd().orElseThrow());
    return new UserFacingException(
        "error.budget.unpriced",
        "What training %s costs is not known, so it could exceed the budget of this project, %s. Nothing was begun. Take the budget away, or enter the price in your own price list."
            .formatted(model, budget),
        model,
        budget);
  }

  private static UserFacingException exceededByAnswers(Standing standing, double most) {
    String budget = dollars(standing.usd().orElseThrow());
    String needed = dollars(standing.needed(most));
    return new UserFacingException(
        "error.budget.exceededByAnswer",
        "What this project spends at providers could come to %s with this answer, and its budget is %s. Nothing was sent. Raise the budget of the project, or take a shorter answer."
            .formatted(needed, budget),
        needed,
        budget);
  }

  private static UserFacingException unpricedAnswer(Standing standing, String model) {
    String budget = dollars(standing.usd().orElseThrow());
    return new UserFacingException(
        "error.budget.unpricedAnswer",
        "What an answer of %s costs is not known, so it could exceed the budget of this project, %s. Nothing was sent. Take the budget away, or enter the price in your own price list."
            .formatted(model, budget),
        model,
        budget);
  }

  private static String dollars(double amount) {
    return String.format(Locale.ROOT, amount < 0.1 ? "$%.4f" : "$%.2f", amount);
  }
}
