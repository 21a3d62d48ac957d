package studio.timbre.ui.control;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.timbre.ui.fx.Fault;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Texts;

/** A failure where it belongs: the sentence, and the technical text folded up below it. */
public final class FaultNotice extends VBox {

  /** @param putAway called when the person closes it */
  public FaultNotice(Fault fault, Texts texts, Runnable putAway) {
    getStyleClass().addAll("fault-notice", "column-8");
    setAccessibleRole(AccessibleRole.TEXT);
    setAccessibleText(fault.sentence());
    var sentence = new Label(fault.sentence());
    sentence.setWrapText(true);
    sentence.getStyleClass().add("fault-sentence");
    HBox.setHgrow(sentence, Priority.ALWAYS);
    sentence.setMaxWidth(Double.MAX_VALUE);
    var close = new Button("", Icon.CLOSE.node());
    close.getStyleClass().addAll("button-icon", "flat", "small");
    close.setAccessibleText(texts.get("common.close"));
    close.setTooltip(new Tooltip(texts.get("common.close")));
    close.setOnAction(event -> putAway.run());
    var top = new HBox(Icon.ERROR.node(), sentence, close);
    top.getStyleClass().add("row-8");
    getChildren().add(top);
    fault.details().ifPresent(details -> addDetails(details, texts));
  }

  private void addDetails(String details, Texts texts) {
    var area = new TextArea(details);
    area.setEditable(false);
    area.getStyleClass().add("fault-details");
    area.setAccessibleText(texts.get("common.details"));
    var fold = new ToggleButton(texts.get("common.details"));
    fold.getStyleClass().addAll("small", "flat");
    var copy = new Button(texts.get("common.copyDetails"), Icon.COPY.node());
    copy.getStyleClass().addAll("small", "flat");
    copy.setOnAction(
        event -> {
          var content = new ClipboardContent();
          content.putString(details);
          Clipboard.getSystemClipboard().setContent(content);
        });
    area.visibleProperty().bind(fold.selectedProperty());
    area.managedProperty().bind(fold.selectedProperty());
    var buttons = new HBox(fold, copy);
    buttons.getStyleClass().add("row-8");
    getChildren().addAll(buttons, area);
  }
}
