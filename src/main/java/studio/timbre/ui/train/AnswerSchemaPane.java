package studio.timbre.ui.train;

import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import studio.timbre.ui.fx.Texts;

/** Takes the JSON schema that every answer has to keep to; what is wrong with it is said as it is typed. */
final class AnswerSchemaPane extends VBox {

  AnswerSchemaPane(ApiRecipeForm form, Texts texts) {
    getStyleClass().add("column-4");
    var area = new TextArea();
    area.setId("api-schema");
    area.getStyleClass().add("mono");
    area.setPrefRowCount(4);
    area.setWrapText(true);
    area.setAccessibleText(texts.get("api.schema"));
    var name = new Label(texts.get("api.schema"));
    name.setLabelFor(area);
    name.setWrapText(true);
    var wrong = new Label(texts.get("api.schema.wrong"));
    wrong.setId("api-schema-wrong");
    wrong.getStyleClass().addAll("number-wrong", "small-text");
    wrong.setWrapText(true);
    wrong.managedProperty().bind(wrong.visibleProperty());
    var help = new Label(texts.get("api.schema.help"));
    help.setWrapText(true);
    help.getStyleClass().addAll("muted", "small-text");
    area.textProperty().bindBidirectional(form.schema());
    form.schema()
        .subscribe(
            text -> {
              boolean isBad = !form.isSchemaRight();
              wrong.setVisible(isBad);
              area.pseudoClassStateChanged(ApiNumbersPane.WRONG, isBad);
              area.setAccessibleHelp(isBad ? wrong.getText() : help.getText());
            });
    getChildren().addAll(name, area, wrong, help);
  }
}
