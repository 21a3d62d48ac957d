package studio.timbre.ui.control;

import javafx.scene.control.ListCell;

/** A sentence in a list, over as many lines as it needs: a bar to scroll along would lie on the only one that is seen. */
public final class WrappedCell extends ListCell<String> {
  public WrappedCell() {
    setWrapText(true);
    // As wide as the list: its own width would be that of the whole sentence.
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(String sentence, boolean empty) {
    super.updateItem(sentence, empty);
    setText(empty ? null : sentence);
  }
}
