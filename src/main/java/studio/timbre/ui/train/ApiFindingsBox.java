package studio.timbre.ui.train;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.timbre.app.Finding;
import studio.timbre.ui.fx.FindingWords;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.OpenProject.Spotlight;
import studio.timbre.ui.fx.Texts;

/** What was found in a look before the job is sent; the conversations that it is about are one click away. */
public final class ApiFindingsBox extends VBox {
  private final Texts texts;
  private final Consumer<Spotlight> showData;

  /** @param showData puts conversations before the person, in Data */
  public ApiFindingsBox(Texts texts, Consumer<Spotlight> showData) {
    this.texts = texts;
    this.showData = showData;
    getStyleClass().add("column-8");
  }

  public void show(List<Finding> found) {
    getChildren().setAll(found.stream().map(this::row).toList());
  }

  private HBox row(Finding finding) {
    String sentence = FindingWords.of(texts, finding);
    var label = new Label(sentence);
    label.setWrapText(true);
    var words = new VBox(label);
    HBox.setHgrow(words, Priority.ALWAYS);
    if (!finding.conversations().isEmpty()) {
      words.getChildren().add(showMe(finding, sentence));
    }
    var icon = finding.isBlocking() ? Icon.ERROR : Icon.WARNING;
    var row = new HBox(icon.node(), words);
    row.getStyleClass()
        .addAll("row-8", finding.isBlocking() ? "danger-icon" : "warning-icon", "plan-warning");
    return row;
  }

  private Hyperlink showMe(Finding finding, String sentence) {
    var link = new Hyperlink(texts.get("check.showMe"));
    link.setAccessibleText(texts.get("check.showMe.of", sentence));
    link.setOnAction(
        event ->
            showData.accept(
                new Spotlight(
                    sentence,
                    finding.conversations().stream().mapToLong(Long::longValue).toArray())));
    return link;
  }
}
