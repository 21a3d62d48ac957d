package studio.timbre.ui.check;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.timbre.app.Mending.Passed;
import studio.timbre.ui.fx.Texts;

/** What was let pass, and the way back. */
final class PassedPane extends VBox {
  private static final int SHOWN = 50;

  PassedPane(List<Passed> passed, Texts texts, Consumer<Passed> again) {
    getStyleClass().addAll("card-pane", "column-16");
    setId("check-passed");
    var title = new Label(texts.get("check.passed.title", passed.size()));
    title.getStyleClass().add("section-title");
    var text = new Label(texts.get("check.passed.text"));
    text.setWrapText(true);
    text.getStyleClass().add("muted");
    var head = new VBox(title, text);
    head.getStyleClass().add("column-4");
    getChildren().add(head);
    for (var one : passed.stream().limit(SHOWN).toList()) {
      getChildren().add(row(one, texts, again));
    }
  }

  private static HBox row(Passed one, Texts texts, Consumer<Passed> again) {
    var kind = new Label(texts.get("problem." + one.kind() + ".title", ""));
    kind.setWrapText(true);
    var reason =
        new Label(
            texts.get(
                "check.passed.line",
                String.valueOf(one.conversation()),
                one.reason(),
                one.who().isBlank() ? "–" : one.who()));
    reason.setWrapText(true);
    reason.getStyleClass().add("muted");
    var words = new VBox(kind, reason);
    words.getStyleClass().add("column-4");
    HBox.setHgrow(words, Priority.ALWAYS);
    var button = new Button(texts.get("check.passed.again"));
    button.setId("check-again-" + one.kind() + "-" + one.conversation());
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> again.accept(one));
    var row = new HBox(words, button);
    row.getStyleClass().add("row-8");
    return row;
  }
}
