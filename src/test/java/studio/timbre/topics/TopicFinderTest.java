package studio.timbre.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import studio.timbre.json.Fingerprint;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Role;
import studio.timbre.model.topics.Topic;
import studio.timbre.model.topics.TopicSet;

class TopicFinderTest {
  @Test
  void topicsAreFoundWithTheirWordsAndAllButAFewAreToldRight() {
    var set = find(MadeTalks.ofEach(60));
    var teller = new TopicTeller(set);
    var agreement = new Agreement();
    MadeTalks.TOPICS
        .keySet()
        .forEach(
            topic -> {
              for (int i = 0; i < 60; i++) {
                agreement.add(topic, teller.of(MadeTalks.about(topic, i)));
              }
            });
    assertThat(agreement.adjustedRandIndex()).isGreaterThan(0.9);
    assertThat(set.topics()).hasSize(4);
    assertThat(set.topics())
        .allSatisfy(
            topic ->
                assertThat(MadeTalks.TOPICS.values().stream().flatMap(List::stream))
                    .anyMatch(word -> topic.name().toLowerCase().contains(word.toLowerCase())));
    assertThat(set.topics()).extracting(Topic::id).containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void theOrderInWhichConversationsComeChangesNothing() {
    var talks = new ArrayList<>(MadeTalks.ofEach(40));
    var first = find(talks);
    Collections.shuffle(talks, new Random(7));
    talks.addAll(talks.subList(0, 30));
    assertThat(find(talks)).isEqualTo(first);
  }

  @Test
  void ofTooFewNothingIsFound() {
    assertThat(find(MadeTalks.ofEach(7)).topics()).isEmpty();
    assertThat(find(List.of()).topics()).isEmpty();
  }

  @Test
  void whatSaysTheSameEverywhereHasNoTopics() {
    var same = new ArrayList<Conversation>();
    for (int i = 0; i < 50; i++) {
      same.add(
          Conversation.of(
              Message.of(Role.USER, "Where is my order? " + i),
              Message.of(Role.ASSISTANT, "It has left us.")));
    }
    assertThat(find(same).topics()).isEmpty();
  }

  @Test
  void languagesArePartedByThemselves() {
    var talks = new ArrayList<>(MadeTalks.ofEach(40));
    for (int i = 0; i < 80; i++) {
      talks.add(
          Conversation.of(
              Message.of(
                  Role.USER,
                  i % 2 == 0
                      ? "Oi, quando é que chega a minha encomenda com o frete " + letters(i) + "?"
                      : "Olá, como é que eu limpo o moedor e a lâmina dele " + letters(i) + "?"),
              Message.of(Role.ASSISTANT, "Vamos ver isso para você já.")));
    }
    var set = find(talks);
    var teller = new TopicTeller(set);
    var delivery = teller.of(talks.get(160));
    var grinder = teller.of(talks.get(161));
    assertThat(delivery).isNotEqualTo(grinder).isNotEqualTo(Topic.OTHER);
    assertThat(set.topics().get((int) delivery - 1).name().toLowerCase()).contains("encomenda");
  }

  private static String letters(int number) {
    return "x" + (char) ('a' + number / 10) + (char) ('a' + number % 10);
  }

  @Test
  void whatIsNearNoTopicIsSomethingElse() {
    var teller = new TopicTeller(find(MadeTalks.ofEach(40)));
    var weather =
        Conversation.of(Message.of(Role.USER, "Which planets have rings of ice around them?"));
    assertThat(teller.of(weather)).isEqualTo(Topic.OTHER);
    assertThat(teller.of(Conversation.of())).isEqualTo(Topic.OTHER);
    assertThat(new TopicTeller(TopicSet.NONE).of(weather)).isEqualTo(Topic.OTHER);
  }

  @Test
  void ofMoreThanAreLookedAtTheSameAreChosenInAnyOrder() {
    var one = new TopicSample(50);
    var other = new TopicSample(50);
    var talks = MadeTalks.ofEach(60);
    talks.forEach(talk -> one.add(Fingerprint.of(talk), talk));
    talks.reversed().forEach(talk -> other.add(Fingerprint.of(talk), talk));
    assertThat(one.size()).isEqualTo(50);
    assertThat(one.talks()).isEqualTo(other.talks());
  }

  @Test
  void aTopicThatIsFoundAgainKeepsItsNumberAndTheNameThatAPersonGave() {
    var before = find(MadeTalks.ofEach(40));
    var named = new ArrayList<Topic>();
    for (var topic : before.topics()) {
      named.add(
          topic.id() == 2
              ? new Topic(12, "My own words", true, topic.terms())
              : new Topic(topic.id() + 10, topic.name(), false, topic.terms()));
    }
    var after =
        Succession.of(new TopicSet(before.rarity(), named), find(MadeTalks.ofEach(70)), 100);
    assertThat(after.topics()).extracting(Topic::id).containsExactlyInAnyOrder(11L, 12L, 13L, 14L);
    assertThat(after.topics())
        .filteredOn(Topic::isRenamed)
        .extracting(Topic::name)
        .containsExactly("My own words");
  }

  @Test
  void aTopicThatIsNewHasANumberThatNoneHadBefore() {
    var before = new TopicSet(Map.of(), List.of(new Topic(3, "Bees", true, Map.of("bee", 1.0))));
    var after = Succession.of(before, find(MadeTalks.ofEach(40)), 9);
    assertThat(after.topics()).extracting(Topic::id).containsExactly(9L, 10L, 11L, 12L);
    assertThat(after.topics()).noneMatch(Topic::isRenamed);
  }

  @Test
  void topicsThatWerePutTogetherStaySoAlsoWithoutTheOneThatTheyAreCountedUnder() {
    var bees = new Topic(3, "Insects", true, Map.of("bee", 1.0));
    var wasps = new Topic(4, "Wasp", false, Map.of("wasp", 1.0), 3);
    var ants = new Topic(5, "Ant", false, Map.of("ant", 1.0), 3);
    var before = new TopicSet(Map.of(), List.of(bees, wasps, ants));
    var all =
        Succession.of(
            before,
            new TopicSet(
                Map.of(),
                List.of(
                    new Topic(1, "Bee", false, Map.of("bee", 1.0)),
                    new Topic(2, "Wasp", false, Map.of("wasp", 1.0)))),
            9);
    assertThat(all.topics()).containsExactly(bees, wasps);
    var rest =
        Succession.of(
            before,
            new TopicSet(
                Map.of(),
                List.of(
                    new Topic(1, "Wasp", false, Map.of("wasp", 1.0)),
                    new Topic(2, "Ant", false, Map.of("ant", 1.0)))),
            9);
    assertThat(rest.topics())
        .containsExactly(new Topic(3, "Insects", true, Map.of("wasp", 1.0)), ants);
  }

  /** A project is closed at any moment, and nobody waits for the rest. */
  @Test
  void whoeverCallsItOffIsHeardAtEveryStep() {
    var sample = new TopicSample();
    MadeTalks.ofEach(100).forEach(talk -> sample.add(Fingerprint.of(talk), talk));
    var questions = new AtomicInteger();
    TopicFinder.find(sample, questions::incrementAndGet);
    // Once for each conversation, and in every round of what is reckoned from them.
    assertThat(questions.get()).isGreaterThan(4 * 100 + 200);
    for (int last = 0; last < questions.get(); last += 97) {
      var left = new AtomicInteger(last);
      assertThatThrownBy(
              () ->
                  TopicFinder.find(
                      sample,
                      () -> {
                        if (left.getAndDecrement() == 0) {
                          throw new CancellationException("enough");
                        }
                      }))
          .hasMessage("enough");
      assertThat(left.get()).as("asked no more").isEqualTo(-1);
    }
  }

  static TopicSet find(List<Conversation> talks) {
    var sample = new TopicSample();
    talks.forEach(talk -> sample.add(Fingerprint.of(talk), talk));
    return TopicFinder.find(sample);
  }

  @Test
  void theDirectionsStandUprightOnEachOther() {
    var talks = MadeTalks.ofEach(20).stream().map(Talk::of).toList();
    var vocabulary = Vocabulary.of(talks);
    var vectors = talks.stream().map(vocabulary::vector).toList();
    var directions = new MainDirections(vectors, vocabulary.size(), 4, () -> {});
    // All that these conversations say of their topics lies in four directions.
    var lengths = new TreeMap<Double, Integer>();
    for (var vector : vectors) {
      var turned = directions.of(vector);
      double squares = 0;
      for (float each : turned.weights()) {
        squares += each * each;
      }
      lengths.merge(Math.rint(squares * 1000) / 1000, 1, Integer::sum);
    }
    assertThat(lengths).containsOnlyKeys(1.0);
  }
}
