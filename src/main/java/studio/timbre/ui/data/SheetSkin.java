package studio.timbre.ui.data;

import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableViewSkin;
import javafx.scene.control.skin.VirtualFlow;

/** What shows the table, with rows that can have different heights. */
final class SheetSkin extends TableViewSkin<Long> {
  SheetSkin(TableView<Long> table) {
    super(table);
  }

  @Override
  protected VirtualFlow<TableRow<Long>> createVirtualFlow() {
    return new SheetFlow();
  }

  /** Counts the rows anew before the next layout: whoever hears of a longer list before this skin does may want to see its end. */
  void count() {
    if (getVirtualFlow().getCellCount() != getItemCount()) {
      markItemCountDirty();
      getSkinnable().requestLayout();
    }
  }

  SheetFlow flow() {
    return (SheetFlow) getVirtualFlow();
  }
}
