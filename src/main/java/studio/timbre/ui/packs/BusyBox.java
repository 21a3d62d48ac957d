package studio.timbre.ui.packs;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.packs.MergeViewModel.State;

/** How far the comparing or the merging is, and the way to stop it. */
final class BusyBox extends VBox {
  private final Texts texts;
  private final Label title = new Label();
  private final ProgressBar bar = new ProgressBar();

  BusyBox(Texts texts, Runnable stop) {
    this.texts = texts;
    getStyleClass().addAll("merge-busy", "column-16");
    title.setWrapText(true);
    title.getStyleClass().add("section-title");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(texts.get("pack.busy"));
    var cancel = new Button(texts.get("common.cancel"));
    cancel.setId("merge-stop");
    cancel.setOnAction(event -> stop.run());
    getChildren().addAll(title, bar, cancel);
  }

  void show(State.Busy busy) {
    title.setText(
        texts.get(busy.merging() ? "pack.busy.merging" : "pack.busy.comparing", busy.name()));
    bar.setProgress(
        busy.total() > 0
            ? (double) busy.done() / busy.total()
            : ProgressBar.INDETERMINATE_PROGRESS);
  }
}
