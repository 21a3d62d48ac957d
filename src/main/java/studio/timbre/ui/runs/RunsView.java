package studio.timbre.ui.runs;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.timbre.model.ApiRun;
import studio.timbre.model.JobId;
import studio.timbre.model.RunSummary;
import studio.timbre.model.TrainingRun;
import studio.timbre.ui.control.EmptyState;
import studio.timbre.ui.fx.Desk;
import studio.timbre.ui.fx.FileQuestions;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Navigator;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Screen;
import studio.timbre.ui.fx.Texts;

/** The room of the runs: the list, and beside it the open run. */
public final class RunsView implements Screen {
  private final RunsViewModel model;
  private final AdoptViewModel adopt;
  private final Texts texts;
  private final FileQuestions files;
  private final StackPane root = new StackPane();
  private final ListView<TrainingRun> list = new ListView<>();
  private final ScrollPane detail = new ScrollPane();
  private Optional<RunView> opened = Optional.empty();

  public static RunsView of(Desk desk, OpenProject project) {
    var model =
        new RunsViewModel(
            new ProjectShelf(
                project.session().runs(),
                project.session().apiJobs(),
                desk.timbre().connections().keys()),
            desk.texts(),
            desk.work(),
            desk.notices(),
            project.openRun(),
            run -> {
              switch (run) {
                case RunSummary here -> project.heardRun().set(Optional.of(here.id()));
                case ApiRun there -> {
                  // The same model may be wanted again after others were heard.
                  project.heardModel().set(Optional.empty());
                  project.heardModel().set(there.job().standing().tunedModel());
                }
              }
              desk.navigator().go("hear");
            });
    model
        .moving()
        .subscribe(
            job -> {
              if (job.isPresent()) {
                project.moving().set(job);
                model.moved();
                desk.navigator().go("train");
              }
            });
    model
        .lookingBack()
        .subscribe(
            run -> {
              if (run.isPresent()) {
                model.lookedBack();
                project
                    .lookback()
                    .set(
                        run.map(
                            seen ->
                                new OpenProject.Lookback(seen.name(), seen.id(), seen.created())));
                desk.navigator().go("data");
              }
            });
    var adopt =
        new AdoptViewModel(
            JobFinder.of(desk.timbre().connections(), project.session().apiJobs()),
            desk.work(),
            job -> project.openRun().set(Optional.of(job)));
    return new RunsView(model, adopt, desk.texts(), desk.files(), desk.navigator());
  }

  RunsView(
      RunsViewModel model,
      AdoptViewModel adopt,
      Texts texts,
      FileQuestions files,
      Navigator navigator) {
    this.model = model;
    this.adopt = adopt;
    this.texts = texts;
    this.files = files;
    root.getStyleClass().addAll("screen", "runs");
    var taking = new AdoptPane(adopt, texts, () -> navigator.go("settings", "connections.add"));
    VBox.setMargin(taking, new Insets(24, 24, 0, 24));
    var middle = new VBox(taking, detail);
    VBox.setVgrow(detail, Priority.ALWAYS);
    var both = new HBox(side(), middle);
    HBox.setHgrow(middle, Priority.ALWAYS);
    detail.setFitToWidth(true);
    detail.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    detail.getStyleClass().add("run-detail");
    var nothing = nothing(navigator);
    root.getChildren().addAll(both, nothing);
    model.read().subscribe(read -> choose(both, nothing));
    model.runs().addListener((javafx.beans.Observable change) -> choose(both, nothing));
    adopt.state().subscribe(state -> choose(both, nothing));
    model.open().subscribe(this::open);
  }

  private void choose(Node both, Node nothing) {
    boolean empty =
        model.runs().isEmpty() && adopt.state().get() instanceof AdoptViewModel.State.Idle;
    both.setVisible(!empty);
    nothing.setVisible(empty && model.read().get());
  }

  private VBox side() {
    var title = new Label(texts.get("room.runs"));
    title.getStyleClass().add("screen-title");
    var bring = new Hyperlink(texts.get("adopt.open"));
    bring.setId("runs-adopt");
    bring.setWrapText(true);
    bring.setOnAction(event -> adopt.open());
    list.setId("runs-list");
    list.setItems(model.runs());
    list.setCellFactory(view -> new RunCell(model, texts, new RunTexts(texts)));
    list.setAccessibleText(texts.get("room.runs"));
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (source, before, now) -> {
              if (now != null) {
                model.chosen().set(Optional.of(now.id()));
              }
            });
    VBox.setVgrow(list, Priority.ALWAYS);
    var side = new VBox(title, list, bring);
    side.getStyleClass().add("runs-side");
    return side;
  }

  private Node nothing(Navigator navigator) {
    var go = new Button(texts.get("runs.nothing.train"));
    go.setId("runs-train");
    go.setDefaultButton(true);
    go.getStyleClass().add("accent");
    go.setOnAction(event -> navigator.go("train"));
    var bring = new Button(texts.get("adopt.open"));
    bring.setId("runs-nothing-adopt");
    bring.setOnAction(event -> adopt.open());
    return new EmptyState(
        Icon.RUNS, texts.get("runs.nothing"), texts.get("runs.nothing.text"), go, bring);
  }

  private void open(Optional<RunViewModel> run) {
    opened.ifPresent(RunView::close);
    opened = run.map(chosen -> new RunView(chosen, texts, files));
    detail.setContent(opened.map(view -> (Node) view).orElse(null));
    detail.setVvalue(0);
    run.ifPresent(chosen -> select(chosen.id()));
  }

  private void select(JobId run) {
    for (var candidate : List.copyOf(model.runs())) {
      if (candidate.id().equals(run)) {
        list.getSelectionModel().select(candidate);
      }
    }
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
    opened.ifPresent(RunView::close);
    adopt.close();
    model.close();
  }
}
