package studio.timbre.ui.shell;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Texts;

/** What is seen while no project is open: the ways to open one, the sample first. */
final class WelcomeView extends StackPane {
  private final Texts texts;
  private final ShellViewModel model;
  private final VBox recent = new VBox();
  private final Button sample;

  WelcomeView(ShellViewModel model, Texts texts, ProjectActions actions, Image mark) {
    this.texts = texts;
    this.model = model;
    getStyleClass().addAll("screen", "welcome");
    var picture = new ImageView(mark);
    picture.setFitWidth(64);
    picture.setFitHeight(64);
    picture.setSmooth(true);
    var title = label(texts.get("welcome.title"), "title-2");
    var text = label(texts.get("welcome.text"), "welcome-text");
    text.setWrapText(true);
    sample = actions.sample().button("accent", "large");
    sample.setDefaultButton(true);
    var others = new HBox(actions.create().button(), actions.open().button());
    others.getStyleClass().addAll("row-8", "middle");
    var sampleText = label(texts.get("welcome.sample"), "muted");
    sampleText.setWrapText(true);
    var column = new VBox(picture, title, text, sample, sampleText, others, recent);
    column.getStyleClass().add("welcome-column");
    recent.getStyleClass().add("column-4");
    var busy = busy();
    column.disableProperty().bind(model.busy());
    var scroll = new ScrollPane(new StackPane(column));
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    getChildren().addAll(scroll, busy);
    model.recent().subscribe(this::showRecent);
  }

  /** What a person may want first is what the keyboard does first. */
  void takeFocus() {
    sample.requestFocus();
  }

  private Node busy() {
    var wheel = new ProgressIndicator();
    wheel.getStyleClass().add("wheel");
    var box = new VBox(wheel, new Label(texts.get("welcome.opening")));
    box.getStyleClass().addAll("column-16", "middle", "veil-light");
    box.visibleProperty().bind(model.busy());
    return box;
  }

  private void showRecent(List<Path> files) {
    recent.getChildren().clear();
    if (files.isEmpty()) {
      return;
    }
    recent.getChildren().add(label(texts.get("project.recent"), "section-title"));
    files.stream().limit(6).forEach(file -> recent.getChildren().add(recentButton(file)));
  }

  private Button recentButton(Path file) {
    var name = label(ProjectActions.nameOf(file), "strong");
    var place = label(String.valueOf(file.getParent()), "muted");
    place.getStyleClass().add("small-text");
    var content = new HBox(Icon.FILE.node(), new VBox(name, place));
    content.getStyleClass().add("row-8");
    var button = new Button("", content);
    button.getStyleClass().addAll("flat", "recent-button");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setAccessibleText(texts.get("project.recent.open", ProjectActions.nameOf(file)));
    button.setOnAction(event -> model.open(file));
    return button;
  }

  private static Label label(String text, String styleClass) {
    var label = new Label(text);
    label.getStyleClass().add(styleClass);
    return label;
  }
}
