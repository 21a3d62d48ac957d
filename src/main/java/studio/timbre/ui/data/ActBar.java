package studio.timbre.ui.data;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import studio.timbre.ui.data.LongActs.Underway;
import studio.timbre.ui.fx.Texts;

/** A slim line above the table: what is being done to many conversations, how far it is, and a way to stop it. */
final class ActBar extends HBox {
  private final Texts texts;
  private final Label title = new Label();
  private final ProgressBar bar = new ProgressBar();

  ActBar(LongActs acts, Texts texts) {
    this.texts = texts;
    getStyleClass().addAll("act-bar", "row-8");
    title.setId("act-title");
    bar.setAccessibleText(texts.get("data.act.progress"));
    bar.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(bar, Priority.ALWAYS);
    var cancel = new Button(texts.get("common.cancel"));
    cancel.setId("act-cancel");
    cancel.getStyleClass().add("small");
    cancel.setMinWidth(Region.USE_PREF_SIZE);
    cancel.setOnAction(event -> acts.cancel());
    getChildren().addAll(title, bar, cancel);
    acts.underway().subscribe(this::show);
  }

  private void show(Optional<Underway> underway) {
    setVisible(underway.isPresent());
    setManaged(underway.isPresent());
    underway.ifPresent(
        act -> {
          boolean known = act.total() > 0;
          title.setText(
              known
                  ? texts.get("data.act.far", act.title(), act.done(), act.total())
                  : act.title());
          bar.setProgress(
              known ? (double) act.done() / act.total() : ProgressBar.INDETERMINATE_PROGRESS);
        });
  }
}
