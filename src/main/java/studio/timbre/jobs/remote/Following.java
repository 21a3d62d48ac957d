package studio.timbre.jobs.remote;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import studio.timbre.jobs.ApiLedger;
import studio.timbre.jobs.remote.ProviderFacts.Job;
import studio.timbre.model.ApiOrder;
import studio.timbre.model.ApiStanding;
import studio.timbre.model.RunState;

/** Follows a job that its provider has, to its end or its rest. What it costs goes on without us, so no trouble on the line ends it. */
final class Following {
  private static final Duration SHORTEST = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofSeconds(60);

  /** A job that is missing so often in a row is gone, and not just slow to appear in all of the provider's machines. */
  private static final int MISSES = 10;

  private final ProviderCalls api;
  private final Calls calls;
  private final ApiLedger ledger;
  private final ApiOrder order;
  private final Told told;
  private final Semaphore nudge;
  private final News news;
  private boolean cancelSent;
  private int misses;
  private String lastStatus = "";
  private long lastTokens;

  Following(
      ProviderCalls api,
      Calls calls,
      ApiLedger ledger,
      ApiOrder order,
      SentFiles files,
      Told told,
      Semaphore nudge) {
    this.api = api;
    this.calls = calls;
    this.ledger = ledger;
    this.order = order;
    this.told = told;
    this.nudge = nudge;
    this.news = new News(api, calls, ledger, order, files, told);
  }

  /** Returns the state in which nothing more will be told. */
  RunState follow() throws InterruptedException {
    String job = standing().providerJob().orElseThrow();
    while (true) {
      try {
        cancelWhereWanted(job);
        var end = look(job, api.job(job));
        if (end.isPresent()) {
          return end.get();
        }
        misses = 0;
        rest(Optional.empty());
      } catch (CallFailure failure) {
        if (isHopeless(failure)) {
          told.note(Refusal.of(failure).message());
          return RunState.STOPPED;
        }
        rest(failure.retryAfter());
      }
    }
  }

  /** Without the key, or the job, looking again does not help until a person has done something. */
  private boolean isHopeless(CallFailure failure) {
    return switch (failure.kind()) {
      case KEY, FORBIDDEN, REFUSED, QUOTA -> true;
      case MISSING -> ++misses >= MISSES;
      case UNREACHED, BROKEN, TROUBLE, BUSY -> false;
    };
  }

  private void cancelWhereWanted(String job) throws CallFailure, InterruptedException {
    if (cancelSent || !standing().cancelWanted()) {
      return;
    }
    try {
      api.cancel(job);
      cancelSent = true;
    } catch (CallFailure failure) {
      // It has ended by itself, most likely: its state tells.
      if (failure.kind() != CallFailure.Kind.REFUSED) {
        throw failure;
      }
      cancelSent = true;
    }
  }

  private Optional<RunState> look(String id, Job job) throws CallFailure, InterruptedException {
    job.tunedModel().ifPresent(this::keepTunedModel);
    keepState(job.status());
    job.trainedTokens().ifPresent(this::keepTrainedTokens);
    switch (job.phase()) {
      case SUCCEEDED -> {
        news.running(job);
        news.sweep(id, job);
        told.finished(result(id), seconds(job));
        return Optional.of(RunState.FINISHED);
      }
      case FAILED -> {
        news.sweep(id, job);
        var reason =
            job.error()
                .map(error -> Refusal.atProvider(error.code(), error.message()))
                .orElseGet(() -> Refusal.atProvider("", ""));
        told.failed(reason.code(), reason.message(), reason.detail());
        return Optional.of(RunState.FAILED);
      }
      case CANCELLED -> {
        news.sweep(id, job);
        told.cancelled();
        return Optional.of(RunState.CANCELLED);
      }
      case PAUSED -> {
        news.tell(id);
        told.paused();
        // A job that was paused because it is to end is looked at until it has ended.
        return standing().cancelWanted() ? Optional.empty() : Optional.of(RunState.PAUSED);
      }
      case RUNNING -> {
        news.running(job);
        news.tell(id);
      }
      case WAITING -> news.tell(id);
      case UNKNOWN -> {
        told.note("The provider reports a state that Timbre does not know: " + job.status());
        news.tell(id);
      }
    }
    return Optional.empty();
  }

  private void keepState(String status) {
    if (!status.equals(lastStatus)) {
      lastStatus = status;
      ledger.providerState(order.id(), status);
    }
  }

  private void keepTrainedTokens(long tokens) {
    if (tokens != lastTokens) {
      lastTokens = tokens;
      ledger.trainedTokens(order.id(), tokens);
    }
  }

  private void keepTunedModel(String name) {
    if (!standing().tunedModel().equals(Optional.of(name))) {
      ledger.change(order.id(), now -> now.withTunedModel(name));
    }
  }

  /** Some providers give the tuned model no name: its last checkpoint stands for it. */
  private String result(String job) {
    return standing().tunedModel().or(told::lastCheckpoint).orElse(job);
  }

  private static double seconds(Job job) {
    return job.createdAt().isPresent() && job.finishedAt().isPresent()
        ? Math.max(0, Duration.between(job.createdAt().get(), job.finishedAt().get()).toSeconds())
        : Double.NaN;
  }

  /** Looks grow rarer while nothing happens, and never come sooner than the provider asks. */
  private void rest(Optional<Duration> asked) throws InterruptedException {
    var own = SHORTEST.multipliedBy(1L << Math.min(news.silence() / 2, 6));
    var bounded = own.compareTo(LONGEST) > 0 ? LONGEST : own;
    var least = asked.or(api::takeRest).orElse(Duration.ZERO);
    calls.pace().idle(nudge, least.compareTo(bounded) > 0 ? least : bounded, least);
  }

  private ApiStanding standing() {
    return ledger.standing(order.id());
  }
}
