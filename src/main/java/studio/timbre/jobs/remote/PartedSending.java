package studio.timbre.jobs.remote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import studio.timbre.jobs.ApiLedger;
import studio.timbre.jobs.remote.CallFailure.Kind;
import studio.timbre.jobs.remote.ProviderFacts.File;
import studio.timbre.model.JobId;
import studio.timbre.model.PartedUpload;

/**
 * Brings a large file to a provider in parts. Each part that has arrived is written down, so that after a cut, or an end of the program,
 * the sending goes on behind it; an upload that the provider waits for no longer is begun anew.
 */
final class PartedSending {
  private static final int TRIES = 5;

  /** Uploads that are begun for one file before it is given up. */
  private static final int BEGINNINGS = 3;

  /** A provider that does not tell waits so long, as OpenAI does. */
  private static final Duration LIFE = Duration.ofHours(1);

  /** An upload with less time left is not gone on with. */
  private static final Duration MARGIN = Duration.ofMinutes(2);

  /** Finds the file where its completion was not answered. */
  @FunctionalInterface
  interface Search {
    Optional<File> find(Path file) throws InterruptedException;
  }

  private final PartCalls parts;
  private final Calls calls;
  private final ApiLedger ledger;
  private final JobId job;
  private final Search search;

  PartedSending(PartCalls parts, Calls calls, ApiLedger ledger, JobId job, Search search) {
    this.parts = parts;
    this.calls = calls;
    this.ledger = ledger;
    this.job = job;
    this.search = search;
  }

  boolean isFor(Path file) {
    return size(file) > parts.sizes().above();
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Empty where a person has called the job off on the way. */
  Optional<File> send(Path file, Progress progress) throws CallFailure, InterruptedException {
    for (int beginning = 1; ; beginning++) {
      try {
        return send(file, goOnOrBegin(file), progress);
      } catch (CallFailure failure) {
        if (ledger.standing(job).cancelWanted()) {
          return Optional.empty();
        }
        // Most likely the provider has thrown the upload away: it has expired, or another start of
        // the program completed it.
        boolean isGone = failure.kind() == Kind.MISSING || failure.kind() == Kind.REFUSED;
        if (!isGone || beginning >= BEGINNINGS) {
          throw failure;
        }
        var found = search.find(file);
        if (found.isPresent()) {
          forget(file);
          return found;
        }
        giveUp(file);
      }
    }
  }

  private PartedUpload goOnOrBegin(Path file) throws CallFailure, InterruptedException {
    var known = underway(file);
    if (known.isPresent()) {
      if (calls.pace().now().isBefore(known.get().expires().minus(MARGIN))) {
        return known.get();
      }
      giveUp(file);
    }
    var opened = calls.repeat(TRIES, () -> parts.open(file));
    var begun =
        new PartedUpload(
            name(file),
            opened.id(),
            opened.expires().orElseGet(() -> calls.pace().now().plus(LIFE)),
            parts.sizes().partBytes(),
            List.of());
    ledger.change(job, now -> now.with(begun));
    return begun;
  }

  private Optional<File> send(Path file, PartedUpload begun, Progress progress)
      throws CallFailure, InterruptedException {
    var upload = begun;
    long bytes = size(file);
    while (upload.sentBytes() < bytes) {
      if (ledger.standing(job).cancelWanted()) {
        return Optional.empty();
      }
      var current = upload;
      String part =
          calls.repeat(
              TRIES,
              () ->
                  parts.add(
                      current.id(),
                      file,
                      current.sentBytes(),
                      sent -> progress.sent(current.sentBytes() + sent)));
      upload = upload.withPart(part);
      var written = upload;
      ledger.change(job, now -> now.with(written));
    }
    var sent = complete(file, upload);
    forget(file);
    return Optional.of(sent);
  }

  /** Completing twice makes no second file: where the first answer was lost, the file is looked for before the provider is asked again. */
  private File complete(Path file, PartedUpload upload) throws CallFailure, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        return parts.complete(upload.id(), upload.parts());
      } catch (CallFailure failure) {
        if (!failure.mayPass() || attempt >= TRIES) {
          throw failure;
        }
        calls.rest(attempt, failure.retryAfter());
        var found = failure.mayHaveHappened() ? search.find(file) : Optional.<File>empty();
        if (found.isPresent()) {
          return found.get();
        }
      }
    }
  }

  private Optional<PartedUpload> underway(Path file) {
    return ledger.standing(job).upload(name(file));
  }

  private void forget(Path file) {
    ledger.change(job, now -> now.withoutUpload(name(file)));
  }

  /**
   * Cancels the uploads that are on their way; what cannot be cancelled is written down as left behind.
   *
   * @return whether there were any
   */
  boolean giveUpAll() throws InterruptedException {
    var uploads = ledger.standing(job).uploads();
    for (var upload : uploads) {
      giveUp(upload);
    }
    return !uploads.isEmpty();
  }

  private void giveUp(Path file) throws InterruptedException {
    var known = underway(file);
    if (known.isPresent()) {
      giveUp(known.get());
    }
  }

  private void giveUp(PartedUpload upload) throws InterruptedException {
    boolean isGone = isCancelled(upload.id());
    boolean hasExpired = !calls.pace().now().isBefore(upload.expires());
    ledger.change(
        job,
        now -> {
          var without = now.withoutUpload(upload.file());
          return isGone || hasExpired ? without : without.leaving(upload.id());
        });
  }

  private boolean isCancelled(String upload) throws InterruptedException {
    try {
      calls.repeat(
          TRIES,
          () -> {
            parts.cancel(upload);
            return upload;
          });
      return true;
    } catch (CallFailure failure) {
      return failure.kind() == Kind.MISSING;
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
