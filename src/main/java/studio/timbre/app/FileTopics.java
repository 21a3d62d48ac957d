package studio.timbre.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import studio.timbre.dataset.ConversationReader;
import studio.timbre.json.Fingerprint;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Facet;
import studio.timbre.model.Progress;
import studio.timbre.model.UserFacingException;
import studio.timbre.model.topics.Topic;
import studio.timbre.model.topics.TopicSet;
import studio.timbre.topics.TopicFinder;
import studio.timbre.topics.TopicSample;
import studio.timbre.topics.TopicTeller;

/** What the conversations of a training file, or of a project, are about. */
public final class FileTopics {
  /** A topic, and how many conversations are about it. */
  public record Share(String name, long conversations) {}

  /**
   * What they are about.
   *
   * @param conversations in all
   * @param others those that are near no topic
   * @param topics the one with the most conversations first
   */
  public record Report(long conversations, long others, List<Share> topics) {}

  FileTopics() {}

  /** Of a file, in two walks through it: one finds topics, one tells each conversation its own. */
  public Report of(Path file) throws UserFacingException {
    var sample = new TopicSample();
    read(file, conversation -> sample.add(Fingerprint.of(conversation), conversation));
    var set = TopicFinder.find(sample);
    var counts = new HashMap<Long, Long>();
    tell(file, set, topic -> counts.merge(topic, 1L, Long::sum));
    return report(set.topics(), counts);
  }

  /** Of a project, once all is found and told. */
  public Report of(ProjectSession project) {
    project.topics().finish(false, Progress.NONE);
    var counts = new HashMap<Long, Long>();
    project
        .facets()
        .of(Facet.TOPIC, ConversationQuery.ALL, Progress.NONE)
        .forEach((topic, count) -> counts.put(Long.valueOf(topic), count));
    long all = project.totals(ConversationQuery.ALL).conversations();
    long told = counts.values().stream().mapToLong(Long::longValue).sum();
    counts.merge(Topic.OTHER, all - told, Long::sum);
    return report(project.topics().list(), counts);
  }

  private static Report report(List<Topic> topics, Map<Long, Long> counts) {
    return new Report(
        counts.values().stream().mapToLong(Long::longValue).sum(),
        counts.getOrDefault(Topic.OTHER, 0L),
        topics.stream()
            .map(topic -> new Share(topic.name(), counts.getOrDefault(topic.id(), 0L)))
            .sorted((one, other) -> Long.compare(other.conversations(), one.conversations()))
            .toList());
  }

  /** Tells what each sound conversation of a file is about, in its order. */
  static void tell(Path file, TopicSet set, LongConsumer taker) throws UserFacingException {
    var teller = new TopicTeller(set);
    read(file, conversation -> taker.accept(teller.of(conversation)));
  }

  private static void read(Path file, Consumer<Conversation> taker) throws UserFacingException {
    try (var reader = ConversationReader.open(file)) {
      for (var line = reader.next(); line.isPresent(); line = reader.next()) {
        if (line.get() instanceof ConversationReader.Line.Good good) {
          taker.accept(good.conversation());
        }
      }
    } catch (IOException e) {
      throw ApiOrders.unreadable(file, e);
    }
  }
}
