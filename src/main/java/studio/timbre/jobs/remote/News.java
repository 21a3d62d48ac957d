package studio.timbre.jobs.remote;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.timbre.jobs.ApiLedger;
import studio.timbre.jobs.remote.ProviderFacts.Checkpoint;
import studio.timbre.jobs.remote.ProviderFacts.Event;
import studio.timbre.jobs.remote.ProviderFacts.Job;
import studio.timbre.model.ApiOrder;

/** Fetches what a provider tells of a job that it has: events, checkpoints, and at the end the result files. */
final class News {
  private static final int TRIES = 6;

  private final ProviderCalls api;
  private final Calls calls;
  private final ApiLedger ledger;
  private final ApiOrder order;
  private final SentFiles files;
  private final Told told;
  private final Set<String> events = new HashSet<>();
  private double lastEpochs;
  private int silence;

  News(
      ProviderCalls api,
      Calls calls,
      ApiLedger ledger,
      ApiOrder order,
      SentFiles files,
      Told told) {
    this.api = api;
    this.calls = calls;
    this.ledger = ledger;
    this.order = order;
    this.files = files;
    this.told = told;
  }

  /** Looks in a row that brought nothing. */
  int silence() {
    return silence;
  }

  /** Tells that training is under way. */
  void running(Job job) {
    double epochs = job.epochs().orElseGet(() -> order.epochs().orElse(0));
    told.running(
        job.createdAt(),
        job.totalSteps().orElse(0),
        epochs,
        SentFiles.lines(files.training()),
        SentFiles.lines(files.validation()));
    lastEpochs = epochs;
  }

  /** Tells what is new since the last look. */
  void tell(String job) throws CallFailure, InterruptedException {
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
            .thenComparing(News::step));
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
  void sweep(String id, Job job) throws InterruptedException {
    boolean isWhole = tried(() -> events(id)) & tried(() -> checkpoints(id));
    for (var file : job.resultFiles()) {
      isWhole &=
          tried(
              () -> {
                var table = calls.repeat(TRIES, () -> api.results(file));
                table.forEach(figures -> told.figures(figures, job.finishedAt()));
              });
    }
    new Uploads(api, calls, ledger, files, told).clearLateDoubles();
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
}
