package studio.timbre.ui.review;

import atlantafx.base.theme.Tweaks;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.timbre.model.Version;
import studio.timbre.ui.control.EditableTitle;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Texts;

/** Names the present state, lists those that have a name, and leads to what lies between two of them. */
final class VersionsPane extends ScrollPane {
  private final VersionsViewModel model;
  private final Texts texts;
  private final VBox list = new VBox();
  private final VBox all;
  private final ComparisonPane comparison;
  private final Consumer<PastData> showPast;

  /** @param showPast shows a state of the past as it was */
  VersionsPane(VersionsViewModel model, Texts texts, Consumer<PastData> showPast) {
    this.model = model;
    this.texts = texts;
    this.showPast = showPast;
    setId("versions");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    getStyleClass().addAll("plain-scroll", "history");
    list.getStyleClass().add("column-8");
    comparison = new ComparisonPane(model, texts, showPast);
    var title = new Label(texts.get("versions.title"));
    title.getStyleClass().add("section-title");
    all = new VBox(title, naming(), list);
    all.getStyleClass().add("column-16");
    var content = new VBox(all, comparison);
    content.getStyleClass().addAll("column-16", "history-content");
    setContent(content);
    model.versions().subscribe(this::show);
    model
        .compared()
        .subscribe(
            compared -> {
              all.setVisible(compared.isEmpty());
              all.setManaged(compared.isEmpty());
              setVvalue(0);
            });
  }

  private VBox naming() {
    var why = muted(texts.get("versions.text"));
    var name = new TextField();
    name.setId("version-name");
    name.setPromptText(texts.get("versions.name"));
    name.setAccessibleText(texts.get("versions.name"));
    var keep = new Button(texts.get("versions.keep"));
    keep.setId("version-keep");
    keep.disableProperty().bind(name.textProperty().map(String::isBlank));
    Runnable act =
        () -> {
          model.name(name.getText());
          name.clear();
        };
    name.setOnAction(event -> act.run());
    keep.setOnAction(event -> act.run());
    var row = new FlowPane(name, keep);
    row.getStyleClass().add("wrapping-buttons");
    var box = new VBox(why, row);
    box.getStyleClass().add("column-8");
    return box;
  }

  private static Label muted(String text) {
    var label = new Label(text);
    label.setWrapText(true);
    label.getStyleClass().addAll("muted", "small-text");
    return label;
  }

  private void show(List<Version> versions) {
    list.getChildren().setAll(versions.stream().map(version -> card(version, versions)).toList());
  }

  private VBox card(Version version, List<Version> others) {
    var title =
        new EditableTitle(texts.get("versions.rename"), name -> model.rename(version, name));
    title.setTitle(version.name());
    title.getStyleClass().add("small-title");
    String signature =
        Optional.of(version.who()).filter(who -> !who.isEmpty()).map(who -> who + " · ").orElse("");
    var facts =
        muted(
            texts.get(
                "versions.facts",
                signature + texts.dateTime(version.time()),
                version.conversations()));
    var look = new Button(texts.get("versions.look"));
    look.getStyleClass().addAll("small", "version-look");
    look.setOnAction(event -> model.lookAt(version, showPast));
    var compare = new Button(texts.get("versions.compare"));
    compare.getStyleClass().addAll("small", "version-compare");
    compare.setOnAction(event -> model.compareWithNow(version));
    var back = new Button(texts.get("versions.back"), Icon.UNDO.node());
    back.getStyleClass().addAll("small", "version-back");
    back.setOnAction(event -> model.goBack(version));
    var acts = new FlowPane(look, compare, back);
    acts.getStyleClass().add("wrapping-buttons");
    HBox.setHgrow(title, Priority.ALWAYS);
    var head = new HBox(title, more(version, others));
    head.getStyleClass().add("row-8");
    var card = new VBox(head, facts, acts);
    card.getStyleClass().addAll("card-pane", "column-8", "history-card");
    return card;
  }

  private MenuButton more(Version version, List<Version> others) {
    var menu = new MenuButton("", Icon.MORE.node());
    menu.getStyleClass().addAll("small", "flat", "message-button", Tweaks.NO_ARROW);
    menu.setAccessibleText(texts.get("versions.more", version.name()));
    for (var other : others) {
      if (other.id() != version.id()) {
        menu.getItems()
            .add(
                item(
                    texts.get("versions.compareWith", other.name()),
                    () -> model.compare(version, other)));
      }
    }
    if (others.size() > 1) {
      menu.getItems().add(new SeparatorMenuItem());
    }
    menu.getItems().add(item(texts.get("versions.forget"), () -> model.forget(version)));
    return menu;
  }

  private static MenuItem item(String name, Runnable act) {
    var item = new MenuItem(name);
    item.setMnemonicParsing(false);
    item.setOnAction(event -> act.run());
    return item;
  }
}
