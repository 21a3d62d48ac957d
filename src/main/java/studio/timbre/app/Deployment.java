package studio.timbre.app;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import studio.timbre.app.ServedModel.Stage;
import studio.timbre.jobs.nebius.AdapterService;
import studio.timbre.jobs.nebius.AdapterService.Served;
import studio.timbre.jobs.remote.CallFailure;
import studio.timbre.jobs.remote.Calls;
import studio.timbre.jobs.remote.Pace;
import studio.timbre.model.TunedModel;
import studio.timbre.model.UserFacingException;

/**
 * Brings an adapter to answer at Nebius, asking for it once. After an answer that does not say whether it was heard, the adapter is
 * looked for in the provider's list by its own name; it is never asked for a second time by itself.
 */
final class Deployment {
  private static final int TRIES = 5;
  private static final int LOOKS = 6;

  /** An adapter that was just taken may not stand in the list at once. */
  private static final int MOST_ABSENCES = 6;

  /** An adapter that the list does not hold so long after it was asked for was never taken. */
  private static final Duration CERTAIN = Duration.ofMinutes(15);

  private static final Duration FIRST_REST = Duration.ofSeconds(5);
  private static final Duration LONGEST_REST = Duration.ofMinutes(1);

  private final TunedModel model;
  private final AdapterService service;
  private final ServedModels kept;
  private final Pace pace;
  private final Calls calls;
  private final Semaphore nudge = new Semaphore(0);
  private final Runnable changed;

  Deployment(
      TunedModel model, AdapterService service, ServedModels kept, Pace pace, Runnable changed) {
    this.model = model;
    this.service = service;
    this.kept = kept;
    this.pace = pace;
    this.calls = new Calls(pace, nudge);
    this.changed = changed;
  }

  /** Asks for what was just written down, and sees to it until it answers or has failed. */
  void begin(ServedModel asked) throws InterruptedException, UserFacingException {
    String job = model.job().orElse("");
    String checkpoint;
    try {
      // A look costs nothing and may be repeated.
      checkpoint = calls.repeat(TRIES, () -> service.checkpoint(job, model.model()));
    } catch (CallFailure failure) {
      keep(asked.failed(words(failure)));
      return;
    }
    try {
      follow(taken(asked, service.create(asked.wanted(), asked.base(), job + ":" + checkpoint)));
    } catch (CallFailure failure) {
      if (failure.mayHaveHappened()) {
        goOn(asked);
      } else {
        keep(asked.failed(words(failure)));
      }
    }
  }

  /** Sees to one that an earlier start, or an unclear answer, has left. */
  void goOn(ServedModel asked) throws InterruptedException, UserFacingException {
    if (asked.stage() == Stage.DEPLOYING) {
      follow(asked);
      return;
    }
    int absences = 0;
    for (int look = 1; look <= LOOKS; look++) {
      var list = list();
      var found = list.flatMap(all -> ours(all, asked));
      if (found.isPresent()) {
        follow(taken(asked, found.get()));
        return;
      }
      boolean isLongAgo = Duration.between(asked.asked(), pace.now()).compareTo(CERTAIN) >= 0;
      absences += list.isPresent() ? 1 : 0;
      if (absences > 1 && isLongAgo) {
        keep(asked.failed("the provider was asked, and does not have it"));
        return;
      }
      calls.rest(look, Optional.empty());
    }
    // Not known yet: it stays as asked, and the next look tells.
  }

  private Optional<List<Served>> list() throws InterruptedException {
    try {
      return Optional.of(calls.repeat(TRIES, service::list));
    } catch (CallFailure e) {
      return Optional.empty();
    }
  }

  /** Its name has a part that no other adapter has. */
  private static Optional<Served> ours(List<Served> all, ServedModel asked) {
    return all.stream().filter(served -> served.name().contains(asked.wanted())).findFirst();
  }

  private ServedModel taken(ServedModel asked, Served served) throws UserFacingException {
    var taken = asked.named(served.name()).at(Stage.DEPLOYING);
    keep(taken);
    return taken;
  }

  private void follow(ServedModel taken) throws InterruptedException, UserFacingException {
    var rest = FIRST_REST;
    int absences = 0;
    while (true) {
      try {
        var served = look(taken);
        if (served.filter(Served::isActive).isPresent()) {
          String name = served.get().name();
          keep((name.isBlank() ? taken : taken.named(name)).at(Stage.SERVES));
          return;
        }
        if (served.filter(Served::isBroken).isPresent()) {
          String reason = served.get().reason();
          keep(taken.failed(reason.isBlank() ? "no reason given" : reason));
          return;
        }
        absences = served.isPresent() ? 0 : absences + 1;
        if (absences >= MOST_ABSENCES) {
          keep(taken.failed("the provider does not have it any more"));
          return;
        }
      } catch (CallFailure failure) {
        if (!failure.mayPass()) {
          // As with a key that was changed: it goes on there, and is looked at again later.
          return;
        }
      }
      pace.rest(nudge, rest);
      var longer = rest.multipliedBy(2);
      rest = longer.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : longer;
    }
  }

  /** What cannot be read by its name may stand in the list all the same. */
  private Optional<Served> look(ServedModel taken) throws CallFailure, InterruptedException {
    String name = taken.name().orElseThrow();
    try {
      return Optional.of(service.read(name));
    } catch (CallFailure failure) {
      if (failure.kind() != CallFailure.Kind.MISSING) {
        throw failure;
      }
      return service.list().stream().filter(served -> served.name().equals(name)).findFirst();
    }
  }

  private void keep(ServedModel now) throws UserFacingException {
    kept.put(model, now);
    changed.run();
  }

  static String words(CallFailure failure) {
    return failure.status() == 0
        ? failure.words()
        : "HTTP %d: %s".formatted(failure.status(), failure.words());
  }
}
