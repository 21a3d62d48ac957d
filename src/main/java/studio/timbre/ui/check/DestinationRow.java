package studio.timbre.ui.check;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.timbre.app.Finding;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.OpenProject.Spotlight;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.train.ApiFindingsBox;

/** One place to train: whether the data is ready for it, for which models, and what there is to say. */
final class DestinationRow extends HBox {
  private final VBox words = new VBox();

  /** How it stands. */
  enum Standing {
    READY("where.ready", "good", Icon.CHECK, "success-icon"),
    STOPPED("where.stopped", "bad", Icon.ERROR, "danger-icon"),
    /** Nothing is known, as there is nothing to train. */
    OPEN("where.open", "plain", Icon.IMPORT, "plain-icon");

    private final String key;
    private final String tone;
    private final Icon icon;
    private final String iconStyle;

    Standing(String key, String tone, Icon icon, String iconStyle) {
      this.key = key;
      this.tone = tone;
      this.icon = icon;
      this.iconStyle = iconStyle;
    }

    static Standing of(boolean isReady) {
      return isReady ? READY : STOPPED;
    }
  }

  DestinationRow(Texts texts, String name, Standing standing, String models) {
    var title = new Label(name);
    title.getStyleClass().add("strong");
    var badge = new Label(texts.get(standing.key));
    badge.getStyleClass().addAll("badge", standing.tone);
    badge.setMinWidth(Region.USE_PREF_SIZE);
    var line = new HBox(title, badge);
    line.getStyleClass().add("row-8");
    words.getChildren().add(line);
    words.getStyleClass().add("column-4");
    HBox.setHgrow(words, Priority.ALWAYS);
    addMuted(models);
    var icon = new StackPane(standing.icon.node());
    icon.getStyleClass().addAll("problem-icon", standing.iconStyle);
    getChildren().addAll(icon, words);
    getStyleClass().addAll("row-16", "destination");
  }

  static Label muted(String text) {
    var label = new Label(text);
    label.setWrapText(true);
    label.getStyleClass().add("muted");
    return label;
  }

  void addMuted(String text) {
    add(muted(text));
  }

  void add(Node node) {
    words.getChildren().add(node);
  }

  void addFindings(Texts texts, List<Finding> findings, Consumer<Spotlight> showData) {
    if (!findings.isEmpty()) {
      var box = new ApiFindingsBox(texts, showData);
      box.show(findings);
      add(box);
    }
  }
}
