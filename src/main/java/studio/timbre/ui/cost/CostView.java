package studio.timbre.ui.cost;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.timbre.app.CostReport;
import studio.timbre.ui.control.EmptyState;
import studio.timbre.ui.control.FaultNotice;
import studio.timbre.ui.control.HeadRow;
import studio.timbre.ui.control.WhileShown;
import studio.timbre.ui.cost.UseForm.Horizon;
import studio.timbre.ui.fx.Action;
import studio.timbre.ui.fx.Desk;
import studio.timbre.ui.fx.Fault;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Screen;
import studio.timbre.ui.fx.Texts;

/** The Cost screen: what every model costs in all, side by side. */
public final class CostView implements Screen {
  private final Desk desk;
  private final Texts texts;
  private final CostViewModel model;
  private final DietViewModel diet;
  private final VBox node = new VBox();
  private final StackPane place = new StackPane();
  private final Label summary = new Label();
  private final Label howFar = new Label();
  private final ProgressBar bar = new ProgressBar();
  private final ProgressBar again = new ProgressBar();
  private final Node counting;
  private final UsePane use;
  private final ComparePane compare;
  private final LocalPane local;
  private final VBox compared;
  private final CostPages pages;

  public CostView(Desk desk, OpenProject project) {
    this.desk = desk;
    this.texts = desk.texts();
    this.model = new CostViewModel(desk, project);
    this.diet = new DietViewModel(desk, project, model);
    use = new UsePane(model, texts, desk.timbre().catalogue());
    compare = new ComparePane(model, texts);
    local = new LocalPane(model, texts, () -> desk.navigator().go("settings"));
    compared = new VBox(use, compare);
    compared.getStyleClass().add("column-16");
    VBox.setVgrow(compare, Priority.ALWAYS);
    var currency =
        new CurrencyPane(
            new CurrencyForm(texts.locale(), texts.exchange().get()),
            texts,
            rate ->
                desk.work()
                    .run(
                        () -> {
                          desk.timbre().pricePreferences().setExchangeRate(rate);
                          return rate;
                        })
                    .onFailure(desk.notices()::failed));
    pages =
        new CostPages(
            texts,
            List.of(
                new CostPages.Page("compare", wholePage(compared)),
                new CostPages.Page("diet", new DietPane(diet, texts)),
                new CostPages.Page("local", page(local)),
                new CostPages.Page("currency", page(currency))));
    counting = countingPane();
    again.setAccessibleText(texts.get("cost.counting"));
    again.getStyleClass().add("thin-bar");
    again.setMaxWidth(Double.MAX_VALUE);
    VBox.setVgrow(place, Priority.ALWAYS);
    node.getStyleClass().addAll("screen", "cost-screen", "column-16");
    node.getChildren().addAll(head(), place);
    model.figures().subscribe(this::show);
    WhileShown.of(node, () -> texts.exchange().subscribe(rate -> show(model.figures().get())));
  }

  private Node head() {
    var title = new Label(texts.get("cost.title"));
    title.getStyleClass().add("screen-title");
    summary.getStyleClass().add("muted");
    summary.setWrapText(true);
    summary.setMinHeight(Region.USE_PREF_SIZE);
    var controls = new HBox(pages.buttons(), horizon());
    controls.getStyleClass().add("row-16");
    var head = new VBox(new HeadRow(title, controls), summary, again);
    head.getStyleClass().add("column-4");
    return head;
  }

  private Node horizon() {
    var group = new ToggleGroup();
    var row = new HBox();
    for (var each : Horizon.values()) {
      var button = new ToggleButton(texts.get("cost.horizon." + each));
      button.setId("cost-" + each);
      button.setMnemonicParsing(false);
      button.setToggleGroup(group);
      button.getStyleClass().add(each == Horizon.MONTH ? "left-pill" : "right-pill");
      button.setOnAction(event -> model.form().horizon().set(each));
      row.getChildren().add(button);
      model.form().horizon().subscribe(chosen -> button.setSelected(chosen == each));
    }
    group
        .selectedToggleProperty()
        .addListener(
            (toggle, before, now) -> {
              if (now == null && before != null) {
                before.setSelected(true);
              } else if (now != null) {
                model
                    .form()
                    .horizon()
                    .set(Horizon.values()[row.getChildren().indexOf((ToggleButton) now)]);
              }
            });
    return row;
  }

  /** As high as the room, and scrolled where that is too low for all of it. */
  private static ScrollPane wholePage(Node content) {
    var scroll = page(content);
    scroll.setFitToHeight(true);
    return scroll;
  }

  private static ScrollPane page(Node content) {
    var scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("plain-scroll");
    return scroll;
  }

  private Node countingPane() {
    bar.setPrefWidth(320);
    bar.setAccessibleText(texts.get("cost.counting"));
    var stop = new Button(texts.get("cost.stop"));
    stop.setId("cost-stop");
    stop.setOnAction(event -> model.stop());
    var box = new VBox(howFar, bar, stop);
    box.getStyleClass().addAll("column-16", "middle");
    return box;
  }

  private void show(CostFigures figures) {
    boolean isOld = figures instanceof CostFigures.Priced priced && priced.isOld();
    again.setVisible(isOld);
    summary.setText("");
    switch (figures) {
      case CostFigures.Counting(long done, long of) -> {
        howFar.setText(
            of == 0 ? texts.get("cost.counting") : texts.get("cost.countingSo", done, of));
        bar.setProgress(of == 0 ? ProgressBar.INDETERMINATE_PROGRESS : (double) done / of);
        put(counting);
      }
      case CostFigures.NoData _ ->
          put(empty(Icon.DATA, "cost.empty", () -> desk.navigator().go("data")));
      case CostFigures.Stopped _ -> put(empty(Icon.STOP, "cost.stopped", model::countAgain));
      case CostFigures.Failed(Exception problem) ->
          put(new VBox(new FaultNotice(Fault.of(problem, texts), texts, model::countAgain)));
      case CostFigures.Priced(CostReport report, boolean _) -> {
        summary.setText(summary(report));
        use.show(report);
        compare.show(report);
        local.show(report);
        put(pages);
      }
    }
  }

  private String summary(CostReport report) {
    String data =
        texts.get(
            "cost.summary", report.conversations(), report.heldOut(), texts.date(report.day()));
    return texts
        .exchange()
        .get()
        .map(
            rate ->
                data
                    + " "
                    + texts.get(
                        "cost.summary.rate",
                        texts.amount(rate.perDollar(), rate.currency()),
                        texts.date(rate.day())))
        .orElse(data);
  }

  private void put(Node shown) {
    pages.buttons().setVisible(shown == pages);
    if (!place.getChildren().contains(shown)) {
      place.getChildren().setAll(shown);
    }
  }

  private Node empty(Icon icon, String key, Runnable act) {
    var button = new Button(texts.get(key + ".act"));
    button.setId("cost-first-step");
    button.setOnAction(event -> act.run());
    return new EmptyState(icon, texts.get(key + ".title"), texts.get(key + ".text"), button);
  }

  /** The part about a shorter prompt. */
  DietViewModel diet() {
    return diet;
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void shown() {
    model.setSeen(true);
  }

  @Override
  public void hidden() {
    model.setSeen(false);
  }

  @Override
  public List<Action> actions() {
    return pages.actions();
  }

  @Override
  public void close() {
    diet.close();
    model.close();
  }
}
