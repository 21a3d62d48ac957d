package studio.timbre.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TableSelectionTest {
  private static final int COLUMNS = 5;

  private final IdList ids = new IdList();
  private final TableSelection selection = new TableSelection(ids, () -> COLUMNS, () -> {});

  @BeforeEach
  void tenRows() {
    ids.replace(LongStream.range(100, 110).toArray());
  }

  @Test
  void shiftStretchesFromTheActiveCellAndBackOverIt() {
    selection.goTo(new Spot(4, 2));
    selection.extendTo(new Spot(6, 3));
    assertThat(selection.blocks()).containsExactly(new Block(4, 6, 2, 3));
    selection.extendTo(new Spot(3, 0));
    assertThat(selection.blocks()).containsExactly(new Block(3, 4, 0, 2));
    assertThat(selection.active()).isEqualTo(new Spot(4, 2));
    assertThat(selection.numbers()).containsExactly(103, 104);
  }

  @Test
  void severalRangesCountEachRowOnceAndInTheOrderOfTheTable() {
    selection.goTo(new Spot(6, 0));
    selection.extendTo(new Spot(8, 0));
    selection.begin(new Spot(1, 3));
    selection.begin(new Spot(7, 4));
    assertThat(selection.count()).isEqualTo(4);
    assertThat(selection.numbers()).containsExactly(101, 106, 107, 108);
    assertThat(selection.contains(7, 4)).isTrue();
    assertThat(selection.contains(6, 4)).isFalse();
    assertThat(selection.columns()).containsExactly(0, 3, 4);
  }

  @Test
  void aCellOfSeveralIsLetGoByChoosingItAgain() {
    selection.goTo(new Spot(1, 1));
    selection.begin(new Spot(3, 1));
    selection.begin(new Spot(3, 1));
    assertThat(selection.blocks()).containsExactly(new Block(1, 1, 1, 1));
    assertThat(selection.active()).isEqualTo(new Spot(1, 1));
  }

  @Test
  void theActiveCellGoesAroundInsideOfARangeAndBack() {
    selection.goTo(new Spot(4, 2));
    selection.extendTo(new Spot(5, 3));
    var seen = new ArrayList<Spot>();
    for (int step = 0; step < 4; step++) {
      assertThat(selection.goAround(Block.Way.IN_ROWS, false)).isTrue();
      seen.add(selection.active());
    }
    assertThat(seen)
        .containsExactly(new Spot(4, 3), new Spot(5, 2), new Spot(5, 3), new Spot(4, 2));
    selection.goAround(Block.Way.IN_COLUMNS, false);
    selection.goAround(Block.Way.IN_COLUMNS, false);
    assertThat(selection.active()).isEqualTo(new Spot(4, 3));
    selection.goAround(Block.Way.IN_COLUMNS, true);
    assertThat(selection.active()).isEqualTo(new Spot(5, 2));
    assertThat(selection.blocks()).containsExactly(new Block(4, 5, 2, 3));
    selection.goTo(new Spot(4, 2));
    assertThat(selection.goAround(Block.Way.IN_ROWS, false)).isFalse();
  }

  @Test
  void itGoesFromOneRangeIntoTheNextAndRoundAgain() {
    selection.goTo(new Spot(1, 1));
    selection.begin(new Spot(3, 0));
    selection.extendTo(new Spot(3, 1));
    selection.begin(new Spot(6, 2));
    selection.goAround(Block.Way.IN_ROWS, false);
    assertThat(selection.active()).isEqualTo(new Spot(1, 1));
    selection.goAround(Block.Way.IN_ROWS, false);
    assertThat(selection.active()).isEqualTo(new Spot(3, 0));
    selection.goAround(Block.Way.IN_ROWS, true);
    selection.goAround(Block.Way.IN_ROWS, true);
    assertThat(selection.active()).isEqualTo(new Spot(6, 2));
    selection.goAround(Block.Way.IN_COLUMNS, true);
    assertThat(selection.active()).isEqualTo(new Spot(3, 1));
    assertThat(selection.count()).isEqualTo(3);
  }

  @Test
  void columnsAndRowsGoFromEdgeToEdge() {
    selection.goTo(new Spot(4, 2));
    selection.wholeColumns();
    assertThat(selection.blocks()).containsExactly(new Block(0, 9, 2, 2));
    selection.goTo(new Spot(4, 2));
    selection.wholeRows();
    assertThat(selection.blocks()).containsExactly(new Block(4, 4, 0, 4));
    assertThat(selection.collapse()).isTrue();
    assertThat(selection.collapse()).isFalse();
  }

  @Test
  void aRangeStaysWithItsConversationsWhenOthersComeAndGo() {
    selection.goTo(new Spot(4, 1));
    selection.extendTo(new Spot(5, 2));
    ids.replace(1, 2, 100, 101, 104, 105, 106);
    selection.follow();
    assertThat(selection.blocks()).containsExactly(new Block(4, 5, 1, 2));
    ids.replace(104, 105, 106);
    selection.follow();
    assertThat(selection.numbers()).containsExactly(104, 105);
    assertThat(selection.active()).isEqualTo(new Spot(0, 1));
  }

  @Test
  void aRangeThatFellApartLeavesItsActiveCell() {
    selection.goTo(new Spot(4, 1));
    selection.extendTo(new Spot(6, 1));
    ids.replace(106, 105, 7, 8, 104);
    selection.follow();
    assertThat(selection.blocks()).containsExactly(new Block(4, 4, 1, 1));
  }

  @Test
  void whatIsDeletedIsLetGoAndTheCellInItsPlaceIsActive() {
    selection.goTo(new Spot(8, 1));
    selection.extendTo(new Spot(9, 1));
    ids.replace(LongStream.range(100, 108).toArray());
    selection.follow();
    assertThat(selection.active()).isEqualTo(new Spot(7, 1));
    ids.replace();
    selection.follow();
    assertThat(selection.active()).isEqualTo(Spot.NONE);
    assertThat(selection.numbers()).isEmpty();
  }

  @Test
  void fromAListWithoutRowsTheActiveCellComesBack() {
    selection.goTo(new Spot(4, 2));
    var before = ids.numbers(0, ids.size());
    ids.replace(new long[0]);
    selection.follow();
    assertThat(selection.active()).isEqualTo(Spot.NONE);
    assertThat(selection.count()).isZero();
    ids.replace(before);
    selection.follow();
    assertThat(selection.active()).isEqualTo(new Spot(4, 2));
    assertThat(selection.isOneCell()).isTrue();

    ids.replace(new long[0]);
    selection.follow();
    ids.replace(new long[] {before[7]});
    selection.follow();
    assertThat(selection.active()).isEqualTo(new Spot(0, 2));
  }

  @Test
  void whatIsSelectedIsWaitedForWhileTheListIsStillBeingRead() {
    selection.goTo(new Spot(6, 1));
    selection.extendTo(new Spot(8, 2));
    long u = IdList.UNKNOWN;
    ids.replace(109, 108, u, u, u, u, u, u, u, u);
    selection.follow();
    assertThat(selection.numbers()).as("nothing else is acted on meanwhile").isEmpty();
    assertThat(selection.looked()).contains(106L);
    ids.replace(109, 100, 101, 106, 107, 108, 102, 103, 104, 105);
    selection.follow();
    assertThat(selection.active()).isEqualTo(new Spot(3, 1));
    assertThat(selection.blocks()).containsExactly(new Block(3, 5, 1, 2));
    assertThat(selection.numbers()).containsExactly(106, 107, 108);
  }

  @Test
  void whoGoesElsewhereMeanwhileStaysThere() {
    selection.goTo(new Spot(6, 1));
    long u = IdList.UNKNOWN;
    ids.replace(109, 108, u, u, u, u, u, u, u, u);
    selection.follow();
    selection.goTo(new Spot(1, 1));
    ids.replace(109, 108, 107, 106, 105, 104, 103, 102, 101, 100);
    selection.follow();
    assertThat(selection.looked()).contains(108L);
    assertThat(selection.active()).isEqualTo(new Spot(1, 1));
  }

  @Test
  void aMillionRowsCostNoMoreThanARectangle() {
    ids.replace(LongStream.range(0, 1_000_000).toArray());
    selection.goTo(new Spot(500_000, 1));
    selection.all();
    assertThat(selection.blocks()).isEqualTo(List.of(new Block(0, 999_999, 0, 4)));
    assertThat(selection.count()).isEqualTo(1_000_000);
    assertThat(selection.active()).isEqualTo(new Spot(500_000, 1));
    assertThat(selection.numbers()).hasSize(1_000_000).endsWith(999_999);
  }
}
