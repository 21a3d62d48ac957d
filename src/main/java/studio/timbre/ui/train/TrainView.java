package studio.timbre.ui.train;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.timbre.app.Places;
import studio.timbre.model.JobId;
import studio.timbre.ui.control.HeadRow;
import studio.timbre.ui.fx.Desk;
import studio.timbre.ui.fx.FileQuestions;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.OpenProject.Spotlight;
import studio.timbre.ui.fx.Screen;
import studio.timbre.ui.fx.Texts;

/** The room in which a run is thought out and started. */
public final class TrainView implements Screen {
  private final WhereViewModel where;
  private final TrainViewModel here;
  private final ApiTrainViewModel there;
  private final MoveViewModel move;
  private final HBox root = new HBox();
  private final VBox content;
  private Runnable letGo = () -> {};

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
    var places = new Places(desk.timbre().catalogue());
    var view =
        new TrainView(
            where,
            here,
            there,
            new MoveViewModel(places, desk.timbre().catalogue(), where, there),
            desk.texts(),
            desk.files(),
            () -> desk.navigator().go("settings", "connections.add"),
            spotlight -> {
              project.spotlight().set(Optional.of(spotlight));
              desk.navigator().go("data");
            });
    view.offer(desk.texts(), () -> desk.navigator().go("cost"));
    view.tell(new TrainsOnViewModel(project, desk.work(), desk.notices()::failed), desk.texts());
    project
        .moving()
        .subscribe(
            job ->
                job.flatMap(project.session().apiJobs()::find)
                    .ifPresent(
                        known -> {
                          project.moving().set(Optional.empty());
                          view.move.lookAt(known.order());
                        }));
    return view;
  }

  TrainView(
      WhereViewModel where,
      TrainViewModel here,
      ApiTrainViewModel there,
      MoveViewModel move,
      Texts texts,
      FileQuestions files,
      Runnable addConnection,
      Consumer<Spotlight> showData) {
    this.where = where;
    this.here = here;
    this.there = there;
    this.move = move;
    var title = new Label(texts.get("train.title"));
    title.getStyleClass().add("screen-title");
    var chosenHere = new HerePane(here, texts, files);
    var chosenThere = new ApiTrainPane(there, texts, move::lookAtThis);
    content =
        new VBox(
            title,
            new WhereBar(where, texts, addConnection),
            new MovePane(move, texts, addConnection),
            chosenHere,
            chosenThere);
    content.getStyleClass().add("train-content");
    var scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("train-scroll");
    HBox.setHgrow(scroll, Priority.ALWAYS);
    // It comes up above what was being looked at.
    move.isOpen().subscribe(open -> scroll.setVvalue(open ? 0 : scroll.getVvalue()));
    var planHere = new PlanPane(here, texts);
    var planThere = new ApiPlanPane(there, texts, showData);
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

  /** Leads to what every model costs in all. */
  private void offer(Texts texts, Runnable compare) {
    var all = new Hyperlink(texts.get("price.all"));
    all.setId("train-costs");
    all.setOnAction(event -> compare.run());
    var title = (Label) content.getChildren().removeFirst();
    content.getChildren().addFirst(new HeadRow(title, all));
  }

  /** Says above all choices which conversations they are for. */
  private void tell(TrainsOnViewModel model, Texts texts) {
    letGo = model::close;
    content.getChildren().add(1, new TrainsOnBar(model, texts));
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
    letGo.run();
    where.close();
    here.close();
    there.close();
  }
}
