package studio.timbre.jobs.remote;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import studio.timbre.jobs.remote.ProviderFacts.Named;
import studio.timbre.jobs.remote.ProviderFacts.Page;

/** Repeats calls that may be repeated, with growing rests, and walks through lists that may lie about their end. */
public final class Calls {
  private static final Duration FIRST_REST = Duration.ofSeconds(1);
  private static final Duration LONGEST_REST = Duration.ofSeconds(30);

  /** Pages of one list; more are no list but a loop. */
  private static final int MOST_PAGES = 200;

  /** A call that may be sent any number of times. */
  @FunctionalInterface
  public interface Call<T> {
    T send() throws CallFailure, InterruptedException;
  }

  /** Fetches the page behind an entry. */
  @FunctionalInterface
  public interface PageCall<T extends Named> {
    Page<T> send(Optional<String> after) throws CallFailure, InterruptedException;
  }

  private final Pace pace;
  private final Semaphore nudge;

  public Calls(Pace pace, Semaphore nudge) {
    this.pace = pace;
    this.nudge = nudge;
  }

  Pace pace() {
    return pace;
  }

  /** Sends until there is an answer, or a refusal that waiting does not change, or the tries are used up. */
  public <T> T repeat(int tries, Call<T> call) throws CallFailure, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        return call.send();
      } catch (CallFailure failure) {
        if (!failure.mayPass() || attempt >= tries) {
          throw failure;
        }
        rest(attempt, failure.retryAfter());
      }
    }
  }

  /** Rests before the next try: as long as the provider says, else twice as long each time. */
  public void rest(int attempt, Optional<Duration> asked) throws InterruptedException {
    var growing = FIRST_REST.multipliedBy(1L << Math.min(attempt - 1, 10));
    var own = growing.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : growing;
    pace.rest(nudge, asked.orElse(own));
  }

  /**
   * Hands over the entries of a list, each once, until one of them is enough. It does not trust that pages end: a server that
   * ignores where to go on sends the same page for ever.
   *
   * @param enough takes an entry and says whether to stop
   * @return true when the list was seen to its end, or enough of it
   */
  public <T extends Named> boolean walk(int tries, PageCall<T> pages, Predicate<T> enough)
      throws CallFailure, InterruptedException {
    var seen = new HashSet<String>();
    Optional<String> after = Optional.empty();
    for (int number = 0; number < MOST_PAGES; number++) {
      var behind = after;
      var page = repeat(tries, () -> pages.send(behind));
      boolean isNew = false;
      for (var item : page.items()) {
        if (item.id().isBlank() || seen.add(item.id())) {
          isNew |= !item.id().isBlank();
          if (enough.test(item)) {
            return true;
          }
        }
      }
      if (!page.more()) {
        return true;
      }
      if (!isNew && page.next().isEmpty()) {
        return page.items().isEmpty();
      }
      after = page.next().or(() -> last(page));
      if (after.isEmpty() || page.next().isPresent() && after.equals(behind)) {
        return false;
      }
    }
    return false;
  }

  private static <T extends Named> Optional<String> last(Page<T> page) {
    return Optional.of(page.items().getLast().id()).filter(id -> !id.isBlank());
  }
}
