package studio.timbre.ui.data;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.timbre.ui.data.ViewsViewModel.Asking;
import studio.timbre.ui.fx.Keyboard;
import studio.timbre.ui.fx.Texts;

/** Asks for the name of a view, while one is to be named. */
final class ViewNameRow extends VBox {
  private final ViewsViewModel model;
  private final Texts texts;
  private final Runnable leave;
  private final TextField name = new TextField();
  private final Label trouble = new Label();
  private final Button save = new Button();

  /**
   * @param leave gives the keyboard back when it is done
   */
  ViewNameRow(ViewsViewModel model, Texts texts, Runnable leave) {
    this.model = model;
    this.texts = texts;
    this.leave = leave;
    getStyleClass().add("column-8");
    managedProperty().bind(visibleProperty());
    name.setId("view-name");
    var label = new Label(texts.get("data.view.name"));
    label.setLabelFor(name);
    label.setMinWidth(Region.USE_PREF_SIZE);
    name.setOnAction(event -> save());
    HBox.setHgrow(name, Priority.ALWAYS);
    save.setId("view-save");
    save.setMnemonicParsing(false);
    save.getStyleClass().add("accent");
    save.setMinWidth(Region.USE_PREF_SIZE);
    save.setOnAction(event -> save());
    save.disableProperty().bind(name.textProperty().map(String::isBlank));
    var cancel = new Button(texts.get("common.cancel"));
    cancel.setMinWidth(Region.USE_PREF_SIZE);
    cancel.setOnAction(event -> end());
    trouble.setWrapText(true);
    trouble.getStyleClass().add("number-wrong");
    trouble.managedProperty().bind(trouble.visibleProperty());
    trouble.setVisible(false);
    var row = new HBox(label, name, save, cancel);
    row.getStyleClass().add("row-8");
    getChildren().addAll(row, trouble);
    setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            end();
            event.consume();
          }
        });
    model.asking().subscribe(this::show);
  }

  private void show(Asking asking) {
    trouble.setVisible(false);
    setVisible(!(asking instanceof Asking.Nothing));
    switch (asking) {
      case Asking.Nothing _ -> name.clear();
      case Asking.ForNew _ -> {
        name.clear();
        save.setText(texts.get("data.view.save.short"));
        Keyboard.give(name);
      }
      case Asking.Anew(var view) -> {
        name.setText(view.name());
        save.setText(texts.get("data.view.rename.short"));
        Keyboard.give(name);
        name.selectAll();
      }
    }
  }

  private void save() {
    if (name.getText().isBlank()) {
      return;
    }
    boolean free =
        switch (model.asking().get()) {
          case Asking.Nothing _ -> true;
          case Asking.ForNew _ -> model.save(name.getText());
          case Asking.Anew(var view) -> model.rename(view, name.getText());
        };
    if (free) {
      end();
    } else {
      trouble.setText(texts.get("data.view.taken"));
      trouble.setVisible(true);
    }
  }

  private void end() {
    model.asking().set(new Asking.Nothing());
    leave.run();
  }
}
