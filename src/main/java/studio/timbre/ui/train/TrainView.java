package studio.timbre.ui.train;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.timbre.ui.fx.Desk;
import studio.timbre.ui.fx.FileQuestions;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Screen;
import studio.timbre.ui.fx.Texts;

/** The room in which a run is thought out and started. */
public final class TrainView implements Screen {
  private final TrainViewModel model;
  private final HBox root = new HBox();

  public static TrainView of(Desk desk, OpenProject project) {
    var model =
        new TrainViewModel(
            Trainer.of(desk.timbre().models(), project.session().runs()),
            desk.texts(),
            desk.work(),
            desk.notices(),
            project.revision(),
            run -> {
              project.openRun().set(Optional.of(run));
              desk.navigator().go("runs");
            });
    model.base().subscribe(base -> project.base().set(base));
    return new TrainView(model, desk.texts(), desk.files());
  }

  TrainView(TrainViewModel model, Texts texts, FileQuestions files) {
    this.model = model;
    var title = new Label(texts.get("train.title"));
    title.getStyleClass().add("screen-title");
    var numbers = new NumbersPane(model.numbers(), texts);
    var fold = new ToggleButton(texts.get("train.numbers.show"), Icon.UNFOLD.node());
    fold.setId("train-numbers");
    fold.getStyleClass().add("fold-toggle");
    fold.selectedProperty()
        .subscribe(
            open -> {
              fold.setText(texts.get(open ? "train.numbers.hide" : "train.numbers.show"));
              fold.setGraphic((open ? Icon.EXPAND : Icon.UNFOLD).node());
            });
    numbers.visibleProperty().bind(fold.selectedProperty());
    numbers.managedProperty().bind(fold.selectedProperty());
    var content =
        new VBox(
            new VBox(title, here(texts)),
            new BaseCards(model, texts, files),
            new PresetCards(model, texts),
            fold,
            numbers);
    content.getStyleClass().add("train-content");
    var scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("train-scroll");
    HBox.setHgrow(scroll, Priority.ALWAYS);
    root.getStyleClass().add("screen");
    root.getChildren().addAll(scroll, new PlanPane(model, texts));
  }

  private static HBox here(Texts texts) {
    var label = new Label(texts.get("train.here"));
    label.setWrapText(true);
    label.getStyleClass().add("muted");
    var row = new HBox(label);
    row.getStyleClass().add("row-8");
    return row;
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void shown() {
    model.refresh();
  }

  @Override
  public void close() {
    model.close();
  }
}
