package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Place;
import studio.timbre.model.Problem;
import studio.timbre.model.Progress;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.model.TrainingFilter;

/** Whatever is done to a project, Check says what a look at everything would. */
class KeptLooksTest {
  private static final int ACTS = 240;

  @TempDir Path folder;
  private Timbre timbre;
  private ProjectSession session;
  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  @BeforeEach
  void open() throws Exception {
    timbre = Timbre.startIn(new TimbreFolder(folder.resolve("home")));
    session = timbre.create(folder.resolve("voice.timbre"));
  }

  @AfterEach
  void close() {
    session.close();
    timbre.close();
  }

  private Conversation talk() {
    var words = new ArrayList<String>();
    int template = random.nextInt(4);
    for (int i = 0; i < 24; i++) {
      words.add("w" + template + "x" + i);
    }
    for (int changes = random.nextInt(4); changes > 0; changes--) {
      words.set(random.nextInt(words.size()), "n" + random.nextInt(30));
    }
    if (random.nextInt(6) == 0) {
      words.add("write to maria" + random.nextInt(9) + "@gmail.com");
    }
    String opening = List.of("", "Great question. ", "Yes, ", "No, ").get(random.nextInt(4));
    return TextProblemsTest.talk(
        "When " + random.nextInt(12) + "?", opening + String.join(" ", words));
  }

  private static Map<String, List<Long>> found(ProjectSession session) {
    var found = new TreeMap<String, List<Long>>();
    for (Problem problem : session.problems()) {
      found.put(problem.kind(), List.copyOf(problem.conversations()));
    }
    return found;
  }

  /** As somebody sees it who opens a copy of the project. */
  private Map<String, List<Long>> foundAnew(int number) throws Exception {
    var copy = folder.resolve("copy" + number + ".timbre");
    session.copyTo(copy);
    try (var opened = timbre.open(copy)) {
      return found(opened);
    }
  }

  private void act() {
    long[] ids = session.ids(ConversationQuery.ALL);
    if (ids.length < 8) {
      session.add(talk(), Split.TRAINING, Optional.empty());
      return;
    }
    long id = ids[random.nextInt(ids.length)];
    long other = ids[random.nextInt(ids.length)];
    switch (random.nextInt(14)) {
      case 0 -> session.add(talk(), Split.TRAINING, Optional.empty());
      case 1 -> session.add(talk(), Split.HELD_OUT, Optional.of(id));
      case 2, 3 -> session.replace(Map.of(id, talk()));
      case 4 -> session.delete(id, other);
      case 5 -> session.duplicate(id);
      case 6 -> session.setSplit(random.nextBoolean() ? Split.HELD_OUT : Split.TRAINING, id, other);
      case 7 -> session.setStatus(Status.values()[random.nextInt(4)], id);
      case 8, 9 -> session.undo();
      case 10 -> session.redo();
      case 11 ->
          session.write(
              "move",
              pen -> {
                pen.move(id, random.nextBoolean() ? Place.start() : Place.behind(other));
                return true;
              });
      case 12 -> letPass();
      default -> session.mending().passed().stream().limit(1).forEach(session.mending()::findAgain);
    }
  }

  /** Lets pass some of what is found, of any kind. */
  private void letPass() {
    var problems = session.problems();
    if (!problems.isEmpty()) {
      var problem = problems.get(random.nextInt(problems.size()));
      long[] some =
          problem.conversations().stream()
              .filter(id -> random.nextBoolean())
              .mapToLong(Long::longValue)
              .toArray();
      session.mending().letPass(problem.kind(), "fine", Progress.NONE, some);
    }
  }

  @Test
  void whateverIsDoneCheckSaysWhatALookAtEverythingWould() throws Exception {
    for (int i = 0; i < 60; i++) {
      session.add(talk(), Split.TRAINING, Optional.empty());
    }
    found(session);
    for (int i = 1; i <= ACTS; i++) {
      act();
      if (random.nextInt(3) > 0) {
        found(session);
      }
      if (i % 30 == 0) {
        assertThat(found(session)).as("seed %d, act %d", seed, i).isEqualTo(foundAnew(i));
      }
    }
  }

  @Test
  void anActOnTensOfThousandsAndAnotherChoiceOfWhatIsTrainedOnAreFollowed() throws Exception {
    var talks = new ArrayList<Conversation>();
    for (int i = 0; i < 21_000; i++) {
      talks.add(TextProblemsTest.talk("Question " + i, "Answer number " + i + " of the harbour"));
    }
    session.add(talk(), Split.TRAINING, Optional.empty());
    found(session);
    session.bulk().add(talks, Split.TRAINING, Place.end(), Progress.NONE);
    assertThat(found(session)).doesNotContainKey("too_few_examples");
    session.undo();
    assertThat(found(session)).containsKey("too_few_examples");
    for (int i = 0; i < 12; i++) {
      session.add(talk(), Split.TRAINING, Optional.empty());
    }
    assertThat(found(session)).doesNotContainKey("too_few_examples");
    session.training().set(TrainingFilter.of(Status.APPROVED));
    assertThat(found(session)).isEqualTo(foundAnew(0)).containsKey("too_few_examples");
  }
}
