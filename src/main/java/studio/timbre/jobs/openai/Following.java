package studio.timbre.jobs.openai;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import studio.timbre.jobs.ApiLedger;
import studio.timbre.jobs.openai.ProviderFacts.Checkpoint;
import studio.timbre.jobs.openai.ProviderFacts.Event;
import studio.timbre.jobs.openai.ProviderFacts.Job;
import studio.timbre.model.ApiOrder;
import studio.timbre.model.ApiStanding;
import studio.timbre.model.RunState;

/** Follows a job that its provider has, to its end or its rest. What it costs goes on without us, so no trouble on the line ends it. */
final class Following {
  private static final Duration SHORTEST = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final int TRIES = 6;

  /** A job that is missing so often in a row is gone, and not just slow to appear in all of the provider's machines. */
  private static final int MISSES = 10;

  private static final Set<String> WAITING =
      Set.of("validating_files", "queued", "pending", "created", "");

  private final ProviderApi api;
  private final Calls calls;
  private final ApiLedger ledger;
  private final ApiOrder order;
  private final SentFiles files;
  private final Told told;
  private final Semaphore nudge;
  private final Set<String> events = new HashSet<>();
  private boolean cancelSent;
  private int silence;
  private int misses;

  Following(
      ProviderApi api,
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
    this.files = files;
    this.told = told;
    this.nudge = nudge;
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
    String status = job.status().toLowerCase(Locale.ROOT);
    job.tunedModel().ifPresent(this::keepTunedModel);
    switch (status) {
      case "succeeded" -> {
        running(job);
        sweep(id, job);
        told.finished(result(id), seconds(job));
        return Optional.of(RunState.FINISHED);
      }
      case "failed" -> {
        sweep(id, job);
        var reason =
            job.error()
                .map(error -> Refusal.atProvider(error.code(), error.message()))
                .orElseGet(() -> Refusal.atProvider("", ""));
        told.failed(reason.code(), reason.message(), reason.detail());
        return Optional.of(RunState.FAILED);
      }
      case "cancelled" -> {
        sweep(id, job);
        told.cancelled();
        return Optional.of(RunState.CANCELLED);
      }
      case "paused" -> {
        tellNews(id);
        told.paused();
        // A job that was paused because it is to end is looked at until it has ended.
        return standing().cancelWanted() ? Optional.empty() : Optional.of(RunState.PAUSED);
      }
      case "running" -> {
        running(job);
        tellNews(id);
      }
      default -> {
        if (!WAITING.contains(status)) {
          told.note("The provider reports a state that Timbre does not know: " + job.status());
        }
        tellNews(id);
      }
    }
    return Optional.empty();
  }

  private void running(Job job) {
    double epochs = job.epochs().orElseGet(() -> order.epochs().orElse(0));
    told.running(
        job.createdAt(),
        job.totalSteps().orElse(0),
        epochs,
        SentFiles.lines(files.training()),
        SentFiles.lines(files.validation()));
    lastEpochs = epochs;
  }

  private double lastEpochs;

  private void tellNews(String job) throws CallFailure, InterruptedException {
    events(job);
    if (!told.hasSteps() || silence % 5 == 4) {
      checkpoints(job);
    }
  }

  /**
   * Events that are news, in the order of their times. Lists come newest first from some and oldest first from others, and pages
   * overlap while new ones arrive, so all of it is walked.
   */
  private void events(String job) throws CallFailure, InterruptedException {
    var news = new ArrayList<Event>();
    try {
      calls.walk(
          TRIES,
          after -> api.events(job, after),
          (Event event) -> {
            if (events.add(identity(event))) {
              news.add(event);
            }
            return false;
          });
    } catch (CallFailure failure) {
      // Gateways have no such list: the state alone is told then.
      if (failure.kind() != CallFailure.Kind.MISSING) {
        forget(news);
        throw failure;
      }
    }
    news.sort(
        Comparator.comparing((Event event) -> event.time().orElse(java.time.Instant.EPOCH))
            .thenComparing(Following::step));
    silence = news.isEmpty() ? silence + 1 : 0;
    news.forEach(this::tell);
  }

  private static String identity(Event event) {
    return event.id().isBlank()
        ? event.time() + " " + event.type() + " " + event.message() + " " + step(event)
        : event.id();
  }

  private void forget(List<Event> untold) {
    untold.forEach(event -> events.remove(identity(event)));
  }

  private static int step(Event event) {
    return event.figures().map(figures -> figures.step().orElse(0)).orElse(0);
  }

  private void tell(Event event) {
    if (event.figures().isPresent()) {
      var figures = event.figures().get();
      if (figures.totalSteps().isPresent()) {
        told.running(
            Optional.empty(),
            figures.totalSteps().getAsInt(),
            lastEpochs,
            SentFiles.lines(files.training()),
            SentFiles.lines(files.validation()));
      }
      told.figures(figures, event.time());
    } else {
      told.remark(event.time(), event.message());
    }
  }

  private void checkpoints(String job) throws CallFailure, InterruptedException {
    var found = new ArrayList<Checkpoint>();
    try {
      calls.walk(
          TRIES,
          after -> api.checkpoints(job, after),
          (Checkpoint checkpoint) -> !found.add(checkpoint));
    } catch (CallFailure failure) {
      if (failure.kind() != CallFailure.Kind.MISSING) {
        throw failure;
      }
    }
    found.sort(Comparator.comparing(checkpoint -> checkpoint.figures().step().orElse(0)));
    for (var checkpoint : found) {
      told.figures(checkpoint.figures(), checkpoint.time());
      told.checkpoint(checkpoint.name(), checkpoint.figures().step().orElse(0), checkpoint.time());
    }
  }

  /** The last look: everything that was missed on the way. What cannot be had is said, and holds up nothing. */
  private void sweep(String id, Job job) throws InterruptedException {
    boolean isWhole = tried(() -> events(id)) & tried(() -> checkpoints(id));
    for (var file : job.resultFiles()) {
      isWhole &=
          tried(
              () -> {
                var table = ResultTable.read(calls.repeat(TRIES, () -> api.content(file)));
                table.forEach(figures -> told.figures(figures, job.finishedAt()));
              });
    }
    new Uploads(api, calls, ledger, files).clearLateDoubles();
    if (!isWhole) {
      told.note("Some figures of this job could not be fetched; its chart may have gaps.");
    }
  }

  /** Something that may fail without harm. */
  @FunctionalInterface
  private interface Attempt {
    void run() throws CallFailure, InterruptedException;
  }

  private static boolean tried(Attempt attempt) throws InterruptedException {
    try {
      attempt.run();
      return true;
    } catch (CallFailure e) {
      return false;
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
    var own = SHORTEST.multipliedBy(1L << Math.min(silence / 2, 6));
    var bounded = own.compareTo(LONGEST) > 0 ? LONGEST : own;
    var wanted = asked.or(api::takeRest).filter(time -> time.compareTo(bounded) > 0);
    api.pace().rest(nudge, wanted.orElse(bounded));
  }

  private ApiStanding standing() {
    return ledger.standing(order.id());
  }
}
