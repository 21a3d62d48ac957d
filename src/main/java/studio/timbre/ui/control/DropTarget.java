package studio.timbre.ui.control;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.timbre.ui.fx.Icon;

/** A part of the window that files and folders can be dropped on anywhere; while some are held over it, it says what dropping them does. */
public final class DropTarget extends StackPane {
  private final VBox sign;
  private final Label words = new Label();
  private final Predicate<Path> wanted;
  private final Function<List<Path>, String> said;
  private final Consumer<List<Path>> dropped;
  private final Consumer<List<Path>> leftOut;

  /**
   * @param screen what it is laid over
   * @param wanted which files are taken; folders always are
   * @param said what dropping these files does
   * @param dropped gets the files that are taken and the folders
   * @param leftOut gets those that came with them and are not taken, where there are any
   */
  public DropTarget(
      Node screen,
      Predicate<Path> wanted,
      Function<List<Path>, String> said,
      Consumer<List<Path>> dropped,
      Consumer<List<Path>> leftOut) {
    this.wanted = wanted;
    this.said = said;
    this.dropped = dropped;
    this.leftOut = leftOut;
    words.setWrapText(true);
    words.getStyleClass().add("drop-words");
    sign = new VBox(Icon.IMPORT.node(), words);
    sign.setId("drop-sign");
    sign.getStyleClass().add("drop-sign");
    sign.setMouseTransparent(true);
    sign.setVisible(false);
    getChildren().addAll(screen, sign);
    // As a filter: whatever lies below, a text area among them, would take files for itself.
    addEventFilter(DragEvent.DRAG_OVER, this::over);
    addEventFilter(DragEvent.DRAG_DROPPED, this::drop);
    addEventHandler(DragEvent.DRAG_EXITED, event -> sign.setVisible(false));
  }

  private void over(DragEvent event) {
    var files = taken(event);
    sign.setVisible(!files.isEmpty());
    if (!files.isEmpty()) {
      words.setText(said.apply(files));
      event.acceptTransferModes(TransferMode.COPY);
      event.consume();
    }
  }

  private void drop(DragEvent event) {
    var files = taken(event);
    sign.setVisible(false);
    if (!files.isEmpty()) {
      var others =
          event.getDragboard().getFiles().stream()
              .map(File::toPath)
              .filter(file -> !files.contains(file))
              .toList();
      dropped.accept(files);
      event.setDropCompleted(true);
      event.consume();
      if (!others.isEmpty()) {
        leftOut.accept(others);
      }
    }
  }

  private List<Path> taken(DragEvent event) {
    // What is dragged within the window need not have a board.
    var board = event.getDragboard();
    return board != null && board.hasFiles()
        ? taken(board.getFiles().stream().map(File::toPath).toList())
        : List.of();
  }

  /** Those of some files that are taken. */
  List<Path> taken(List<Path> files) {
    return files.stream().filter(orFolder(wanted)).toList();
  }

  /** Folders, and the files that are wanted. */
  public static Predicate<Path> orFolder(Predicate<Path> wanted) {
    return file -> file.toFile().isDirectory() || wanted.test(file);
  }
}
