package studio.timbre.ui.cost;

import java.util.Comparator;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/** Columns of tables in which a cell may need two lines, and so may the name of a column. */
final class CostColumn {
  /** What a name leaves to the arrow of the order, and to its own edges. */
  private static final double HEAD_EDGE = 22;

  private static final double BAR = 18;

  private CostColumn() {}

  /** @param node shows a value */
  static <S, T> TableColumn<S, T> of(
      String name,
      double width,
      Function<S, T> value,
      Comparator<T> order,
      Function<T, Region> node) {
    var column = new TableColumn<S, T>();
    name(column, name);
    column.setPrefWidth(width);
    column.setComparator(order);
    column.setReorderable(false);
    column.setCellValueFactory(
        row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())).getReadOnlyProperty());
    column.setCellFactory(
        ignored ->
            new TableCell<>() {
              @Override
              protected void updateItem(T item, boolean empty) {
                super.updateItem(item, empty);
                setGraphic(empty || item == null ? null : node.apply(item));
              }
            });
    return column;
  }

  /** The same of figures, which stand under each other from the right. */
  static <S, T> TableColumn<S, T> figures(
      String name,
      double width,
      Function<S, T> value,
      Comparator<T> order,
      Function<T, Region> node) {
    var column = of(name, width, value, order, node);
    column.getStyleClass().add("figures");
    return column;
  }

  /** A name of the table's own would be cut off where it is long. */
  static void name(TableColumn<?, ?> column, String name) {
    var label = new Label(name);
    label.setWrapText(true);
    label.getStyleClass().add("offers-head");
    label.maxWidthProperty().bind(column.widthProperty().subtract(HEAD_EDGE));
    column.setGraphic(label);
  }

  /** The first column takes what the others leave, and never less than this. */
  static void fill(TableView<?> table, double least) {
    table
        .widthProperty()
        .subscribe(
            width -> {
              double others =
                  table.getColumns().stream().skip(1).mapToDouble(TableColumn::getPrefWidth).sum();
              table
                  .getColumns()
                  .getFirst()
                  .setPrefWidth(Math.max(least, width.doubleValue() - others - BAR));
            });
  }

  /** As in the table of Data, Tab with Control goes on to what follows, and with Shift back. */
  static void leave(TableView<?> table) {
    table.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.TAB && event.isControlDown()) {
            table.requestFocusTraversal(
                event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            event.consume();
          }
        });
  }

  /** A value that may go over two lines, with more of it in the tooltip. */
  static Label label(String shown, String full, String... styles) {
    var label = new Label(shown);
    label.setWrapText(true);
    label.setTooltip(new Tooltip(full));
    label.getStyleClass().addAll(styles);
    return label;
  }
}
