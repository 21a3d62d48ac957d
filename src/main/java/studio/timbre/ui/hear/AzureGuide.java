package studio.timbre.ui.hear;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.timbre.app.Serving.AzureSteps;
import studio.timbre.model.TunedModel;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Texts;

/** How a tuned model is deployed at Azure, step by step, with what each hour of it costs. */
final class AzureGuide {
  private AzureGuide() {}

  static List<Node> of(AzureSteps steps, TunedModel model, Texts texts) {
    return List.of(
        warning(steps, texts),
        text(texts.get("hear.azure.stepOpen", steps.resource())),
        text(texts.get("hear.azure.stepDeploy", model.model())),
        request(steps, texts),
        text(texts.get("hear.azure.stepName")));
  }

  private static VBox warning(AzureSteps steps, Texts texts) {
    var words =
        text(
            steps.usdPerHour().isPresent()
                ? texts.get("hear.azure.cost", texts.money(steps.usdPerHour().getAsDouble()))
                : texts.get("hear.azure.costUnknown"));
    words.getStyleClass().add("strong");
    var row = new HBox(Icon.WARNING.node(), words);
    row.getStyleClass().addAll("row-8", "cost-notice");
    var box = new VBox(row);
    if (steps.usdPerHour().isPresent()) {
      var source = text(texts.get("hear.azure.source", steps.source(), steps.asOf()));
      source.getStyleClass().addAll("muted", "small-text");
      box.getChildren().add(source);
    }
    return box;
  }

  /** For whoever has the tools of Azure at hand: the very request. */
  private static VBox request(AzureSteps steps, Texts texts) {
    var area = new TextArea(steps.request() + "\n\n" + steps.body());
    area.setEditable(false);
    area.setPrefRowCount(8);
    area.getStyleClass().add("fault-details");
    area.setAccessibleText(texts.get("hear.azure.request"));
    var copy = new Button(texts.get("hear.azure.copy"), Icon.COPY.node());
    copy.setId("hear-azure-copy");
    copy.getStyleClass().add("small");
    copy.setOnAction(
        event -> {
          var content = new ClipboardContent();
          content.putString(area.getText());
          Clipboard.getSystemClipboard().setContent(content);
        });
    var inside = new VBox(area, copy);
    inside.getStyleClass().add("column-8");
    var fold = new ToggleButton(texts.get("hear.azure.request"));
    fold.setId("hear-azure-fold");
    fold.getStyleClass().add("fold-toggle");
    inside.visibleProperty().bind(fold.selectedProperty());
    inside.managedProperty().bind(fold.selectedProperty());
    return new VBox(fold, inside);
  }

  private static Label text(String words) {
    var label = new Label(words);
    label.setWrapText(true);
    return label;
  }
}
