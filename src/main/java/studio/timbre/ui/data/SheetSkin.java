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

  SheetFlow flow() {
    return (SheetFlow) getVirtualFlow();
  }
}
