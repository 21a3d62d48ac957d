package studio.timbre.jobs.openai;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
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
import studio.timbre.model.UserFacingException;

/** Trains at providers that speak OpenAI's interface. Its jobs go on without this program; a handle begins and follows them. */
public final class OpenAiBackend implements JobBackend<JobSpec.Api> {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ApiLedger ledger;
  private final Function<Connection, Optional<ApiKey>> keys;
  private final Pace pace;
  private final Duration patience;

  /**
   * @param keys asked when a job is begun or listened to
   */
  public OpenAiBackend(ApiLedger ledger, Function<Connection, Optional<ApiKey>> keys) {
    this(ledger, keys, Pace.SYSTEM, PATIENCE);
  }

  /**
   * @param patience for one exchange with a provider
   */
  public OpenAiBackend(
      ApiLedger ledger, Function<Connection, Optional<ApiKey>> keys, Pace pace, Duration patience) {
    this.ledger = ledger;
    this.keys = keys;
    this.pace = pace;
    this.patience = patience;
  }

  /** Refuses an order that no provider takes, or that could not be sent safely. Sends nothing. */
  public static void check(ApiOrder order) throws UserFacingException {
    Dialect.check(order);
  }

  @Override
  public JobHandle submit(JobSpec.Api spec, Consumer<JobEvent> events) throws UserFacingException {
    Dialect.check(spec.order());
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

  private JobHandle handle(
      ApiOrder order, Path folder, Consumer<JobEvent> events, ApiHandle.Wish wish)
      throws UserFacingException {
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
    var client = Client.of(connection, key, patience);
    return new ApiHandle(
        order, new SentFiles(folder, order.id()), ledger, client, key, pace, events, wish);
  }
}
