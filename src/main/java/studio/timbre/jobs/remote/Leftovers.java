package studio.timbre.jobs.remote;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import studio.timbre.jobs.remote.CallFailure.Kind;
import studio.timbre.jobs.remote.ProviderFacts.File;

/** Deletes files of a job that nothing needs any more. */
final class Leftovers {
  private static final int TRIES = 3;

  /** How the provider's names of unfinished uploads begin. */
  private static final String UPLOAD = "upload";

  private final ProviderCalls api;
  private final Calls calls;
  private final SentFiles sent;
  private final Set<String> needed;

  /**
   * @param needed by the provider's names; they stay
   */
  Leftovers(ProviderCalls api, Calls calls, SentFiles sent, Set<String> needed) {
    this.api = api;
    this.calls = calls;
    this.sent = sent;
    this.needed = needed;
  }

  /** Answers which of them are gone, whoever deleted them. */
  Set<String> delete(List<String> files) throws InterruptedException {
    var gone = new LinkedHashSet<String>();
    for (var file : files) {
      if (needed.contains(file)) {
        continue;
      }
      boolean isGone;
      if (sent.isOurs(file)) {
        isGone = deleteByName(file);
      } else if (file.startsWith(UPLOAD) && api.parts().isPresent()) {
        isGone = done(() -> api.parts().get().cancel(file), true);
      } else {
        isGone = done(() -> api.delete(file), false);
      }
      if (isGone) {
        gone.add(file);
      }
    }
    return gone;
  }

  /** Every file of that name but those in use, as one may have arrived twice. */
  private boolean deleteByName(String name) throws InterruptedException {
    var found = new ArrayList<File>();
    try {
      boolean isWhole =
          calls.walk(
              TRIES, api::files, (File file) -> file.name().equals(name) && !found.add(file));
      boolean isGone = isWhole;
      found.removeIf(file -> needed.contains(file.id()));
      for (var file : found) {
        isGone &= done(() -> api.delete(file.id()), false);
      }
      return isGone;
    } catch (CallFailure e) {
      return false;
    }
  }

  /** Something that is asked of the provider. */
  @FunctionalInterface
  private interface Deletion {
    void run() throws CallFailure, InterruptedException;
  }

  /**
   * Whether it is gone after this.
   *
   * @param refusedIsGone an upload that is no longer open cannot be cancelled: it was thrown away, or has become a file
   */
  private boolean done(Deletion deletion, boolean refusedIsGone) throws InterruptedException {
    try {
      calls.repeat(
          TRIES,
          () -> {
            deletion.run();
            return true;
          });
      return true;
    } catch (CallFailure failure) {
      return failure.kind() == Kind.MISSING || refusedIsGone && failure.kind() == Kind.REFUSED;
    }
  }
}
