package studio.timbre.ui.cost;

import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import studio.timbre.app.PromptChange;
import studio.timbre.ui.control.TabLeaves;
import studio.timbre.ui.control.WhileShown;
import studio.timbre.ui.fx.Fault;
import studio.timbre.ui.fx.Texts;

/** The long prompt of today beside the short one of tomorrow, and what lies between them in tokens and money. */
final class DietPane extends VBox {
  private static final int LINES = 3;

  private final DietViewModel model;
  private final Texts texts;
  private final DietTable table;
  private final Label tokensToday = new Label();
  private final Label tokensAfter = new Label();
  private final Label state = new Label();
  private final FlowPane suggestions = new FlowPane();
  private final Button train = new Button();
  private final VBox question = new VBox();

  DietPane(DietViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("column-16");
    table = new DietTable(texts);
    VBox.setVgrow(table, Priority.ALWAYS);
    suggestions.getStyleClass().add("use-pane");
    state.setId("diet-state");
    state.setWrapText(true);
    state.setMinHeight(USE_PREF_SIZE);
    state.getStyleClass().add("muted");
    train.setId("diet-train");
    train.setText(texts.get("cost.diet.train"));
    train.setMnemonicParsing(false);
    train.setMinWidth(USE_PREF_SIZE);
    train.setOnAction(event -> model.lookAtChange());
    state.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(state, Priority.ALWAYS);
    var foot = new HBox(state, train);
    foot.getStyleClass().add("row-16");
    question.getStyleClass().addAll("card-pane", "column-8");
    question.setId("diet-question");
    question.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            model.dropChange();
            train.requestFocus();
            event.consume();
          }
        });
    getChildren().addAll(prompts(), table, foot, question);
    model.figures().subscribe(this::show);
    model.today().subscribe(text -> showTokens());
    model.after().subscribe(text -> showTokens());
    model.preview().subscribe(found -> showQuestion());
    WhileShown.of(
        this,
        () ->
            Subscription.combine(texts.exchange().subscribe(rate -> show(model.figures().get()))));
  }

  private GridPane prompts() {
    var today = area("diet-today", "cost.diet.today", model.today());
    var after = area("diet-after", "cost.diet.after", model.after());
    var left = new VBox(named("cost.diet.today", today), today, tokensToday);
    var right = new VBox(named("cost.diet.after", after), after, tokensAfter, suggestions);
    var both = new GridPane();
    both.getStyleClass().add("diet-prompts");
    for (var side : new VBox[] {left, right}) {
      side.getStyleClass().add("column-4");
      var half = new ColumnConstraints();
      half.setPercentWidth(50);
      both.getColumnConstraints().add(half);
    }
    both.addRow(0, left, right);
    for (var label : new Label[] {tokensToday, tokensAfter}) {
      label.setWrapText(true);
      label.setMinHeight(USE_PREF_SIZE);
      label.getStyleClass().addAll("muted", "small-text");
    }
    tokensToday.setId("diet-tokens-today");
    tokensAfter.setId("diet-tokens-after");
    return both;
  }

  private Label named(String key, TextArea area) {
    var label = new Label(texts.get(key));
    label.setLabelFor(area);
    label.getStyleClass().add("strong");
    return label;
  }

  private TextArea area(String id, String key, StringProperty text) {
    var area = new TextArea();
    area.setId(id);
    area.setWrapText(true);
    area.setPrefRowCount(LINES);
    area.setMinHeight(USE_PREF_SIZE);
    area.setMaxHeight(USE_PREF_SIZE);
    area.setAccessibleText(texts.get(key));
    area.textProperty().bindBidirectional(text);
    TabLeaves.from(area);
    return area;
  }

  private void showTokens() {
    int before = model.tokensToday();
    int now = model.tokensAfter();
    tokensToday.setText(texts.get("cost.diet.tokens", before));
    tokensAfter.setText(
        before == 0 || now > before
            ? texts.get("cost.diet.tokens", now)
            : texts.get("cost.diet.tokens.less", now, texts.percent(1 - (double) now / before)));
    train.setDisable(model.after().get().equals(model.today().get()));
  }

  private void suggest() {
    suggestions.getChildren().clear();
    if (!model.after().get().isEmpty()) {
      suggestions.getChildren().add(suggestion("diet-none", texts.get("cost.diet.none"), ""));
    }
    for (var prompt : model.suggestions()) {
      if (!prompt.text().equals(model.after().get())) {
        suggestions
            .getChildren()
            .add(
                suggestion(
                    "diet-shortest",
                    texts.get("cost.diet.shortest", prompt.tokens(), prompt.conversations()),
                    prompt.text()));
      }
    }
    boolean isAny = !suggestions.getChildren().isEmpty();
    suggestions.setVisible(isAny);
    suggestions.setManaged(isAny);
  }

  private Hyperlink suggestion(String id, String words, String prompt) {
    var link = new Hyperlink(words);
    link.setId(id);
    link.getStyleClass().add("small-text");
    link.setOnAction(event -> model.after().set(prompt));
    return link;
  }

  private void show(DietFigures figures) {
    suggest();
    showTokens();
    switch (figures) {
      case DietFigures.Same _ -> {
        table.getItems().clear();
        state.setText(texts.get("cost.diet.same"));
      }
      case DietFigures.Counting(long done, long of) ->
          state.setText(
              of == 0 ? texts.get("cost.counting") : texts.get("cost.countingSo", done, of));
      case DietFigures.Failed(Exception problem) ->
          state.setText(Fault.of(problem, texts).sentence());
      case DietFigures.Saved saved -> {
        table.show(saved.offers());
        state.setText(texts.get("cost.diet.note"));
      }
    }
  }

  private void showQuestion() {
    var found = model.preview().get();
    question.setVisible(found.isPresent());
    question.setManaged(found.isPresent());
    question.getChildren().clear();
    found.ifPresent(this::ask);
  }

  private void ask(PromptChange.Preview preview) {
    var title =
        new Label(
            preview.changed() == 0
                ? texts.get("cost.diet.nothing", preview.all())
                : texts.get(
                    model.after().get().isBlank()
                        ? "cost.diet.question.none"
                        : "cost.diet.question",
                    preview.changed(),
                    preview.all()));
    title.setWrapText(true);
    title.setMinHeight(USE_PREF_SIZE);
    title.getStyleClass().add("strong");
    question.getChildren().add(title);
    for (var example : preview.examples()) {
      var line =
          new Label(
              texts.get(
                  "cost.diet.example",
                  shortened(example.question()),
                  quoted(example.before()),
                  quoted(model.after().get())));
      line.setWrapText(true);
      line.setMinHeight(USE_PREF_SIZE);
      line.getStyleClass().add("small-text");
      question.getChildren().add(line);
    }
    var keep = new Button(texts.get("cost.diet.keep"));
    keep.setId("diet-keep");
    keep.setOnAction(
        event -> {
          model.dropChange();
          train.requestFocus();
        });
    var row = new HBox(keep);
    if (preview.changed() > 0) {
      var act = new Button(texts.get("cost.diet.act", preview.changed()));
      act.setId("diet-change");
      act.getStyleClass().add("accent");
      act.setOnAction(event -> model.change());
      row.getChildren().addFirst(act);
    }
    row.getStyleClass().add("row-8");
    question.getChildren().add(row);
    keep.requestFocus();
  }

  private String quoted(String prompt) {
    return prompt.isBlank()
        ? texts.get("cost.diet.noPrompt")
        : texts.get("cost.diet.quoted", shortened(prompt));
  }

  /** The beginning of a long text, on one line. */
  private static String shortened(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    int most = 80;
    return line.length() <= most ? line : line.substring(0, most).strip() + "…";
  }
}
