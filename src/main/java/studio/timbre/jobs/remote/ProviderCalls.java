package studio.timbre.jobs.remote;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import studio.timbre.jobs.remote.ProviderFacts.Checkpoint;
import studio.timbre.jobs.remote.ProviderFacts.Estimate;
import studio.timbre.jobs.remote.ProviderFacts.Event;
import studio.timbre.jobs.remote.ProviderFacts.Figures;
import studio.timbre.jobs.remote.ProviderFacts.File;
import studio.timbre.jobs.remote.ProviderFacts.Job;
import studio.timbre.jobs.remote.ProviderFacts.Page;
import studio.timbre.model.ApiOrder;
import studio.timbre.model.ApiStanding;

/**
 * The calls to one provider. Each sends one request, or one for each step of it, and none of them twice; answers are read leniently,
 * but what a call is about has to be in its answer. A {@link CallFailure} says whether the request may have been carried out.
 */
public interface ProviderCalls extends AutoCloseable {
  /** A job carries the name of its order under this word of its metadata, where a provider has metadata. */
  String TAG = "timbre_job";

  /** Sends a file under its own name. */
  File upload(Path file) throws CallFailure, InterruptedException;

  /**
   * The same, and tells how much of it has left this computer.
   *
   * @param sent told bytes in all, on any thread
   */
  default File upload(Path file, LongConsumer sent) throws CallFailure, InterruptedException {
    return upload(file);
  }

  /**
   * Cuts the connection on which a file is on its way, and lets no more begin: its sending fails as one that may have arrived. On any
   * thread; everything else goes on.
   */
  default void breakOffUploads() {}

  /** How large files are sent; empty where a provider takes every file as one. */
  default Optional<PartCalls> parts() {
    return Optional.empty();
  }

  /**
   * A page of the files.
   *
   * @param after the last entry of the page before, or what that page named as {@link Page#next}
   */
  Page<File> files(Optional<String> after) throws CallFailure, InterruptedException;

  File file(String id) throws CallFailure, InterruptedException;

  void delete(String file) throws CallFailure, InterruptedException;

  /**
   * What the provider itself expects the job to cost, now that its data is there. Begins nothing and costs nothing. Empty where it
   * does not say.
   */
  default Optional<Estimate> estimate(ApiOrder order, ApiStanding standing)
      throws CallFailure, InterruptedException {
    return Optional.empty();
  }

  /** Asks for the job, once. */
  Job create(ApiOrder order, ApiStanding standing) throws CallFailure, InterruptedException;

  Page<Job> jobs(Optional<String> after) throws CallFailure, InterruptedException;

  Job job(String id) throws CallFailure, InterruptedException;

  void cancel(String id) throws CallFailure, InterruptedException;

  /** Refused where a provider has no such thing. */
  void pause(String id) throws CallFailure, InterruptedException;

  /** Lets a paused job go on; nothing happens where a provider has no such thing. */
  void resume(String id) throws CallFailure, InterruptedException;

  /** What a provider says of a job, its figures among it; empty where it has no such list. */
  Page<Event> events(String job, Optional<String> after) throws CallFailure, InterruptedException;

  Page<Checkpoint> checkpoints(String job, Optional<String> after)
      throws CallFailure, InterruptedException;

  /** The figures in a result file of a job; none where it holds none. */
  List<Figures> results(String file) throws CallFailure, InterruptedException;

  /** How long the provider has asked to be left alone since this was asked last. */
  Optional<Duration> takeRest();

  @Override
  void close();
}
