package studio.timbre.ui.runs;

import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import studio.timbre.model.RunSummary;
import studio.timbre.ui.fx.FileQuestions;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Texts;

/** What can be done with a run, by its state; only what can be done now is there. */
final class RunButtons extends HBox {
  private final RunViewModel model;
  private final Texts texts;
  private final Button pause;
  private final Button cancel;
  private final Button goOn;
  private final Button hear;
  private final Button look;
  private final MenuItem showFiles;
  private final MenuItem moveOn;
  private final MenuItem takeOff;
  private final MenuItem copyPath;

  RunButtons(
      RunViewModel model,
      Texts texts,
      FileQuestions files,
      Runnable rename,
      Runnable cancelling,
      Runnable delete) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("row-8");
    pause = button("run-pause", texts.get("runs.pause"), Icon.PAUSE, model::pause);
    cancel = button("run-cancel", texts.get("runs.cancel"), Icon.STOP, cancelling);
    goOn = button("run-go-on", "", Icon.PLAY, model::goOn);
    goOn.getStyleClass().add("accent");
    hear = button("run-hear", texts.get("runs.hear"), Icon.HEAR, model::hear);
    hear.getStyleClass().add("accent");
    look = button("run-look", texts.get("runs.api.lookNow"), Icon.SEARCH, model::lookNow);
    showFiles = item("run-files", texts.get("runs.files"), () -> files.show(model.folder()));
    moveOn = item("run-move", texts.get("runs.api.move"), model::move);
    takeOff = item("run-delete", "", delete);
    copyPath = item("run-copy-path", texts.get("runs.copyPath"), this::copyPath);
    var more = new MenuButton("", Icon.MORE.node());
    more.setId("run-more");
    more.getStyleClass().addAll("button-icon", "no-arrow");
    more.setAccessibleText(texts.get("runs.more"));
    more.setTooltip(new Tooltip(texts.get("runs.more")));
    more.getItems()
        .addAll(
            item("run-rename", texts.get("runs.rename"), rename),
            showFiles,
            copyPath,
            moveOn,
            takeOff);
    getChildren().addAll(goOn, look, pause, cancel, hear, more);
  }

  void show() {
    put(pause, model.canPause());
    put(cancel, model.canCancel());
    put(goOn, model.canGoOn());
    goOn.setText(goOnText());
    put(look, model.canLookNow());
    put(hear, model.canBeHeard());
    boolean isHere = model.here().isPresent();
    cancel.setText(texts.get(isHere ? "runs.cancel" : "runs.api.cancel"));
    copyPath.setVisible(isHere && model.canBeHeard());
    showFiles.setVisible(isHere);
    moveOn.setVisible(!isHere);
    takeOff.setText(texts.get(isHere ? "runs.delete" : "runs.api.forget"));
    takeOff.setDisable(!model.canDelete());
  }

  private String goOnText() {
    var there = model.there();
    if (there.isPresent()) {
      return texts.get(there.get().isUnasked() ? "runs.api.sendNow" : "runs.api.goOn");
    }
    return model.goesOnFrom() > 0
        ? texts.get("runs.goOn", model.goesOnFrom())
        : texts.get("runs.startOver");
  }

  private Button button(String id, String text, Icon icon, Runnable act) {
    var button = new Button(text, icon.node());
    button.setId(id);
    button.setMnemonicParsing(false);
    button.setMinWidth(USE_PREF_SIZE);
    button.disableProperty().bind(model.busy());
    button.setOnAction(event -> act.run());
    return button;
  }

  private static MenuItem item(String id, String text, Runnable act) {
    var item = new MenuItem(text);
    item.setId(id);
    item.setMnemonicParsing(false);
    item.setOnAction(event -> act.run());
    return item;
  }

  private static void put(Button button, boolean there) {
    button.setVisible(there);
    button.setManaged(there);
  }

  private void copyPath() {
    model
        .here()
        .flatMap(RunSummary::adapter)
        .ifPresent(
            path -> {
              var content = new ClipboardContent();
              content.putString(path.toString());
              Clipboard.getSystemClipboard().setContent(content);
            });
  }
}
