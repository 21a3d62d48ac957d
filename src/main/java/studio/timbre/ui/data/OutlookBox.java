package studio.timbre.ui.data;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.timbre.app.Finding;
import studio.timbre.app.ProviderOutlook;
import studio.timbre.app.ProviderOutlook.Change;
import studio.timbre.ui.fx.FindingWords;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.OpenProject.Spotlight;
import studio.timbre.ui.fx.Texts;

/** What training files would be: how many conversations, what stops them, what is written in another way. */
final class OutlookBox extends VBox {
  private final Texts texts;
  private final Consumer<Spotlight> showData;

  OutlookBox(Texts texts, Consumer<Spotlight> showData) {
    this.texts = texts;
    this.showData = showData;
    setId("export-outlook");
    getStyleClass().add("column-8");
  }

  void looking() {
    getChildren().setAll(label(texts.get("data.export.looking")));
  }

  void show(ProviderOutlook outlook) {
    getChildren()
        .setAll(
            label(
                texts.get(
                    outlook.pairs() ? "data.export.files.pairs" : "data.export.files",
                    outlook.training(),
                    outlook.validation())));
    outlook.findings().forEach(finding -> getChildren().add(finding(finding)));
    outlook.changes().forEach(change -> getChildren().add(change(change)));
  }

  private Node finding(Finding finding) {
    String sentence = FindingWords.of(texts, finding);
    boolean stops = finding.isBlocking();
    return row(
        stops ? Icon.ERROR : Icon.WARNING,
        stops ? "danger-icon" : "warning-icon",
        sentence,
        finding.conversations());
  }

  private Node change(Change change) {
    return row(
        Icon.INFO,
        "muted",
        texts.get(change.key(), change.arguments().toArray()),
        change.conversations());
  }

  private Node row(Icon icon, String look, String sentence, List<Long> conversations) {
    var words = new VBox(label(sentence));
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMinWidth(0);
    if (!conversations.isEmpty()) {
      var link = new Hyperlink(texts.get("check.showMe"));
      link.setAccessibleText(texts.get("check.showMe.of", sentence));
      link.setOnAction(
          event ->
              showData.accept(
                  new Spotlight(
                      sentence, conversations.stream().mapToLong(Long::longValue).toArray())));
      words.getChildren().add(link);
    }
    var mark = new VBox(icon.node());
    mark.getStyleClass().add(look);
    var row = new HBox(mark, words);
    row.getStyleClass().addAll("row-8", "plan-warning");
    return row;
  }

  private static Label label(String text) {
    var label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
