package studio.timbre.jobs.remote;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;
import studio.timbre.jobs.ApiLedger;
import studio.timbre.jobs.JobBackend;
import studio.timbre.jobs.JobHandle;
import studio.timbre.jobs.JobRef;
import studio.timbre.jobs.JobSpec;
import studio.timbre.model.ApiKey;
import studio.timbre.model.ApiOrder;
import studio.timbre.model.Connection;
import studio.timbre.model.JobEvent;
import studio.timbre.model.Provider;
import studio.timbre.model.UserFacingException;

/** Trains at providers. Its jobs go on there without this program; a handle begins and follows them. */
public final class RemoteBackend implements JobBackend<JobSpec.Api> {
  /** A job that a whole list does not hold so long after it was asked for was never begun. */
  public static final Duration CERTAIN = Duration.ofMinutes(15);

  private final ApiLedger ledger;
  private final Function<Connection, Optional<ApiKey>> keys;
  private final Function<Provider, ProviderDialect> dialects;
  private final Pace pace;

  /**
   * @param keys asked when a job is begun or listened to
   * @param dialects what each provider speaks
   */
  public RemoteBackend(
      ApiLedger ledger,
      Function<Connection, Optional<ApiKey>> keys,
      Function<Provider, ProviderDialect> dialects,
      Pace pace) {
    this.ledger = ledger;
    this.keys = keys;
    this.dialects = dialects;
    this.pace = pace;
  }

  @Override
  public JobHandle submit(JobSpec.Api spec, Consumer<JobEvent> events) throws UserFacingException {
    dialects.apply(spec.order().connection().provider()).check(spec.order());
    return handle(spec.order(), spec.folder(), events, ApiHandle.Wish.BEGIN);
  }

  /**
   * Also looks for a job of which it is not known whether it began.
   *
   * @throws IllegalStateException when its key is not at hand; ask {@code keys} before
   */
  @Override
  public JobHandle reattach(JobRef job, Consumer<JobEvent> events) {
    try {
      return handle(ledger.order(job.id()), job.folder(), events, ApiHandle.Wish.LISTEN);
    } catch (UserFacingException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  @Override
  public JobHandle resume(JobRef job, Consumer<JobEvent> events) throws UserFacingException {
    return handle(ledger.order(job.id()), job.folder(), events, ApiHandle.Wish.GO_ON);
  }

  /**
   * Deletes at its provider what a job has left there, and answers what is gone; the rest could not be deleted now.
   *
   * @param files by the provider's names, or by those under which they were sent
   * @param needed by the provider's names; they stay, whatever they are called
   */
  public Set<String> delete(JobRef job, List<String> files, Set<String> needed)
      throws UserFacingException, InterruptedException {
    var order = ledger.order(job.id());
    try (var api = open(order)) {
      var calls = new Calls(pace, new Semaphore(0));
      return new Leftovers(api, calls, new SentFiles(job.folder(), job.id()), needed).delete(files);
    }
  }

  private ProviderCalls open(ApiOrder order) throws UserFacingException {
    var connection = order.connection();
    var key =
        keys.apply(connection)
            .orElseThrow(
                () ->
                    new UserFacingException(
                        "error.api.noKey",
                        "The key of %s is not at hand, so nothing was sent. Give the key again."
                            .formatted(connection.name()),
                        connection.name()));
    return dialects.apply(connection.provider()).open(connection, key, pace);
  }

  private JobHandle handle(
      ApiOrder order, Path folder, Consumer<JobEvent> events, ApiHandle.Wish wish)
      throws UserFacingException {
    var api = open(order);
    return new ApiHandle(order, new SentFiles(folder, order.id()), ledger, api, pace, events, wish);
  }
}
