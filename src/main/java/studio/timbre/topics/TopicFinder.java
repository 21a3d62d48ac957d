package studio.timbre.topics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import studio.timbre.model.topics.Topic;
import studio.timbre.model.topics.TopicSet;

/**
 * Finds out what conversations are about: their words become vectors, these are turned into the few directions in which they differ most,
 * and parted there by their angles. Each part is kept as the words that it says, so that everything after is plain: a conversation belongs
 * to the topic whose words it says most. Each language is parted by itself. The same conversations always have the same topics.
 */
public final class TopicFinder {
  /** Fewer of a language have no topics. */
  public static final int FEWEST = 30;

  /** Each direction needs some conversations to be told from chance. */
  private static final int TALKS_A_DIRECTION = 15;

  private static final int FEWEST_DIRECTIONS = 10;
  private static final int MOST_DIRECTIONS = 50;

  /** Fewer tell nothing apart. */
  private static final int FEWEST_WORDS = 4;

  /** So many conversations a topic in the middle, at least. */
  private static final int TALKS_A_TOPIC = 12;

  /** Of a language; people keep about that many apart. */
  private static final int MOST_TOPICS = 16;

  /** Of all languages, shared by how much is said in each. */
  private static final int TOPICS_IN_ALL = 20;

  private static final int FEWEST_TOPICS = 4;

  /** How many groups there are is looked at on so many. */
  private static final int COUNTED_ON = 4_000;

  private static final int TRIES = 6;

  /** What is said by fewer is no topic. */
  private static final int FEWEST_OF_A_TOPIC = 3;

  private static final int MOST_TERMS = 150;

  /** What has no list of short words is one language where it is that much of all. */
  private static final double UNKNOWN_SHARE = 0.3;

  private TopicFinder() {}

  /**
   * Topics, numbered from 1 on in the order of their size; none where there is too little.
   *
   * @param sample in an order that does not hang on chance: see {@link TopicSample}
   */
  public static TopicSet find(TopicSample sample) {
    return find(sample, () -> {});
  }

  /**
   * As the other.
   *
   * @param goOn asked many times a second: what it throws ends the search
   */
  public static TopicSet find(TopicSample sample, Runnable goOn) {
    var talks = sample.talks();
    var found = new ArrayList<Found>();
    languages(talks).forEach((_, spoken) -> found.addAll(topics(spoken, talks.size(), goOn)));
    found.sort(
        Comparator.comparingInt((Found topic) -> topic.size)
            .reversed()
            .thenComparing(topic -> topic.name));
    var rarity = new TreeMap<String, Double>();
    found.forEach(
        topic -> topic.rarity.forEach((stem, value) -> rarity.merge(stem, value, Math::min)));
    var names = new HashMap<String, Integer>();
    var topics = new ArrayList<Topic>();
    for (var topic : found) {
      int same = names.merge(topic.name, 1, Integer::sum);
      String name = same == 1 ? topic.name : topic.name + " " + same;
      topics.add(new Topic(topics.size() + 1L, name, false, topic.terms));
    }
    return new TopicSet(rarity, topics);
  }

  /** One topic of a language. */
  private record Found(
      String name, int size, Map<String, Double> terms, Map<String, Double> rarity) {}

  /** Languages of which there is enough; small ones are told by the words that they share with others. */
  private static Map<String, List<Talk>> languages(List<Talk> talks) {
    var languages = new TreeMap<String, List<Talk>>();
    talks.forEach(
        talk -> languages.computeIfAbsent(talk.language(), _ -> new ArrayList<>()).add(talk));
    var unknown = languages.getOrDefault("", List.of());
    if (unknown.size() < UNKNOWN_SHARE * talks.size()) {
      languages.remove("");
    }
    languages.values().removeIf(spoken -> spoken.size() < FEWEST);
    return languages;
  }

  private static List<Found> topics(List<Talk> spoken, int all, Runnable goOn) {
    goOn.run();
    var vocabulary = Vocabulary.of(spoken);
    var talks =
        spoken.stream()
            .peek(_ -> goOn.run())
            .filter(talk -> !vocabulary.vector(talk).isEmpty())
            .toList();
    var words = talks.stream().map(vocabulary::vector).toList();
    int share = (int) Math.round(TOPICS_IN_ALL * (double) spoken.size() / all);
    int most =
        Math.min(words.size() / TALKS_A_TOPIC, Math.clamp(share, FEWEST_TOPICS, MOST_TOPICS));
    if (most < 2 || vocabulary.size() < FEWEST_WORDS) {
      return List.of();
    }
    int width = vocabulary.size();
    int[] large = groups(words, width, most, goOn);
    int[] groups = new SmallTopics(words, width, goOn).among(large, centres(words, large, width));
    var centres = centres(words, groups, width);
    var names = new TopicNames(vocabulary, talks, centres);
    var found = new ArrayList<Found>();
    for (int group = 0; group < centres.length; group++) {
      goOn.run();
      int size = size(groups, group);
      if (size >= FEWEST_OF_A_TOPIC) {
        found.add(
            new Found(
                names.name(group), size, terms(vocabulary, centres[group]), rarity(vocabulary)));
      }
    }
    return found;
  }

  private static int size(int[] groups, int group) {
    return (int) Arrays.stream(groups).filter(each -> each == group).count();
  }

  private static int[] groups(List<WordVector> words, int width, int most, Runnable goOn) {
    int count =
        Math.min(
            width,
            Math.clamp(words.size() / TALKS_A_DIRECTION, FEWEST_DIRECTIONS, MOST_DIRECTIONS));
    var directions = new MainDirections(words, width, count, goOn);
    var turned = words.stream().map(directions::of).toList();
    int step = 1 + turned.size() / (COUNTED_ON + 1);
    var some =
        IntStream.range(0, turned.size()).filter(i -> i % step == 0).mapToObj(turned::get).toList();
    int topics = TopicCount.of(some, count, most, goOn);
    return new SphericalKMeans(turned, count, goOn).part(topics, TRIES).groups();
  }

  /** Of what is said in each group. */
  private static float[][] centres(List<WordVector> words, int[] groups, int width) {
    var centres = new float[1 + Arrays.stream(groups).max().orElse(-1)][width];
    for (int i = 0; i < groups.length; i++) {
      words.get(i).addTo(centres[groups[i]]);
    }
    for (var centre : centres) {
      double length = length(centre);
      for (int word = 0; word < width && length > 0; word++) {
        centre[word] /= (float) length;
      }
    }
    return centres;
  }

  private static double length(float... vector) {
    double squares = 0;
    for (float each : vector) {
      squares += each * (double) each;
    }
    return Math.sqrt(squares);
  }

  private static Map<String, Double> terms(Vocabulary vocabulary, float... centre) {
    var most =
        IntStream.range(0, centre.length)
            .filter(word -> centre[word] > 0)
            .boxed()
            .sorted(
                Comparator.comparingDouble((Integer word) -> -centre[word])
                    .thenComparing(Comparator.naturalOrder()))
            .limit(MOST_TERMS)
            .toList();
    double length =
        Math.sqrt(most.stream().mapToDouble(word -> centre[word] * (double) centre[word]).sum());
    var terms = new LinkedHashMap<String, Double>();
    most.forEach(word -> terms.put(vocabulary.stem(word), centre[word] / length));
    return Collections.unmodifiableMap(terms);
  }

  private static Map<String, Double> rarity(Vocabulary vocabulary) {
    var rarity = new HashMap<String, Double>();
    for (int word = 0; word < vocabulary.size(); word++) {
      rarity.put(vocabulary.stem(word), vocabulary.rarity(word));
    }
    return rarity;
  }
}
