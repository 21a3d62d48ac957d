package studio.timbre.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Split;
import studio.timbre.model.Status;

/** Any sequence of acts, and as many steps back, is where it began. */
class JournalRandomTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void undoingEverythingLeadsBackAndRedoingItLeadsForth(long seed) throws Exception {
    var random = new Random(seed);
    var file = folder.resolve("a.timbre");
    var project = ProjectFile.create(file);
    try {
      project.edits("Ana").addAll(Talk.many(5), Split.TRAINING, Status.DRAFT);
      project.journal().forget();
      // One state for each entry that is not taken back, the first being that before all of them.
      var states = new ArrayList<List<String>>();
      states.add(dump(project));
      for (int act = 0; act < 60; act++) {
        if (random.nextInt(6) == 0) {
          if (project.journal().undo().isPresent()) {
            states.removeLast();
          }
          assertThat(dump(project)).isEqualTo(states.getLast());
        } else {
          int before = project.journal().history(1000).size();
          boolean tail = project.journal().nextRedo().isPresent();
          act(project.edits("Ana"), ids(project), random);
          var after = dump(project);
          boolean changed = !after.equals(states.getLast());
          assertThat(project.journal().nextRedo().isPresent()).isEqualTo(tail && !changed);
          if (changed) {
            states.add(after);
          } else {
            assertThat(project.journal().history(1000)).hasSize(before);
          }
        }
        if (random.nextInt(20) == 0) {
          project.close();
          project = ProjectFile.open(file);
        }
      }
      assertThat(states.size()).isGreaterThan(10);
      for (int i = states.size() - 2; i >= 0; i--) {
        assertThat(project.journal().undo()).isPresent();
        assertThat(dump(project)).isEqualTo(states.get(i));
      }
      assertThat(project.journal().undo()).isEmpty();
      for (int i = 1; i < states.size(); i++) {
        assertThat(project.journal().redo()).isPresent();
        assertThat(dump(project)).isEqualTo(states.get(i));
      }
    } finally {
      project.close();
    }
  }

  private static long[] ids(ProjectFile project) {
    return project.conversations().ids(ConversationQuery.ALL, "x");
  }

  /** Everything that an act can change, and that it can be found by its words. */
  private static List<String> dump(ProjectFile project) {
    Derived.isConsistent(project);
    var lines = new ArrayList<String>();
    project.conversations().each(ConversationQuery.ALL, "x", row -> lines.add(row.toString()));
    lines.add("found " + List.of(project.conversations().totals(Talk.search("many word"), "x")));
    return lines;
  }

  private static void act(Edits edits, long[] ids, Random random) {
    long[] some = random.longs(random.nextInt(4), 0, 30).map(i -> pick(ids, i)).toArray();
    switch (random.nextInt(7)) {
      case 0 -> edits.add(text(random), split(random), Optional.empty());
      case 1 -> edits.add(text(random), split(random), Optional.of(pick(ids, random.nextInt(30))));
      case 2 -> {
        Map<Long, Conversation> changed = new LinkedHashMap<>();
        for (long id : some) {
          changed.put(id, text(random));
        }
        edits.replace(changed);
      }
      case 3 -> edits.duplicate(some);
      case 4 -> edits.delete(some.length == 0 ? some : new long[] {some[0]});
      case 5 -> edits.setStatus(Status.values()[random.nextInt(4)], some);
      default -> edits.setSplit(split(random), some);
    }
  }

  /** Also numbers that are not there. */
  private static long pick(long[] ids, long index) {
    int place = (int) index % (ids.length + 1);
    return place < ids.length ? ids[place] : 1000;
  }

  private static Split split(Random random) {
    return Split.values()[random.nextInt(2)];
  }

  private static Conversation text(Random random) {
    return Talk.of("many " + random.nextInt(5), "word " + random.nextInt(5));
  }
}
