package studio.timbre.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Place;
import studio.timbre.model.Split;
import studio.timbre.model.Status;

/** However often rows are moved to and fro at one place, their keys stay short and their order right. */
class RoomTest {
  private static final int ROWS = 300;
  private static final int MOVES = 400;

  @TempDir Path folder;
  private ProjectFile project;

  @BeforeEach
  void create() throws Exception {
    project = ProjectFile.create(folder.resolve("voice.timbre"));
    project.edits("Ana").addAll(Talk.many(ROWS), Split.TRAINING, Status.DRAFT);
  }

  @AfterEach
  void close() {
    project.close();
  }

  private List<Long> order() {
    var order = new ArrayList<Long>();
    for (long id : project.conversations().ids(ConversationQuery.ALL, "")) {
      order.add(id);
    }
    return order;
  }

  private long longest() {
    return project
        .database()
        .read(
            connection -> Sql.number(connection, "SELECT max(length(position)) FROM conversation"));
  }

  /** Each between the two that were moved last, on the other side of the last one: what makes keys grow most. */
  private void moveToAndFro(List<Long> expected, int moves) {
    var edits = project.edits("Ana");
    for (int i = 0; i < moves; i++) {
      // From the far end, one after the other, into the gap that the last move has made.
      long moved = expected.getLast();
      long left = expected.get(100 + i / 2);
      edits.write(
          "move",
          pen -> {
            pen.move(moved, Place.behind(left));
            return true;
          });
      expected.removeLast();
      expected.add(expected.indexOf(left) + 1, moved);
    }
  }

  @Test
  void keysStayShortAndTheOrderRight() {
    var expected = order();
    moveToAndFro(expected, 150);
    assertThat(order()).isEqualTo(expected);
    assertThat(longest()).isLessThanOrEqualTo(Room.LONGEST);
  }

  @Test
  void withoutRoomBeingMadeTheyWouldNot() {
    var low = PositionKey.first();
    var high = PositionKey.after(low);
    for (int i = 0; i < 150; i++) {
      var key = PositionKey.between(low, high);
      low = i % 2 == 0 ? key : low;
      high = i % 2 == 0 ? high : key;
    }
    assertThat(Math.max(low.length, high.length)).isGreaterThan(Room.LONGEST);
  }

  @Test
  void whatMadeRoomIsTakenBackWithTheMove() {
    var before = order();
    var expected = new ArrayList<>(before);
    var keys = keys();
    moveToAndFro(expected, 150);
    assertThat(project.journal().history(200))
        .as("room was made")
        .anyMatch(change -> change.conversations() > 1 && change.kind().equals("move"));
    for (int i = 0; i < 150; i++) {
      assertThat(project.journal().undo()).isPresent();
    }
    assertThat(order()).isEqualTo(before);
    assertThat(keys()).isEqualTo(keys);
    for (int i = 0; i < 150; i++) {
      assertThat(project.journal().redo()).isPresent();
    }
    assertThat(order()).isEqualTo(expected);
  }

  private List<String> keys() {
    return project
        .database()
        .read(
            connection ->
                Sql.list(
                    connection,
                    row -> row.getString(1),
                    "SELECT hex(position) FROM conversation ORDER BY id"));
  }

  @Test
  void newOnesComeToAndFroAtTheEndsToo() {
    var edits = project.edits("Ana");
    long left = order().getFirst();
    var expected = order();
    for (int i = 0; i < MOVES; i++) {
      var behind = Optional.of(left);
      long added = edits.add(Talk.of("Where " + i, "Here"), Split.TRAINING, behind);
      expected.add(expected.indexOf(left) + 1, added);
      left = i % 2 == 0 ? added : left;
    }
    assertThat(order()).isEqualTo(expected);
    assertThat(longest()).isLessThanOrEqualTo(Room.LONGEST);
  }
}
