package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.json.ConversationJson;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Place;
import studio.timbre.model.Progress;
import studio.timbre.model.Split;
import studio.timbre.model.WrittenFormat;

class HoldingOutTest {
  @TempDir Path folder;
  private Timbre timbre;
  private ProjectSession session;
  private final Random random = new Random(3);

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

  private String words(int count) {
    var words = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      words.add(Integer.toString(random.nextInt(1 << 20), 36) + "a");
    }
    return String.join(" ", words);
  }

  /** Families of three that are nearly the same: asked in other words each. */
  private List<Conversation> families(int count) {
    var talks = new ArrayList<Conversation>();
    for (int i = 0; i < count; i++) {
      String answer = words(60);
      for (String question : List.of("What about ", "And how is ", "Tell me of ")) {
        talks.add(TextProblemsTest.talk(question + i + "?", answer));
      }
    }
    return talks;
  }

  private long[] add(List<Conversation> talks) {
    return session.bulk().add(talks, Split.TRAINING, Place.end(), Progress.NONE);
  }

  private Map<Long, Split> sides() {
    var sides = new java.util.TreeMap<Long, Split>();
    for (var row : session.rows(session.ids(ConversationQuery.ALL))) {
      sides.put(row.id(), row.split());
    }
    return sides;
  }

  @Test
  void twinsStayTogetherAndTheShareIsAboutWhatWasAsked() {
    long[] ids = add(families(200));
    long before = session.journalPosition();
    session.bulk().holdOut(20, Progress.NONE, ids);
    var sides = sides();
    long held = sides.values().stream().filter(side -> side == Split.HELD_OUT).count();
    assertThat(held).isBetween(60L, 180L);
    for (int i = 0; i < ids.length; i += 3) {
      assertThat(
              new HashSet<>(
                  List.of(sides.get(ids[i]), sides.get(ids[i + 1]), sides.get(ids[i + 2]))))
          .as("family of %d", ids[i])
          .hasSize(1);
    }
    assertThat(session.problems()).noneMatch(problem -> problem.kind().equals("held_out_leak"));
    assertThat(session.undo()).isPresent();
    assertThat(session.journalPosition()).as("one step").isEqualTo(before);
    assertThat(sides().values()).containsOnly(Split.TRAINING);
  }

  @Test
  void whatWasThereStaysOnItsSideWhenMoreComes() {
    long[] ids = add(families(60));
    session.bulk().holdOut(30, Progress.NONE, ids);
    var then = sides();
    add(families(60));
    session.bulk().holdOut(30, Progress.NONE, session.ids(ConversationQuery.ALL));
    assertThat(sides()).containsAllEntriesOf(then);
  }

  @Test
  void aPartOfAFamilyBringsTheOthersAlong() {
    long[] ids = add(families(40));
    var first = new long[40];
    for (int i = 0; i < first.length; i++) {
      first[i] = ids[3 * i + 2];
    }
    session.bulk().holdOut(50, Progress.NONE, first);
    var sides = sides();
    assertThat(sides.values()).contains(Split.HELD_OUT);
    for (int i = 0; i < ids.length; i += 3) {
      assertThat(sides.get(ids[i])).isEqualTo(sides.get(ids[i + 2]));
    }
  }

  @Test
  void aLeakIsMendedByPuttingTwinsOnOneSide() {
    long[] ids = add(families(12));
    session.setSplit(Split.HELD_OUT, ids[1], ids[3]);
    var leak =
        session.problems().stream()
            .filter(problem -> problem.kind().equals("held_out_leak"))
            .findFirst()
            .orElseThrow();
    assertThat(leak.conversations()).hasSize(6);
    int moved =
        session
            .mending()
            .mend(
                leak.kind(),
                Progress.NONE,
                leak.conversations().stream().mapToLong(Long::longValue).toArray());
    assertThat(moved).as("one comes back, two follow the first").isEqualTo(3);
    assertThat(session.problems()).noneMatch(problem -> problem.kind().equals("held_out_leak"));
    assertThat(sides())
        .containsEntry(ids[1], Split.TRAINING)
        .containsEntry(ids[3], Split.HELD_OUT)
        .containsEntry(ids[4], Split.HELD_OUT);
  }

  @Test
  void aFileIsPartedAsAProjectIs() throws Exception {
    var talks = families(80);
    long[] ids = add(talks);
    session.bulk().holdOut(25, Progress.NONE, ids);
    var source = folder.resolve("all.jsonl");
    var lines = new ArrayList<String>();
    talks.forEach(talk -> lines.add(ConversationJson.write(talk)));
    Files.write(source, lines);
    var target = folder.resolve("out.jsonl");
    FileConversion.convert(
        source,
        target,
        new FileConversion.Wanted(
            Optional.empty(), TableMappings.GUESSED, WrittenFormat.LINES, Optional.of(25.0), false),
        Progress.NONE);
    var sides = sides();
    var held = new ArrayList<String>();
    for (int i = 0; i < ids.length; i++) {
      if (sides.get(ids[i]) == Split.HELD_OUT) {
        held.add(lines.get(i));
      }
    }
    assertThat(Files.readAllLines(FileConversion.heldOutFile(target))).isEqualTo(held);
    assertThat(Files.readAllLines(target)).hasSize(ids.length - held.size());
  }
}
