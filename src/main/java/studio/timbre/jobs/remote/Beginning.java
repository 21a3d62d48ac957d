package studio.timbre.jobs.remote;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import studio.timbre.jobs.ApiLedger;
import studio.timbre.jobs.remote.ProviderFacts.File;
import studio.timbre.jobs.remote.ProviderFacts.FileState;
import studio.timbre.jobs.remote.ProviderFacts.Job;
import studio.timbre.model.ApiOrder;
import studio.timbre.model.ApiStanding;
import studio.timbre.model.ApiStanding.Stage;
import studio.timbre.model.RunState;

/**
 * Brings a job to its provider exactly once. The intent is written down before the provider is asked. After an answer that does not
 * say whether the job began, the job is looked for in the provider's list, by its training file, which belongs to no other job, and
 * by its tag. It is asked for again only where it is certain that the first asking was not carried out.
 */
final class Beginning {
  /** Looks after an unclear answer: about a minute in all. */
  private static final int LOOKS = 6;

  private static final int TRIES = 5;

  private final ProviderCalls api;
  private final Calls calls;
  private final ApiLedger ledger;
  private final ApiOrder order;
  private final SentFiles files;
  private final Uploads uploads;
  private final OwnEstimate estimate;
  private final Told told;

  Beginning(
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
    this.uploads = new Uploads(api, calls, ledger, files, told);
    this.estimate = new OwnEstimate(api, calls, told);
    this.told = told;
  }

  /** Goes from wherever the job stands to where it is created, refused, called off, or not known to be created. */
  RunState begin() throws InterruptedException {
    told.queued();
    try {
      if (standing().stage() != Stage.ASKED) {
        noteAnEndWhileSending();
        upload();
        if (standing().cancelWanted()) {
          return endUnasked();
        }
        var objection = estimate.objection(order, standing());
        return objection.isPresent() ? refuse(objection.get()) : ask();
      }
      return look();
    } catch (CallFailure failure) {
      return refuse(Refusal.of(failure));
    }
  }

  private void noteAnEndWhileSending() {
    if (standing().stage() == Stage.UPLOADING) {
      uploads.goOnAfterAnEnd();
    }
  }

  private void upload() throws CallFailure, InterruptedException {
    change(Stage.UPLOADING);
    if (standing().trainingFile().isEmpty()) {
      var file = send(files.training());
      if (file.isEmpty()) {
        return;
      }
      ledger.change(order.id(), now -> now.withTrainingFile(file));
    }
    if (files.hasValidation() && standing().validationFile().isEmpty()) {
      var file = send(files.validation());
      if (file.isEmpty()) {
        return;
      }
      ledger.change(order.id(), now -> now.withValidationFile(file));
    }
    uploads.clearDoubles();
  }

  /** The provider's name of the file; empty where the job was called off on the way. */
  private Optional<String> send(Path file) throws CallFailure, InterruptedException {
    var sent = uploads.send(file);
    return sent.isPresent() ? Optional.of(sound(sent.get()).id()) : Optional.empty();
  }

  private File sound(File file) throws CallFailure {
    if (file.state() != FileState.REFUSED) {
      return file;
    }
    // Known from here on, so that it is cleared away with the rest.
    ledger.change(order.id(), now -> now.leaving(file.id()));
    throw new CallFailure(
        CallFailure.Kind.REFUSED, 0, "file_refused", file.details(), Optional.empty());
  }

  private RunState ask() throws CallFailure, InterruptedException {
    ledger.change(order.id(), now -> now.asked(calls.pace().now()));
    for (int attempt = 1; ; attempt++) {
      try {
        return created(api.create(order, standing()));
      } catch (CallFailure failure) {
        if (failure.mayHaveHappened()) {
          return look();
        }
        if (!failure.mayPass() || attempt >= TRIES) {
          throw failure;
        }
        // Nothing was carried out, says the provider or the network; a look costs nothing.
        calls.rest(attempt, failure.retryAfter());
        var found = search();
        if (found.isPresent() && !found.get().isEmpty()) {
          return created(found.get().getFirst());
        }
        if (found.isEmpty() && failure.kind() == CallFailure.Kind.BUSY) {
          return RunState.UNDECIDED;
        }
        if (standing().cancelWanted()) {
          return endUnasked();
        }
      }
    }
  }

  /** Looks for a job that may have begun. Never asks for it again. */
  private RunState look() throws InterruptedException {
    int absences = 0;
    for (int look = 1; look <= LOOKS; look++) {
      var found = search();
      if (found.isPresent() && !found.get().isEmpty()) {
        var jobs = found.get();
        jobs.stream()
            .skip(1)
            .forEach(
                more ->
                    told.note(
                        "The provider has one more job with the same data: %s. Look there whether it is wanted."
                            .formatted(more.id())));
        return created(jobs.getFirst());
      }
      absences += found.isPresent() ? 1 : 0;
      if (absences > 1 && isLongAgo()) {
        return refuse(Refusal.NEVER_BEGAN);
      }
      calls.rest(look, api.takeRest());
    }
    told.note(
        "It is not known yet whether the provider began this job. It is not asked for a second time; the next look tells.");
    return RunState.UNDECIDED;
  }

  private boolean isLongAgo() {
    return standing()
        .askedAt()
        .filter(
            asked ->
                Duration.between(asked, calls.pace().now()).compareTo(RemoteBackend.CERTAIN) >= 0)
        .isPresent();
  }

  /** The jobs that are this one, the oldest first; empty where the list could not be seen to its end. */
  private Optional<ArrayList<Job>> search() throws InterruptedException {
    var file = standing().trainingFile().orElse("");
    var found = new ArrayList<Job>();
    try {
      boolean isWhole =
          calls.walk(
              TRIES,
              api::jobs,
              (Job job) -> {
                boolean isOurs =
                    !job.id().isBlank()
                        && (job.trainingFile().equals(file)
                            || order.id().value().equals(job.metadata().get(ProviderCalls.TAG)));
                if (isOurs) {
                  found.addFirst(job);
                }
                return false;
              });
      return isWhole || !found.isEmpty() ? Optional.of(found) : Optional.empty();
    } catch (CallFailure e) {
      return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }
  }

  private RunState created(Job job) {
    ledger.change(order.id(), now -> now.created(job.id()));
    return RunState.RUNNING;
  }

  private RunState refuse(Refusal reason) throws InterruptedException {
    if (reason.detail().filter(text -> text.startsWith("file_refused")).isPresent()) {
      return refuse(Refusal.FILE.withDetail(reason.detail().get()));
    }
    // In this order: a program that ends in between clears away when it looks again.
    clearAway();
    change(Stage.NOT_BEGUN);
    told.failed(reason.code(), reason.message(), reason.detail());
    return RunState.FAILED;
  }

  /** Ends a job that the provider was never asked for. */
  RunState callOff() throws InterruptedException {
    noteAnEndWhileSending();
    return endUnasked();
  }

  private RunState endUnasked() throws InterruptedException {
    // In this order: a program that ends in between clears away when it looks again.
    clearAway();
    change(Stage.NOT_BEGUN);
    told.cancelled();
    return RunState.CANCELLED;
  }

  private void clearAway() throws InterruptedException {
    uploads.clearAll();
    var left = standing().leftBehind();
    if (!left.isEmpty()) {
      told.note(
          "Uploaded data may still lie at the provider and could not be deleted: %s."
              .formatted(String.join(", ", left)));
    }
  }

  private void change(Stage stage) {
    ledger.change(order.id(), now -> now.at(stage));
  }

  private ApiStanding standing() {
    return ledger.standing(order.id());
  }
}
