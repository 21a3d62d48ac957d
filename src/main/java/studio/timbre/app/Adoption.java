package studio.timbre.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import studio.timbre.jobs.remote.CallFailure;
import studio.timbre.jobs.remote.Calls;
import studio.timbre.jobs.remote.Pace;
import studio.timbre.jobs.remote.ProviderCalls;
import studio.timbre.jobs.remote.ProviderDialect;
import studio.timbre.jobs.remote.ProviderFacts.Job;
import studio.timbre.jobs.remote.Refusal;
import studio.timbre.model.ApiMethod;
import studio.timbre.model.ApiNumbers;
import studio.timbre.model.ApiOrder;
import studio.timbre.model.ApiRecipe;
import studio.timbre.model.ApiStanding;
import studio.timbre.model.Connection;
import studio.timbre.model.ForeignJob;
import studio.timbre.model.JobId;
import studio.timbre.model.Provider;
import studio.timbre.model.UserFacingException;
import studio.timbre.store.ApiJobStore;

/** Takes in jobs that were begun elsewhere with the same key: on a web page, by a script, in another project. */
final class Adoption {
  private static final int TRIES = 3;

  private final ApiJobStore store;
  private final JobKeys keys;
  private final Function<Provider, ProviderDialect> dialects;
  private final Pace pace;

  Adoption(
      ApiJobStore store, JobKeys keys, Function<Provider, ProviderDialect> dialects, Pace pace) {
    this.store = store;
    this.keys = keys;
    this.dialects = dialects;
    this.pace = pace;
  }

  /** The jobs of a connection that are not among ours, as the provider lists them. */
  List<ForeignJob> list(Connection connection) throws UserFacingException, InterruptedException {
    keys.require(connection);
    var key = keys.known(connection).orElseThrow();
    var ours =
        store.list().stream()
            .filter(job -> job.order().connection().address().equals(connection.address()))
            .flatMap(job -> job.standing().providerJob().stream())
            .collect(Collectors.toSet());
    var found = new ArrayList<ForeignJob>();
    try (var api = dialects.apply(connection.provider()).open(connection, key, pace)) {
      new Calls(pace, new Semaphore(0))
          .walk(
              TRIES,
              api::jobs,
              (Job job) -> {
                if (!job.id().isBlank() && !ours.contains(job.id())) {
                  found.add(foreign(job));
                }
                return false;
              });
    } catch (CallFailure failure) {
      throw refused(connection, failure);
    }
    return found;
  }

  private static ForeignJob foreign(Job job) {
    return new ForeignJob(
        job.id(),
        job.made().name(),
        job.made().model(),
        job.made().method(),
        job.status(),
        job.epochs(),
        job.createdAt(),
        job.tunedModel(),
        Optional.ofNullable(job.metadata().get(ProviderCalls.TAG)));
  }

  private static UserFacingException refused(Connection connection, CallFailure failure) {
    var reason = Refusal.of(failure);
    return new UserFacingException(
        "error.api.listRefused",
        "The jobs of %s could not be listed. Nothing was changed there or here. Its own words: %s"
            .formatted(connection.name(), reason.detail().orElse(reason.code())),
        connection.name(),
        reason.detail().orElse(reason.code()));
  }

  /** The order that such a job would have been. */
  ApiOrder order(JobId id, Connection connection, Optional<String> keyVariable, ForeignJob job) {
    var recipe =
        new ApiRecipe(
            job.model(),
            job.method().equals("dpo")
                ? new ApiMethod.Preference(OptionalDouble.empty())
                : new ApiMethod.Supervised(),
            ApiNumbers.LEFT_TO_PROVIDER.withEpochs(job.epochs()),
            Optional.of(job.name()).filter(name -> !name.isBlank()),
            OptionalInt.empty(),
            Map.of(),
            Optional.empty());
    return new ApiOrder(
        id,
        job.name().isBlank() ? job.providerJob() : job.name(),
        connection,
        keyVariable,
        recipe,
        OptionalDouble.empty(),
        OptionalLong.empty(),
        job.created().orElseGet(Instant::now));
  }

  /** Writes it down as one that its provider has. Its file is not ours: other jobs may use it, so it is nothing to tidy. */
  void keep(ApiOrder order, ForeignJob job) {
    store.adopt(order, ApiStanding.NEW.created(job.providerJob()));
  }
}
