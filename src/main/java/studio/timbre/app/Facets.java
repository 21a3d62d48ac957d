package studio.timbre.app;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Facet;
import studio.timbre.model.Measure;
import studio.timbre.model.PastRun;
import studio.timbre.model.Progress;
import studio.timbre.model.Spread;
import studio.timbre.model.topics.Topic;
import studio.timbre.store.FacetCounts;

/** What a project can be filtered by, and how many conversations there are of each. Reads a lot, so not for the JavaFX thread. */
public final class Facets {
  private final FacetCounts counts;
  private final Supplier<String> counter;
  private final Consumer<Progress> freshProblems;
  private final Supplier<List<PastRun>> runs;
  private final Supplier<List<Topic>> topics;

  /**
   * @param counter by which tokens are counted
   * @param freshProblems looks for problems where the data has changed since the last look
   * @param runs newest first
   * @param topics in force
   */
  Facets(
      FacetCounts counts,
      Supplier<String> counter,
      Consumer<Progress> freshProblems,
      Supplier<List<PastRun>> runs,
      Supplier<List<Topic>> topics) {
    this.counts = counts;
    this.counter = counter;
    this.freshProblems = freshProblems;
    this.runs = runs;
    this.topics = topics;
  }

  /** How many match; where it is cancelled meanwhile, {@link java.util.concurrent.CancellationException} is thrown. */
  public long count(ConversationQuery query, Progress progress) {
    freshen(query, progress);
    return counts.count(query, counter.get(), progress);
  }

  /** Those that match by the values that occur, the most frequent first. Can be cancelled as {@link #count}. */
  public Map<String, Long> of(Facet facet, ConversationQuery query, Progress progress) {
    if (facet == Facet.PROBLEM) {
      freshProblems.accept(progress);
    } else {
      freshen(query, progress);
    }
    return counts.of(facet, query, counter.get(), progress);
  }

  /** How often each number occurs among those that match. Can be cancelled as {@link #count}. */
  public Spread spread(Measure measure, ConversationQuery query, Progress progress) {
    freshen(query, progress);
    return counts.spread(measure, query, counter.get(), progress);
  }

  private void freshen(ConversationQuery query, Progress progress) {
    if (!query.filter().problems().isEmpty()) {
      freshProblems.accept(progress);
    }
  }

  /** What providers call problems of kinds that Timbre does not know; the title of a kind has a place for it. */
  public Map<String, String> problemDetails() {
    return counts.problemDetails();
  }

  /** What topics are called, by their numbers, also those that are counted under another. */
  public Map<Long, String> topicNames() {
    return topics.get().stream().collect(Collectors.toMap(Topic::id, Topic::name));
  }

  /** Runs of which the project still knows what they were given, newest first. */
  public List<PastRun> runs() {
    return runs.get();
  }
}
