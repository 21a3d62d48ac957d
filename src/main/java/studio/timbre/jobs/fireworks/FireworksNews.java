package studio.timbre.jobs.fireworks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import studio.timbre.jobs.fireworks.FireworksJobName.Kind;
import studio.timbre.jobs.remote.CallFailure;
import studio.timbre.jobs.remote.ProviderFacts.Event;
import studio.timbre.jobs.remote.ProviderFacts.Figures;
import studio.timbre.jobs.remote.ProviderFacts.Job;
import studio.timbre.jobs.remote.RestClient;

/**
 * What can be told of jobs at Fireworks AI. It has no list of events; what a job costs stands in the job, and its figures in a file
 * that grows at an address which the job names.
 */
final class FireworksNews {
  private final RestClient client;
  private final FireworksReader reader;

  /** Where the figures of each job lay when it was looked at last. */
  private final Map<String, String> files = new ConcurrentHashMap<>();

  /** What each job was expected to cost when it was looked at last. */
  private final Map<String, Event> costs = new ConcurrentHashMap<>();

  FireworksNews(RestClient client, FireworksReader reader) {
    this.client = client;
    this.reader = reader;
  }

  /** Keeps what a look at a job has shown. */
  void note(Job job, JsonNode answer) {
    job.resultFiles().forEach(file -> files.put(job.id(), file));
    EstimatedCost.sentence(answer)
        .ifPresent(
            words ->
                // At the time of the job, so that the same words are told once.
                costs.put(
                    job.id(), new Event("", job.createdAt(), "cost", words, Optional.empty())));
  }

  /**
   * The file lies with somebody else, who may have nothing yet, so trouble there says nothing of the job. At the end the same file is
   * its result, and is missed where it cannot be had.
   */
  List<Event> of(String job) throws InterruptedException {
    var all = new ArrayList<Event>();
    Optional.ofNullable(costs.get(job)).ifPresent(all::add);
    var file = Optional.ofNullable(files.get(job));
    try {
      if (file.isPresent()) {
        figures(file.get()).forEach(figures -> all.add(event(figures)));
      }
    } catch (CallFailure failure) {
      // The figures may not be there yet.
    }
    return all;
  }

  private static Event event(Figures figures) {
    String id =
        "step-" + figures.step().orElse(0) + (figures.heldOut().isPresent() ? "-held-out" : "");
    return new Event(id, Optional.empty(), "metrics", "", Optional.of(figures));
  }

  /**
   * @param file an address, or the name of a job with pairs, whose figures lie at another address each time
   */
  List<Figures> figures(String file) throws CallFailure, InterruptedException {
    var job = FireworksJobName.of(file);
    return reader.figures(
        client.fetchOpenly(client.named(job.kind() == Kind.PREFERENCE ? place(job) : file)));
  }

  private String place(FireworksJobName job) throws CallFailure, InterruptedException {
    var answer = client.get(FireworksCalls.path(job, ":getMetricsFileEndpoint"));
    return FireworksReader.metricsEndpoint(answer).orElseThrow(client::unreadable);
  }
}
