package studio.timbre.jobs.remote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import studio.timbre.jobs.ApiLedger;
import studio.timbre.jobs.remote.ProviderFacts.File;
import studio.timbre.jobs.remote.ProviderFacts.FileState;
import studio.timbre.model.ApiStanding;

/** The files of one job at its provider: sent, found again, cleared away. */
final class Uploads {
  private static final int TRIES = 5;
  private static final int LOOKS = 12;

  private enum Scope {
    DOUBLES,
    LATE_DOUBLES,
    ALL
  }

  private final ProviderCalls api;
  private final Calls calls;
  private final ApiLedger ledger;
  private final SentFiles files;
  private final Told told;
  private final Optional<PartedSending> inParts;
  private boolean sentMoreThanOnce;
  private boolean mayStillArrive;

  Uploads(ProviderCalls api, Calls calls, ApiLedger ledger, SentFiles files, Told told) {
    this.api = api;
    this.calls = calls;
    this.ledger = ledger;
    this.files = files;
    this.told = told;
    this.inParts =
        api.parts().map(parts -> new PartedSending(parts, calls, ledger, files.job(), this::find));
  }

  /** An earlier start of the program began to send, and may not have come to write down what it sent. */
  void goOnAfterAnEnd() {
    sentMoreThanOnce = true;
    mayStillArrive = true;
  }

  /**
   * Sends a file, or finds it where an earlier try was not answered. Sending the same twice costs nothing but leaves a file behind,
   * which {@link #clearDoubles} sees to. Empty where a person has called the job off on the way.
   */
  Optional<File> send(Path file) throws CallFailure, InterruptedException {
    var known = sentMoreThanOnce ? find(file) : Optional.<File>empty();
    if (known.isPresent()) {
      ledger.change(files.job(), now -> now.withoutUpload(known.get().name()));
      return Optional.of(ready(known.get()));
    }
    String name = String.valueOf(file.getFileName());
    try (var progress = new Progress(told, name, size(file), this::breakOffWhereWanted)) {
      boolean large = inParts.filter(parts -> parts.isFor(file)).isPresent();
      var sent = large ? inParts.get().send(file, progress) : whole(file, progress);
      if (sent.isEmpty()) {
        return sent;
      }
      progress.arrived();
      return Optional.of(ready(sent.get()));
    }
  }

  /** Another program that knows the job may have called it off. */
  private void breakOffWhereWanted() {
    if (isCalledOff()) {
      api.breakOffUploads();
    }
  }

  private boolean isCalledOff() {
    return ledger.standing(files.job()).cancelWanted();
  }

  /** Empty where a person has called the job off on the way. */
  private Optional<File> whole(Path file, Progress progress)
      throws CallFailure, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      if (isCalledOff()) {
        return Optional.empty();
      }
      var left = new AtomicLong();
      try {
        return Optional.of(
            api.upload(
                file,
                bytes -> {
                  left.set(bytes);
                  progress.sent(bytes);
                }));
      } catch (CallFailure failure) {
        if (isCalledOff()) {
          // Half a file makes none; of a whole one it is not known.
          mayStillArrive |= failure.mayHaveHappened() && left.get() >= size(file);
          return Optional.empty();
        }
        if (!failure.mayPass() || attempt >= TRIES) {
          throw failure;
        }
        calls.rest(attempt, failure.retryAfter());
        if (failure.mayHaveHappened()) {
          sentMoreThanOnce = true;
          var found = find(file);
          if (found.isPresent()) {
            return found;
          }
        }
      }
    }
  }

  /** The file by its name and size. */
  private Optional<File> find(Path file) throws InterruptedException {
    long bytes = size(file);
    return listed().stream()
        .filter(known -> known.name().equals(String.valueOf(file.getFileName())))
        .filter(known -> known.bytes().isEmpty() || known.bytes().getAsDouble() == bytes)
        .findFirst();
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Some providers look at a file before a job may use it. Those that tell no state are taken at once. */
  private File ready(File file) throws CallFailure, InterruptedException {
    var state = file;
    for (int look = 1; look <= LOOKS && isInWork(state) && !isCalledOff(); look++) {
      // It may stay so for good and can be used.
      if (state.state() == FileState.ARRIVED && look > 2) {
        break;
      }
      calls.rest(look, Optional.empty());
      state = calls.repeat(TRIES, () -> api.file(file.id()));
    }
    return new File(file.id(), file.name(), file.bytes(), state.state(), state.details());
  }

  private static boolean isInWork(File file) {
    return file.state() == FileState.ARRIVED || file.state() == FileState.IN_WORK;
  }

  /** Deletes second copies that {@link #send} may have left. */
  void clearDoubles() throws InterruptedException {
    if (sentMoreThanOnce) {
      clear(Scope.DOUBLES);
    }
  }

  /** Deletes second copies once a job is over; by then even what an earlier start was just sending has arrived. */
  void clearLateDoubles() throws InterruptedException {
    clear(Scope.LATE_DOUBLES);
  }

  /** Deletes every file of this job at the provider; what cannot be deleted is written down as left behind. */
  void clearAll() throws InterruptedException {
    // First, as one that was completed after all has become a file.
    if (inParts.isPresent() && inParts.get().giveUpAll()) {
      // Parts alone were on their way, and they make no file any more.
      mayStillArrive = false;
    }
    clear(Scope.ALL);
  }

  private void clear(Scope scope) throws InterruptedException {
    var standing = ledger.standing(files.job());
    var inUse = new LinkedHashSet<String>();
    standing.trainingFile().ifPresent(inUse::add);
    standing.validationFile().ifPresent(inUse::add);
    var doomed = new LinkedHashSet<String>();
    if (scope == Scope.ALL) {
      doomed.addAll(inUse);
    }
    try {
      var found = new ArrayList<File>();
      boolean isWhole =
          calls.walk(
              TRIES, api::files, (File file) -> files.isOurs(file.name()) && !found.add(file));
      found.stream()
          .map(File::id)
          .filter(id -> scope == Scope.ALL || !inUse.contains(id))
          .forEach(doomed::add);
      if (!isWhole) {
        leaveByName(scope);
      } else if (scope == Scope.ALL && mayStillArrive) {
        // What was on its way when the program ended may arrive after this look.
        onItsWay(standing)
            .filter(name -> found.stream().noneMatch(file -> file.name().equals(name)))
            .ifPresent(this::leave);
      }
    } catch (CallFailure e) {
      leaveByName(scope);
    }
    for (var id : doomed) {
      delete(id);
    }
  }

  /** The file that was being sent when the program ended: they are sent one after the other. */
  private Optional<String> onItsWay(ApiStanding standing) {
    if (standing.trainingFile().isEmpty()) {
      return Optional.of(String.valueOf(files.training().getFileName()));
    }
    return files.hasValidation() && standing.validationFile().isEmpty()
        ? Optional.of(String.valueOf(files.validation().getFileName()))
        : Optional.empty();
  }

  private void leaveByName(Scope scope) {
    // Nothing speaks for a late double but caution: it is deleted where it is seen, not reported
    // unseen.
    if (scope == Scope.LATE_DOUBLES) {
      return;
    }
    leave(String.valueOf(files.training().getFileName()));
    if (files.hasValidation()) {
      leave(String.valueOf(files.validation().getFileName()));
    }
  }

  private void delete(String id) throws InterruptedException {
    try {
      calls.repeat(
          TRIES,
          () -> {
            api.delete(id);
            return id;
          });
    } catch (CallFailure failure) {
      if (failure.kind() != CallFailure.Kind.MISSING) {
        leave(id);
      }
    }
  }

  private void leave(String file) {
    ledger.change(files.job(), standing -> standing.leaving(file));
  }

  private List<File> listed() throws InterruptedException {
    var found = new ArrayList<File>();
    try {
      calls.walk(TRIES, api::files, (File file) -> files.isOurs(file.name()) && !found.add(file));
    } catch (CallFailure e) {
      // Then it is sent again; doubles are cleared later, or reported.
      return found;
    }
    return found;
  }
}
