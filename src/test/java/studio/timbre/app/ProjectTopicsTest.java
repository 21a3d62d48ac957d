package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.app.TopicStanding.State;
import studio.timbre.checks.TextProblem;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationFilter;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Curated;
import studio.timbre.model.Facet;
import studio.timbre.model.Place;
import studio.timbre.model.Problem;
import studio.timbre.model.Progress;
import studio.timbre.model.SavedView;
import studio.timbre.model.Split;
import studio.timbre.model.topics.Topic;
import studio.timbre.topics.MadeTalks;

/** Topics of a project, which follow what is done to its conversations. */
class ProjectTopicsTest {
  @TempDir Path folder;
  private Timbre timbre;
  private ProjectSession session;

  @BeforeEach
  void create() throws Exception {
    timbre = Timbre.startIn(new TimbreFolder(folder.resolve("home")));
    session = timbre.create(folder.resolve("a.timbre"));
  }

  @AfterEach
  void close() {
    session.close();
    timbre.close();
  }

  private void add(String topic, int from, int to) {
    session.write(
        "import",
        pen -> {
          for (int i = from; i < to; i++) {
            pen.add(Curated.draft(MadeTalks.about(topic, i), Split.TRAINING), Place.end());
          }
          return true;
        });
  }

  private void addAll(int ofEach) {
    MadeTalks.TOPICS.keySet().stream().sorted().forEach(topic -> add(topic, 0, ofEach));
  }

  /** All is told, and nothing is left to do. */
  private void settle() {
    session.topics().finish(false, Progress.NONE);
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + 30_000_000_000L;
    while (!condition.getAsBoolean() && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  private Map<String, Long> counts() {
    return session.facets().of(Facet.TOPIC, ConversationQuery.ALL, Progress.NONE);
  }

  private long[] about(long topic) {
    return session.ids(ConversationQuery.of(ConversationFilter.ALL.withTopics(Set.of(topic))));
  }

  private Topic topicOf(long conversation) {
    return session.topics().list().stream()
        .filter(
            topic -> java.util.Arrays.stream(about(topic.id())).anyMatch(id -> id == conversation))
        .findFirst()
        .orElseThrow();
  }

  private Optional<Problem> problem(TextProblem kind) {
    return session.problems().stream()
        .filter(problem -> problem.kind().equals(kind.kind()))
        .findFirst();
  }

  @Test
  void topicsComeByThemselvesOnceThereIsEnough() throws Exception {
    addAll(40);
    await(() -> session.topics().standing().state() == State.DONE);
    assertThat(session.topics().list()).hasSize(4);
    assertThat(counts().values().stream().mapToLong(Long::longValue).sum()).isEqualTo(160);
  }

  @Test
  void ofAHandfulThereAreNone() {
    addAll(5);
    settle();
    assertThat(session.topics().list()).isEmpty();
    assertThat(counts()).isEmpty();
    assertThat(session.topics().standing().state()).isEqualTo(State.NONE);
  }

  @Test
  void anEditAnUndoAndACopyAreFollowedWithoutFindingAnew() {
    addAll(40);
    settle();
    long delivery = session.ids(ConversationQuery.ALL)[0];
    long grinder = session.ids(ConversationQuery.ALL)[41];
    var before = topicOf(delivery);
    var other = topicOf(grinder);
    session.replace(Map.of(delivery, MadeTalks.about("grinder", 7)));
    settle();
    assertThat(topicOf(delivery)).isEqualTo(other);
    session.undo();
    settle();
    assertThat(topicOf(delivery)).isEqualTo(before);
    long copy = session.duplicate(grinder)[0];
    settle();
    assertThat(topicOf(copy)).isEqualTo(other);
    session.delete(grinder);
    session.undo();
    settle();
    assertThat(topicOf(grinder)).isEqualTo(other);
  }

  @Test
  void aNameThatAPersonGaveStaysWhereTopicsAreFoundAnewAndInSavedViews() throws Exception {
    addAll(40);
    settle();
    var topic = session.topics().list().getFirst();
    assertThat(session.topics().rename(topic.id(), " Our own ")).isTrue();
    assertThat(session.topics().rename(session.topics().list().get(1).id(), "our own")).isFalse();
    assertThat(session.topics().rename(topic.id(), " ")).isFalse();
    var view =
        SavedView.of(
            "Mine", ConversationQuery.of(ConversationFilter.ALL.withTopics(Set.of(topic.id()))));
    session.views().save(view);
    MadeTalks.TOPICS.keySet().forEach(each -> add(each, 40, 90));
    settle();
    assertThat(session.topics().find("OUR OWN")).map(Topic::id).contains(topic.id());
    assertThat(session.views().find("Mine").orElseThrow().query()).isEqualTo(view.query());
    assertThat(about(topic.id()).length).isBetween(80, 100);
    var file = session.file();
    session.close();
    session = timbre.open(file);
    assertThat(session.topics().find("Our own")).isPresent();
    assertThat(about(topic.id()).length).isBetween(80, 100);
  }

  @Test
  void aTopicWithNextToNoExamplesIsFoundAndGoesWhenThereAreMore() {
    addAll(60);
    settle();
    long[] grinders = about(topicOf(session.ids(ConversationQuery.ALL)[61]).id());
    long[] most = java.util.Arrays.copyOf(grinders, grinders.length - 5);
    session.delete(most);
    settle();
    var rare = problem(TextProblem.RARE_TOPIC).orElseThrow();
    assertThat(rare.conversations()).hasSize(5);
    assertThat(rare.detail()).contains(topicOf(rare.conversations().getFirst()).name());
    assertThat(
            session.ids(
                ConversationQuery.of(
                    ConversationFilter.ALL.withProblems(Set.of(TextProblem.RARE_TOPIC.kind())))))
        .hasSize(5);
    session.undo();
    settle();
    assertThat(problem(TextProblem.RARE_TOPIC)).isEmpty();
    // What is held out is not learned.
    session.setSplit(Split.HELD_OUT, most);
    assertThat(problem(TextProblem.RARE_TOPIC).orElseThrow().conversations()).hasSize(5);
  }

  @Test
  void aTopicOfMoreThanHalfIsFoundAndFollowsEdits() {
    addAll(40);
    settle();
    assertThat(problem(TextProblem.DOMINANT_TOPIC)).isEmpty();
    add("visit", 40, 110);
    session.problems();
    add("visit", 110, 180);
    settle();
    var found = problem(TextProblem.DOMINANT_TOPIC).orElseThrow();
    assertThat(found.conversations().size()).isBetween(170, 190);
    session
        .mending()
        .letPass(found.kind(), "as many ask", Progress.NONE, found.conversations().getFirst());
    assertThat(problem(TextProblem.DOMINANT_TOPIC).orElseThrow().conversations())
        .hasSize(found.conversations().size() - 1);
  }

  @Test
  void tellingCanBePausedAndGoesOn() throws Exception {
    session.topics().pause();
    addAll(40);
    session.topics().goOn();
    await(() -> session.topics().standing().state() == State.DONE);
    session.topics().pause();
    session.add(MadeTalks.about("visit", 500), Split.TRAINING, Optional.empty());
    assertThat(counts().values().stream().mapToLong(Long::longValue).sum()).isEqualTo(160);
    session.topics().goOn();
    await(() -> counts().values().stream().mapToLong(Long::longValue).sum() == 161);
  }

  @Test
  void topicsAreFoundAnewWhenSomebodyAsks() throws Exception {
    addAll(40);
    settle();
    var before = List.copyOf(session.topics().list());
    for (long id : session.ids(ConversationQuery.ALL)) {
      if (topicOf(id).equals(before.getFirst())) {
        session.replace(Map.of(id, Conversation.of()));
      }
    }
    settle();
    assertThat(session.topics().list()).isEqualTo(before);
    session.topics().finish(true, Progress.NONE);
    assertThat(session.topics().list())
        .hasSizeLessThanOrEqualTo(4)
        .doesNotContain(before.getFirst());
  }

  @Test
  void topicsThatArePutTogetherAreCountedAndFoundAsOne() throws Exception {
    addAll(40);
    add("visit", 40, 70);
    settle();
    var before = counts();
    var visit =
        topicOf(session.ids(ConversationQuery.ALL)[session.ids(ConversationQuery.ALL).length - 1]);
    var other =
        session.topics().list().stream()
            .filter(topic -> topic.id() != visit.id())
            .findFirst()
            .orElseThrow();
    long own = about(other.id()).length;
    long all = own + about(visit.id()).length;
    assertThat(problem(TextProblem.DOMINANT_TOPIC)).isEmpty();
    var joining = session.topics().join(other.id(), visit.id()).orElseThrow();
    assertThat(session.topics().list()).hasSize(3).doesNotContain(other);
    assertThat(counts()).hasSize(before.size() - 1).containsEntry(String.valueOf(visit.id()), all);
    assertThat((long) about(visit.id()).length).isEqualTo(all);
    assertThat(about(other.id())).as("a saved view of the one goes on").hasSize((int) own);
    assertThat(session.facets().topicNames()).containsEntry(other.id(), other.name());
    assertThat(problem(TextProblem.DOMINANT_TOPIC).orElseThrow().conversations())
        .hasSize((int) all);
    assertThat(session.topics().join(other.id(), visit.id())).isEmpty();
    assertThat(session.topics().join(visit.id(), visit.id())).isEmpty();
    var file = session.file();
    session.close();
    session = timbre.open(file);
    session.topics().finish(true, Progress.NONE);
    assertThat(session.topics().list()).as("found anew").hasSize(3);
    assertThat((long) about(visit.id()).length).isBetween(all - 4, all + 4);
    session.topics().takeBack(joining);
    assertThat(session.topics().list()).hasSize(4);
    assertThat(problem(TextProblem.DOMINANT_TOPIC)).isEmpty();
    var again = session.topics().join(other.id(), visit.id()).orElseThrow();
    assertThat(session.topics().part(visit.id())).isPresent();
    assertThat(session.topics().part(visit.id())).isEmpty();
    assertThat(session.topics().list()).hasSize(4);
    assertThat(again.before()).containsExactly(Map.entry(other.id(), 0L));
  }

  @Test
  void whatIsPutTogetherTakesAlongWhatIsCountedUnderIt() {
    addAll(40);
    settle();
    var topics = session.topics().list();
    session.topics().join(topics.get(0).id(), topics.get(1).id());
    var second = session.topics().join(topics.get(1).id(), topics.get(2).id()).orElseThrow();
    assertThat(session.topics().list()).hasSize(2);
    assertThat(session.topics().joined().get(topics.get(2).id())).hasSize(2);
    session.topics().takeBack(second);
    assertThat(session.topics().list()).hasSize(3);
    assertThat(session.topics().joined().get(topics.get(1).id()))
        .extracting(Topic::id)
        .containsExactly(topics.get(0).id());
  }
}
