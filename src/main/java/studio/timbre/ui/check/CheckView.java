package studio.timbre.ui.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.timbre.app.Connections;
import studio.timbre.app.Mending;
import studio.timbre.app.Mending.Example;
import studio.timbre.app.Mending.Passed;
import studio.timbre.model.Problem;
import studio.timbre.model.Problem.Severity;
import studio.timbre.ui.check.CheckViewModel.Findings;
import studio.timbre.ui.control.EmptyState;
import studio.timbre.ui.fx.Desk;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.OpenProject.Spotlight;
import studio.timbre.ui.fx.Screen;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.train.TrainsOnBar;
import studio.timbre.ui.train.TrainsOnViewModel;

/** The Check screen: problems by kind, worst first, in plain words. */
public final class CheckView implements Screen {
  private final Desk desk;
  private final OpenProject project;
  private final Texts texts;
  private final CheckViewModel model;
  private final ContentCheckViewModel content;
  private final DestinationsViewModel where;
  private final StackPane node = new StackPane();
  private final VBox found = new VBox();
  private final Label howFar = new Label();
  private final Node looking = wheel(howFar);
  private final ScrollPane page;
  private final PlaceOnPage place;
  private final TrainsOnViewModel trainsOn;
  private final Acts acts = new Acts();
  private final PassedActs passed = new PassedActs();

  /** The kinds whose cards are folded out; they stay so while the list is made anew. */
  private final Set<String> open = new HashSet<>();

  public CheckView(Desk desk, OpenProject project) {
    this(desk, project, desk.timbre().connections());
  }

  CheckView(Desk desk, OpenProject project, Connections connections) {
    this.desk = desk;
    this.project = project;
    this.texts = desk.texts();
    this.model = new CheckViewModel(project, desk.work(), desk.notices()::failed);
    this.content =
        new ContentCheckViewModel(project, connections, desk.work(), desk.notices()::failed);
    found.getStyleClass().addAll("column-16", "reading-column");
    where = new DestinationsViewModel(project, desk.work(), desk.notices()::failed);
    trainsOn = new TrainsOnViewModel(project, desk.work(), desk.notices()::failed);
    page =
        page(
            new TrainsOnBar(trainsOn, texts),
            found,
            new DestinationsPane(where, texts, this::showData, () -> desk.navigator().go("train")),
            new ContentCheckPane(content, texts, desk.navigator()));
    place = new PlaceOnPage(page, found);
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
    where.setSeen(true);
    content.setSeen(true);
  }

  @Override
  public void hidden() {
    model.setSeen(false);
    where.setSeen(false);
    content.setSeen(false);
  }

  @Override
  public void close() {
    trainsOn.close();
    model.close();
    where.close();
    content.close();
  }

  private void show(Findings findings) {
    switch (findings) {
      case Findings.Looking(long done, long of) -> {
        howFar.setText(
            of == 0 ? texts.get("check.checking") : texts.get("check.checkingSo", done, of));
        put(looking);
      }
      case Findings.NoData _ ->
          put(empty(Icon.DATA, "check.none.title", "check.none.text", "check.none.go", "data"));
      case Findings.Found seen -> {
        place.remember();
        if (seen.problems().isEmpty()) {
          found
              .getChildren()
              .setAll(
                  empty(
                      Icon.CHECK, "check.fine.title", "check.fine.text", "check.fine.go", "train"));
        } else {
          list(seen);
        }
        if (!seen.passed().isEmpty()) {
          found.getChildren().add(new PassedPane(seen.passed(), texts, passed));
        }
        put(page);
        place.restore();
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

  private static Node wheel(Label howFar) {
    var wheel = new ProgressIndicator();
    wheel.getStyleClass().add("wheel");
    var box = new VBox(wheel, howFar);
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
    open.retainAll(kinds(seen));
    var wasOpen = Set.copyOf(open);
    cards(seen)
        .forEach(
            problem ->
                found
                    .getChildren()
                    .add(new ProblemCard(problem, texts, wasOpen.contains(problem.kind()), acts)));
  }

  /** What is private of all kinds stands before the first of them. */
  private static List<Problem> cards(Findings.Found seen) {
    var cards = new ArrayList<Problem>();
    for (var problem : seen.problems()) {
      boolean first = cards.stream().noneMatch(card -> Mending.replaces(card.kind()));
      if (first && Mending.replaces(problem.kind())) {
        seen.privateData().ifPresent(cards::add);
      }
      cards.add(problem);
    }
    return cards;
  }

  private static Set<String> kinds(Findings.Found seen) {
    return cards(seen).stream().map(Problem::kind).collect(Collectors.toSet());
  }

  /** What cards can do. */
  private final class Acts implements ProblemCard.Acts {
    @Override
    public void show(Problem problem, String title) {
      model.show(problem, title);
      desk.navigator().go("data");
    }

    @Override
    public void examples(Problem problem, Consumer<List<Example>> taker) {
      model.examples(problem, taker);
    }

    @Override
    public void mend(Problem problem) {
      model.mend(problem, (count, entry) -> mended(problem, count, entry));
    }

    @Override
    public void letPass(Problem problem, String reason) {
      model.letPass(problem, reason, passed -> toldOf(passed));
    }

    @Override
    public void opened(Problem problem, boolean isOpen) {
      if (isOpen) {
        open.add(problem.kind());
      } else {
        open.remove(problem.kind());
      }
    }
  }

  /** What can be done about what was let pass. */
  private final class PassedActs implements PassedPane.Acts {
    @Override
    public void findAgain(Passed act) {
      model.findAgain(act, ids -> foundAgain(act, ids));
    }

    @Override
    public void show(Passed act, String title) {
      model.show(act, title, () -> desk.navigator().go("data"));
    }
  }

  private void toldOf(Passed act) {
    desk.notices()
        .say(
            texts.get("check.passed.done", act.conversations(), act.reason()),
            texts.get("common.undo"),
            () -> model.findAgain(act, ids -> {}));
  }

  private void foundAgain(Passed act, long... ids) {
    desk.notices()
        .say(
            texts.get("check.foundAgain", ids.length),
            texts.get("common.undo"),
            () -> model.letPass(act.kind(), act.reason(), again -> {}, ids));
  }

  private void showData(Spotlight conversations) {
    project.spotlight().set(Optional.of(conversations));
    desk.navigator().go("data");
  }

  private void mended(Problem problem, int count, OptionalLong entry) {
    String kind = problem.kind();
    String sentence =
        texts.get(
            Mending.deletes(kind)
                ? "check.mended.copies"
                : Mending.moves(kind) ? "check.mended.sides" : "check.mended",
            count);
    if (entry.isEmpty()) {
      desk.notices().say(sentence);
      return;
    }
    desk.notices()
        .say(
            sentence,
            texts.get("common.undo"),
            project.edits().takingBack(entry.getAsLong(), desk.notices(), texts));
  }
}
