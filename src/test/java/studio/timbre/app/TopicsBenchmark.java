package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationFilter;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Facet;
import studio.timbre.model.Progress;
import studio.timbre.store.ProjectFile;
import studio.timbre.store.TableProject;
import studio.timbre.topics.TopicFinder;
import studio.timbre.topics.TopicSample;
import studio.timbre.topics.TopicTeller;

/**
 * Topics of very many conversations: finding them, telling all, telling one, one edit, counting and filtering. {@code mvn -Pbench verify},
 * {@code target/bench/topics.json}; {@code -Dtopics.rows=100000} takes a smaller project.
 */
class TopicsBenchmark {
  private static final int ROWS = Integer.getInteger("topics.rows", 1_000_000);
  private static final int TIMES = 20;
  private static final Path FOLDER = Path.of("target", "bench");

  @TempDir Path folder;
  private final Map<String, Object> figures = new LinkedHashMap<>();

  /** A piece of work. */
  @FunctionalInterface
  private interface Work {
    void run() throws Exception;
  }

  @Test
  void findingTellingAndFiltering() throws Exception {
    figures.put("conversations", ROWS);
    var file =
        Files.copy(
            TableProject.spoken(ROWS, "o200k_base", FOLDER), folder.resolve("topics.timbre"));
    finding(file);
    try (var timbre = Timbre.startIn(new TimbreFolder(folder.resolve("home")));
        var session = timbre.open(file)) {
      timed("found_and_told", () -> session.topics().finish(false, Progress.NONE));
      figures.put("topics", session.topics().list().size());
      var counts = session.facets().of(Facet.TOPIC, ConversationQuery.ALL, Progress.NONE);
      assertThat(counts.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(ROWS);
      figures.put("others", counts.getOrDefault("0", 0L));
      median(
          "counts_ms",
          () -> session.facets().of(Facet.TOPIC, ConversationQuery.ALL, Progress.NONE));
      var topic = session.topics().list().getLast().id();
      var query = ConversationQuery.of(ConversationFilter.ALL.withTopics(Set.of(topic)));
      median("first_of_a_topic_ms", () -> session.first(query, 500, Progress.NONE));
      median("count_of_a_topic_ms", () -> session.facets().count(query, Progress.NONE));
      long[] ids = session.ids(ConversationQuery.ALL);
      var row = session.row(ids[ROWS / 2]).orElseThrow();
      var other = session.row(ids[ROWS / 3]).orElseThrow().conversation();
      Optional<Conversation> now = Optional.of(row.conversation());
      for (int i = 0; i < TIMES; i++) {
        var next = i % 2 == 0 ? other : now.orElseThrow();
        session.replace(Map.of(row.id(), next));
        long begin = System.nanoTime();
        session.topics().finish(false, Progress.NONE);
        figures.put("after_an_edit_ms", (System.nanoTime() - begin) / 1e6);
      }
    }
    new ObjectMapper()
        .writerWithDefaultPrettyPrinter()
        .writeValue(FOLDER.resolve("topics.json").toFile(), figures);
  }

  /** The parts of it, on their own. */
  private void finding(Path file) throws Exception {
    try (var project = ProjectFile.open(file)) {
      var sample = new TopicSample();
      timed("sample", () -> project.topics().sample(TopicSample.MOST, sample::add, () -> true));
      var found = TopicFinder.find(sample);
      timed("find", () -> TopicFinder.find(sample));
      var teller = new TopicTeller(found);
      var ids = project.conversations().ids(ConversationQuery.ALL, "");
      var rows = project.conversations().rows("", java.util.Arrays.copyOf(ids, 1_000));
      for (int round = 0; round < TIMES; round++) {
        long begin = System.nanoTime();
        rows.forEach(row -> teller.of(row.conversation()));
        figures.put("tell_one_us", (System.nanoTime() - begin) / 1e3 / rows.size());
      }
    }
  }

  private void timed(String name, Work work) throws Exception {
    var processor = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long cpu = processor.getProcessCpuTime();
    long begin = System.nanoTime();
    work.run();
    figures.put(name + "_s", (System.nanoTime() - begin) / 1e9);
    figures.put(name + "_processor_s", (processor.getProcessCpuTime() - cpu) / 1e9);
  }

  private void median(String name, Callable<?> work) throws Exception {
    var times = new double[TIMES];
    for (int i = 0; i < TIMES; i++) {
      long begin = System.nanoTime();
      work.call();
      times[i] = (System.nanoTime() - begin) / 1e6;
    }
    java.util.Arrays.sort(times);
    figures.put(name, times[TIMES / 2]);
  }
}
