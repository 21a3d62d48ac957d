package studio.timbre.ui.settings;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.timbre.app.Models;
import studio.timbre.app.Preferences;
import studio.timbre.model.LibraryModel;
import studio.timbre.ui.fx.FileQuestions;
import studio.timbre.ui.fx.FileQuestions.Kind;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Texts;

/** The library of base models. */
final class ModelsPane extends VBox {
  private final ModelsViewModel model;
  private final Texts texts;
  private final VBox list = new VBox();
  private final VBox coming = new VBox();
  private final ProgressBar bar = new ProgressBar();
  private final Label progress = new Label();
  private final Button starter = new Button();

  ModelsPane(ModelsViewModel model, Texts texts, FileQuestions files, Preferences preferences) {
    this.model = model;
    this.texts = texts;
    getStyleClass().addAll("column-24", "settings-page");
    list.getStyleClass().add("column-8");
    coming.getStyleClass().addAll("column-8", "card-pane");
    bar.setMaxWidth(Double.MAX_VALUE);
    starter.setText(texts.get("settings.models.starter"));
    starter.setId("models-starter");
    starter.getStyleClass().add("accent");
    starter.setOnAction(event -> model.fetch(Models.STARTER));
    var file = new Button(texts.get("settings.models.addFile"), Icon.FILE.node());
    file.setOnAction(
        event ->
            files
                .open(texts.get("settings.models.addFile.title"), Kind.WEIGHTS)
                .ifPresent(model::add));
    var folder = new Button(texts.get("settings.models.addFolder"), Icon.FOLDER.node());
    folder.setOnAction(
        event -> files.folder(texts.get("settings.models.addFolder.title")).ifPresent(model::add));
    var adding = new FlowPane(starter, file, folder);
    adding.getStyleClass().add("wrapping-buttons");
    getChildren()
        .addAll(
            Section.of(
                texts.get("settings.models.title"),
                texts.get("settings.models.text"),
                list,
                coming,
                adding),
            Section.of(
                texts.get("settings.hub.title"),
                texts.get("settings.hub.text"),
                fetchByName(),
                address(preferences)));
    model.list().subscribe(this::show);
    model.fetch().subscribe(this::show);
  }

  private Node fetchByName() {
    var name = new TextField();
    name.setId("models-name");
    name.setPromptText(texts.get("settings.hub.prompt"));
    name.setAccessibleText(texts.get("settings.hub.name"));
    HBox.setHgrow(name, Priority.ALWAYS);
    var fetch = new Button(texts.get("settings.hub.fetch"), Icon.IMPORT.node());
    fetch.setOnAction(event -> model.fetch(name.getText()));
    name.setOnAction(event -> model.fetch(name.getText()));
    fetch.disableProperty().bind(name.textProperty().map(String::isBlank));
    var row = new HBox(name, fetch);
    row.getStyleClass().add("row-8");
    return Section.field(texts.get("settings.hub.name"), name, row);
  }

  private Node address(Preferences preferences) {
    var address = new TextField(preferences.hubEndpoint());
    address.setId("settings-hub");
    address
        .focusedProperty()
        .subscribe(
            focused -> {
              if (!focused && !address.getText().equals(preferences.hubEndpoint())) {
                preferences.setHubEndpoint(address.getText());
                address.setText(preferences.hubEndpoint());
              }
            });
    return Section.field(texts.get("settings.hub.address"), address, address);
  }

  private void show(Optional<List<LibraryModel>> models) {
    list.getChildren().clear();
    starter.setVisible(model.lacksStarter());
    starter.setManaged(model.lacksStarter());
    if (models.isEmpty()) {
      list.getChildren().add(new Label(texts.get("settings.models.reading")));
    } else if (models.get().isEmpty()) {
      var none = new Label(texts.get("settings.models.none"));
      none.setWrapText(true);
      list.getChildren().add(none);
    } else {
      models.get().forEach(known -> list.getChildren().add(card(known)));
    }
  }

  private Node card(LibraryModel known) {
    var title = new Label(known.title());
    title.getStyleClass().add("strong");
    var facts =
        new Label(
            texts.get(
                "settings.models.facts",
                known.format(),
                texts.number(known.parameters() / 1e6, 0),
                texts.bytes(known.bytes())));
    facts.getStyleClass().addAll("muted", "small-text");
    var place = new Label(known.path().toString());
    place.getStyleClass().addAll("muted", "small-text");
    place.setTooltip(new Tooltip(known.path().toString()));
    var words = new VBox(title, facts, place);
    HBox.setHgrow(words, Priority.ALWAYS);
    var remove = new Button("", Icon.DELETE.node());
    remove.getStyleClass().addAll("button-icon", "flat");
    String name = texts.get("settings.models.remove", known.title());
    remove.setAccessibleText(name);
    remove.setTooltip(new Tooltip(name));
    remove.setOnAction(event -> model.remove(known.name()));
    var row = new HBox(words, remove);
    row.getStyleClass().addAll("row-8", "card-pane");
    return row;
  }

  private void show(ModelsViewModel.Fetch fetch) {
    boolean busy = fetch instanceof ModelsViewModel.Fetch.Coming;
    coming.setVisible(busy);
    coming.setManaged(busy);
    starter.setDisable(busy);
    if (fetch instanceof ModelsViewModel.Fetch.Coming now) {
      boolean known = now.total() > 0;
      bar.setProgress(
          known ? (double) now.done() / now.total() : ProgressBar.INDETERMINATE_PROGRESS);
      bar.setAccessibleText(texts.get("settings.models.fetching", now.name()));
      progress.setText(
          known
              ? texts.get(
                  "settings.models.progress", texts.bytes(now.done()), texts.bytes(now.total()))
              : "");
      if (coming.getChildren().isEmpty()) {
        fillComing(now.name());
      }
    } else {
      coming.getChildren().clear();
    }
  }

  private void fillComing(String name) {
    var cancel = new Button(texts.get("common.cancel"));
    cancel.setOnAction(event -> model.cancelFetch());
    HBox.setHgrow(progress, Priority.ALWAYS);
    progress.setMaxWidth(Double.MAX_VALUE);
    var row = new HBox(progress, cancel);
    row.getStyleClass().add("row-8");
    coming.getChildren().setAll(new Label(texts.get("settings.models.fetching", name)), bar, row);
  }
}
