package studio.timbre.ui.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.TableRow;
import javafx.scene.control.skin.VirtualFlow;
import studio.timbre.ui.data.RowStack.Seen;

/**
 * The rows on the screen. Rows of different heights JavaFX would measure all the way to the end. Here it is told of one height that
 * is never more than that of a row: it brings more rows than are seen, and they are put where the stack wants them.
 */
final class SheetFlow extends VirtualFlow<TableRow<Long>> {
  private static final double SAME = 1e-11;

  /** What the flow goes by. */
  private record Guide(RowHeights heights, RowStack stack, Runnable before) {}

  private final List<SheetFlow> followers = new ArrayList<>();
  private Optional<Guide> guide = Optional.empty();
  private Optional<SheetFlow> leader = Optional.empty();
  private boolean placing;
  private double knownUnit;
  private double lastPosition;
  private double lastWindow;
  private int lastCount;

  /**
   * Says where rows stand.
   *
   * @param before called before rows are placed
   */
  void lead(RowHeights heights, RowStack stack, Runnable before) {
    guide = Optional.of(new Guide(heights, stack, before));
  }

  /** Has its rows beside those of another flow, always. */
  void follow(SheetFlow other) {
    guide = other.guide;
    leader = Optional.of(other);
    other.followers.add(this);
  }

  private Optional<Guide> fitted() {
    return guide.filter(one -> one.heights().areFitted());
  }

  /** Where the rows stand, if they are fitted to their texts. */
  Optional<RowStack> stack() {
    return fitted().map(Guide::stack);
  }

  @Override
  protected void layoutChildren() {
    if (placing || guide.isEmpty() || getWidth() <= 0 || getHeight() <= 0) {
      super.layoutChildren();
      return;
    }
    placing = true;
    try {
      if (fitted().isPresent()) {
        place(guide.get());
      } else {
        placeEven(guide.get().heights().even());
      }
    } finally {
      placing = false;
    }
  }

  private void placeEven(double height) {
    var first = Optional.ofNullable(getFirstVisibleCell()).map(TableRow::getIndex);
    if (takeUnit(height)) {
      first.ifPresent(super::scrollToTop);
    }
    super.layoutChildren();
  }

  private void place(Guide by) {
    if (leader.isEmpty()) {
      by.before().run();
      // Another number of rows moves the bar by itself.
      boolean dragged =
          Math.abs(getPosition() - lastPosition) > SAME && getCellCount() == lastCount;
      decide(by.stack(), dragged);
    }
    bring(by.stack());
    if (leader.isEmpty() && window() != lastWindow) {
      // The bar below has come or gone.
      decide(by.stack(), false);
      bring(by.stack());
    }
    stand(by);
    lastPosition = getPosition();
    lastCount = getCellCount();
    for (var follower : followers) {
      follower.requestLayout();
      follower.layout();
    }
  }

  /** Only a bar that was dragged says where the rows stand; else they say where the bar stands. */
  private void decide(RowStack stack, boolean dragged) {
    lastWindow = window();
    stack.window(lastWindow);
    stack.follow();
    if (dragged) {
      stack.goTo(getPosition());
    }
  }

  private void bring(RowStack stack) {
    takeUnit(stack.unit());
    setPosition(stack.position());
    super.layoutChildren();
    setPosition(stack.position());
  }

  /** Answers whether it had another one before. */
  private boolean takeUnit(double unit) {
    if (knownUnit == unit && getFixedCellSize() == unit) {
      return false;
    }
    boolean another = knownUnit != 0;
    knownUnit = unit;
    setFixedCellSize(unit);
    // Only another number of rows makes it forget the heights that it knew.
    int count = getCellCount();
    setCellCount(0);
    setCellCount(count);
    return another;
  }

  private double window() {
    var below = getHbar();
    return getHeight() - (below.isVisible() ? below.getHeight() : 0);
  }

  /** Puts the rows where they belong, also those that are brought and not seen. */
  private void stand(Guide by) {
    var seen = by.stack().seen();
    double y = seen.top();
    for (int row = seen.first(); getVisibleCell(row) != null; row++) {
      y += stand(by, getVisibleCell(row), y);
    }
    y = seen.top();
    for (int row = seen.first() - 1; row >= 0 && getVisibleCell(row) != null; row--) {
      y -= by.heights().height(row);
      stand(by, getVisibleCell(row), y);
    }
    showShare(seen);
  }

  private double stand(Guide by, TableRow<Long> row, double y) {
    double height = by.heights().height(row.getIndex());
    if (row.getHeight() != height) {
      row.resize(row.getWidth(), height);
    }
    row.setLayoutY(snapPositionY(y));
    return height;
  }

  private void showShare(Seen seen) {
    var bar = getVbar();
    if (getCellCount() > 0) {
      bar.setVisibleAmount(bar.getMax() * (seen.last() - seen.first() + 1) / getCellCount());
    }
  }

  /** Moves the rows and the bar with them. */
  private void move(Consumer<RowStack> how) {
    if (leader.isPresent()) {
      leader.get().move(how);
      return;
    }
    stack()
        .ifPresent(
            stack -> {
              stack.follow();
              how.accept(stack);
              lastPosition = stack.position();
              setPosition(lastPosition);
              requestLayout();
            });
  }

  @Override
  public double scrollPixels(double delta) {
    if (stack().isEmpty()) {
      return super.scrollPixels(delta);
    }
    var moved = new double[1];
    move(stack -> moved[0] = stack.scroll(delta));
    return moved[0];
  }

  @Override
  public void scrollTo(int row) {
    if (stack().isEmpty()) {
      super.scrollTo(row);
    } else {
      move(stack -> stack.reveal(row));
    }
  }

  @Override
  public void scrollTo(TableRow<Long> row) {
    if (stack().isEmpty()) {
      super.scrollTo(row);
    } else {
      scrollTo(row.getIndex());
    }
  }

  @Override
  public void scrollToTop(int row) {
    if (stack().isEmpty()) {
      super.scrollToTop(row);
    } else {
      move(stack -> stack.begin(row));
    }
  }
}
