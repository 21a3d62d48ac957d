package studio.timbre.ui.check;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.timbre.app.Connections;
import studio.timbre.model.Problem;
import studio.timbre.model.Problem.Severity;
import studio.timbre.ui.check.CheckViewModel.Findings;
import studio.timbre.ui.control.EmptyState;
import studio.timbre.ui.fx.Desk;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Screen;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.train.TrainsOnBar;
import studio.timbre.ui.train.TrainsOnViewModel;

/** The Check screen: problems by kind, worst first, in plain words. */
public final class CheckView implements Screen {
  private final Desk desk;
  private final Texts texts;
  private final CheckViewModel model;
  private final ContentCheckViewModel content;
  private final StackPane node = new StackPane();
  private final VBox found = new VBox();
  private final ScrollPane page;
  private final TrainsOnViewModel trainsOn;

  public CheckView(Desk desk, OpenProject project) {
    this(desk, project, desk.timbre().connections());
  }

  CheckView(Desk desk, OpenProject project, Connections connections) {
    this.desk = desk;
    this.texts = desk.texts();
    this.model = new CheckViewModel(project, desk.work(), desk.notices()::failed);
    this.content =
        new ContentCheckViewModel(project, connections, desk.work(), desk.notices()::failed);
    found.getStyleClass().addAll("column-16", "reading-column");
    trainsOn = new TrainsOnViewModel(project, desk.work(), desk.notices()::failed);
    page =
        page(
            new TrainsOnBar(trainsOn, texts),
            found,
            new ContentCheckPane(content, texts, desk.navigator()));
    node.getStyleClass().addAll("screen", "check-screen");
    model.findings().subscribe(this::show);
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void shown() {
    model.setSeen(true);
    content.setSeen(true);
  }

  @Override
  public void hidden() {
    model.setSeen(false);
    content.setSeen(false);
  }

  @Override
  public void close() {
    trainsOn.close();
    model.close();
    content.close();
  }

  private void show(Findings findings) {
    switch (findings) {
      case Findings.Looking _ -> put(wheel());
      case Findings.NoData _ ->
          put(empty(Icon.DATA, "check.none.title", "check.none.text", "check.none.go", "data"));
      case Findings.Found seen -> {
        if (seen.problems().isEmpty()) {
          found
              .getChildren()
              .setAll(
                  empty(
                      Icon.CHECK, "check.fine.title", "check.fine.text", "check.fine.go", "train"));
        } else {
          list(seen);
        }
        put(page);
      }
    }
  }

  /** What is there already stays, and with it the place that the person has scrolled to. */
  private void put(Node shown) {
    if (!node.getChildren().contains(shown)) {
      node.getChildren().setAll(shown);
    }
  }

  private static ScrollPane page(Node... parts) {
    var column = new VBox(parts);
    column.getStyleClass().addAll("column-24", "reading-column");
    var place = new StackPane(column);
    place.getStyleClass().addAll("pad-24", "top-center");
    var scroll = new ScrollPane(place);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("plain-scroll");
    return scroll;
  }

  private Node wheel() {
    var wheel = new ProgressIndicator();
    wheel.getStyleClass().add("wheel");
    var box = new VBox(wheel, new Label(texts.get("check.checking")));
    box.getStyleClass().addAll("column-16", "middle");
    return box;
  }

  private Node empty(Icon icon, String title, String text, String act, String room) {
    var go = new Button(texts.get(act));
    go.setOnAction(event -> desk.navigator().go(room));
    return new EmptyState(icon, texts.get(title), texts.get(text), go);
  }

  private void list(Findings.Found seen) {
    var title = new Label(texts.get("check.title"));
    title.getStyleClass().add("screen-title");
    var summary =
        new Label(
            texts.get("check.summary", seen.count(Severity.ERROR), seen.count(Severity.WARNING)));
    summary.setId("check-summary");
    summary.getStyleClass().add("muted");
    found.getChildren().setAll(new VBox(title, summary));
    seen.problems().forEach(problem -> found.getChildren().add(card(problem)));
  }

  private Node card(Problem problem) {
    boolean error = problem.severity() == Severity.ERROR;
    String title = texts.get("problem." + problem.kind() + ".title", problem.detail());
    var name = new Label(title);
    name.getStyleClass().add("section-title");
    name.setWrapText(true);
    var badge = new Label(texts.get(error ? "check.error" : "check.warning"));
    badge.getStyleClass().addAll("badge", error ? "bad" : "caution");
    badge.setMinWidth(Region.USE_PREF_SIZE);
    var head = new HBox(name, badge);
    head.getStyleClass().add("row-8");
    var text = new Label(texts.get("problem." + problem.kind() + ".text"));
    text.setWrapText(true);
    var count = new Label(texts.get("check.conversations", problem.conversations().size()));
    count.getStyleClass().add("muted");
    var words = new VBox(head, text, count);
    words.getStyleClass().add("column-4");
    HBox.setHgrow(words, Priority.ALWAYS);
    var icon = (error ? Icon.ERROR : Icon.WARNING).node();
    var holder = new StackPane(icon);
    holder.getStyleClass().addAll("problem-icon", error ? "danger-icon" : "warning-icon");
    var row = new HBox(holder, words);
    row.getStyleClass().addAll("row-16", "card-pane");
    if (!problem.conversations().isEmpty()) {
      row.getChildren().add(showMe(problem, title));
    }
    return row;
  }

  private Button showMe(Problem problem, String title) {
    var button = new Button(texts.get("check.showMe"));
    button.setId("check-show-" + problem.kind());
    button.setAccessibleText(texts.get("check.showMe.of", title));
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(
        event -> {
          model.show(problem, title);
          desk.navigator().go("data");
        });
    return button;
  }
}
