package studio.timbre.ui.data;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import studio.timbre.ui.clipboard.Grid;
import studio.timbre.ui.clipboard.HtmlTableReader;
import studio.timbre.ui.clipboard.TableWriter;
import studio.timbre.ui.clipboard.TsvReader;

/** The clipboard of this computer. */
final class SystemBoard implements SheetClipboard.Board {

  @Override
  public Optional<Grid> read() {
    return Grid.read(html(), text());
  }

  @Override
  public Optional<Grid> table() {
    boolean table = html().flatMap(HtmlTableReader::read).filter(g -> !g.isEmpty()).isPresent();
    return table ? read() : text().filter(SystemBoard::isTabbed).flatMap(words -> read());
  }

  /** As a spreadsheet writes it: tabs in every row, and no object of JSON. */
  private static boolean isTabbed(String text) {
    var grid = TsvReader.read(text);
    return grid.width() > 1
        && !text.strip().startsWith("{")
        && grid.rows().stream().allMatch(row -> row.stream().anyMatch(cell -> !cell.isBlank()));
  }

  @Override
  public Optional<String> text() {
    var clipboard = Clipboard.getSystemClipboard();
    return clipboard.hasString()
        ? Optional.ofNullable(clipboard.getString()).filter(words -> !words.isBlank())
        : Optional.empty();
  }

  private static Optional<String> html() {
    var clipboard = Clipboard.getSystemClipboard();
    return clipboard.hasHtml() ? Optional.ofNullable(clipboard.getHtml()) : Optional.empty();
  }

  @Override
  public List<Path> files() {
    var clipboard = Clipboard.getSystemClipboard();
    return clipboard.hasFiles()
        ? clipboard.getFiles().stream().map(File::toPath).toList()
        : List.of();
  }

  @Override
  public void write(Grid grid) {
    var content = new ClipboardContent();
    content.putString(TableWriter.tsv(grid));
    content.putHtml(TableWriter.html(grid));
    Clipboard.getSystemClipboard().setContent(content);
  }
}
