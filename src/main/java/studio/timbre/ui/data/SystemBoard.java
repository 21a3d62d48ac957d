package studio.timbre.ui.data;

import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import studio.timbre.ui.clipboard.Grid;
import studio.timbre.ui.clipboard.TableWriter;

/** The clipboard of this computer. */
final class SystemBoard implements SheetClipboard.Board {

  @Override
  public Optional<Grid> read() {
    var clipboard = Clipboard.getSystemClipboard();
    return Grid.read(
        clipboard.hasHtml() ? Optional.ofNullable(clipboard.getHtml()) : Optional.empty(),
        clipboard.hasString() ? Optional.ofNullable(clipboard.getString()) : Optional.empty());
  }

  @Override
  public void write(Grid grid) {
    var content = new ClipboardContent();
    content.putString(TableWriter.tsv(grid));
    content.putHtml(TableWriter.html(grid));
    Clipboard.getSystemClipboard().setContent(content);
  }
}
