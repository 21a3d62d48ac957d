package studio.timbre.ui.train;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.timbre.app.Places;
import studio.timbre.model.JobId;
import studio.timbre.ui.fx.Desk;
import studio.timbre.ui.fx.FileQuestions;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Screen;
import studio.timbre.ui.fx.Texts;

/** The room in which a run is thought out and started. */
public final class TrainView implements Screen {
  private final WhereViewModel where;
  private final TrainViewModel here;
  private final ApiTrainViewModel there;
  private final HBox root = new HBox();

  public static TrainView of(Desk desk, OpenProject project) {
    Consumer<JobId> started =
        run -> {
          project.openRun().set(Optional.of(run));
          desk.navigator().go("runs");
        };
    var here =
        new TrainViewModel(
            Trainer.of(desk.timbre().models(), project.session().runs()),
            desk.texts(),
            desk.work(),
            desk.notices(),
            project.revision(),
            started);
    here.base().subscribe(base -> project.base().set(base));
    var trainer = ApiTrainer.of(desk.timbre(), project.session());
    var there =
        new ApiTrainViewModel(
            trainer, desk.texts(), desk.work(), desk.notices(), project.revision(), started);
    var where = new WhereViewModel(trainer, desk.work(), desk.notices());
    var moves =
        new MoveViewModel(
            new Places(desk.timbre().catalogue()),
            (connection, recipe) -> {
              where.chosen().set(new Where.There(connection));
              there.take(connection, recipe);
            });
    return new TrainView(
        where,
        here,
        there,
        moves,
        desk.texts(),
        desk.files(),
        () -> desk.navigator().go("settings", "connections.add"));
  }

  TrainView(
      WhereViewModel where,
      TrainViewModel here,
      ApiTrainViewModel there,
      MoveViewModel moves,
      Texts texts,
      FileQuestions files,
      Runnable addConnection) {
    this.where = where;
    this.here = here;
    this.there = there;
    var title = new Label(texts.get("train.title"));
    title.getStyleClass().add("screen-title");
    var chosenHere = new HerePane(here, texts, files);
    var chosenThere =
        new ApiTrainPane(there, texts, new MoveDoor(there, where, moves, texts, addConnection));
    var content =
        new VBox(title, new WhereBar(where, texts, addConnection), chosenHere, chosenThere);
    content.getStyleClass().add("train-content");
    var scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("train-scroll");
    HBox.setHgrow(scroll, Priority.ALWAYS);
    var planHere = new PlanPane(here, texts);
    var planThere = new ApiPlanPane(there, texts);
    root.getStyleClass().add("screen");
    root.getChildren().addAll(scroll, planHere, planThere);
    where
        .chosen()
        .subscribe(
            chosen -> {
              if (chosen instanceof Where.There place) {
                there.use(place.connection());
              }
              boolean isHere = chosen instanceof Where.Here;
              List.of(chosenHere, planHere).forEach(node -> put(node, isHere));
              List.of(chosenThere, planThere).forEach(node -> put(node, !isHere));
            });
    where.refresh();
  }

  private static void put(Node node, boolean there) {
    node.setVisible(there);
    node.setManaged(there);
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void shown() {
    where.refresh();
    here.refresh();
    there.refresh();
  }

  @Override
  public void close() {
    where.close();
    here.close();
    there.close();
  }
}
