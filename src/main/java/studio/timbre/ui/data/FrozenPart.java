package studio.timbre.ui.data;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;

/**
 * The columns at the left that stay while the others are scrolled: a table of its own over the same rows, which goes up and down
 * with the large one. It never has the keyboard; what is pressed in it is the business of the large one.
 */
final class FrozenPart extends TableView<Long> {
  private static final PseudoClass AT_WORK = PseudoClass.getPseudoClass("at-work");
  private static final double EDGE = 2;

  private final TableView<Long> large;
  private boolean joined;

  FrozenPart(TableView<Long> large) {
    super(large.getItems());
    this.large = large;
    setId("frozen-columns");
    getStyleClass().addAll("conversation-table", "frozen");
    setFocusTraversable(false);
    setPlaceholder(new Region());
    getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
    getSelectionModel().setCellSelectionEnabled(true);
    setColumnResizePolicy(UNCONSTRAINED_RESIZE_POLICY);
    setSkin(new SheetSkin(this));
    fixedCellSizeProperty().bind(large.fixedCellSizeProperty());
    contextMenuProperty().bind(large.contextMenuProperty());
    accessibleTextProperty().bind(large.accessibleTextProperty());
    large.focusedProperty().subscribe(focused -> pseudoClassStateChanged(AT_WORK, focused));
    getColumns().subscribe(this::fit);
    show(false);
  }

  /** The rows, which stand beside those of the large one. */
  void follow(RowHeights heights, SheetFlow flow) {
    setRowFactory(part -> new SheetRow(heights));
    if (getSkin() instanceof SheetSkin skin) {
      skin.flow().follow(flow);
    }
  }

  private void show(boolean shown) {
    setVisible(shown);
    setManaged(shown);
  }

  /** As wide as its columns. */
  void fit() {
    double width = getColumns().stream().mapToDouble(TableColumn::getWidth).sum();
    show(!getColumns().isEmpty());
    setMinWidth(width + EDGE);
    setPrefWidth(width + EDGE);
    setMaxWidth(width + EDGE);
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    join();
  }

  /** Both scroll bars are there once both have been laid out. */
  private void join() {
    if (!joined) {
      var own = bar(this, Orientation.VERTICAL);
      var other = bar(large, Orientation.VERTICAL);
      var below = bar(large, Orientation.HORIZONTAL);
      if (own.isPresent() && other.isPresent() && below.isPresent()) {
        joined = true;
        own.get().setValue(other.get().getValue());
        own.get().valueProperty().bindBidirectional(other.get().valueProperty());
        // The bar below the large one takes rows away from it, and must do so here.
        below.get().visibleProperty().subscribe(seen -> leave(seen, below.get()));
        below
            .get()
            .heightProperty()
            .subscribe(height -> leave(below.get().isVisible(), below.get()));
      }
    }
  }

  private void leave(boolean seen, ScrollBar below) {
    setPadding(new Insets(0, 0, seen ? below.getHeight() : 0, 0));
  }

  private static Optional<ScrollBar> bar(TableView<Long> table, Orientation way) {
    return table.lookupAll(".scroll-bar").stream()
        .filter(node -> node instanceof ScrollBar bar && bar.getOrientation() == way)
        .map(ScrollBar.class::cast)
        .findFirst();
  }

  /** Takes these columns; those of the large one must be rid of them before. */
  void take(List<TableColumn<Long, Long>> columns) {
    if (!getColumns().equals(columns)) {
      getColumns().setAll(columns);
    }
  }
}
