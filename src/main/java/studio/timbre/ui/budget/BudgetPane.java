package studio.timbre.ui.budget;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.timbre.app.ProjectBudget.Standing;
import studio.timbre.model.PriceRange;
import studio.timbre.ui.fx.Keyboard;
import studio.timbre.ui.fx.Texts;

/** Says what the project may spend in all, and takes another sum where it is typed. */
public final class BudgetPane extends VBox {
  private final BudgetModel model;
  private final Texts texts;
  private final Payable payable;
  private final Label line = new Label();
  private final Hyperlink change = new Hyperlink();
  private final Label question = new Label();
  private final TextField field = new TextField();
  private final Button keep = new Button();
  private final VBox asking;
  private Optional<Optional<PriceRange>> price = Optional.empty();

  /** @param payable what is paid where this stands */
  public BudgetPane(BudgetModel model, Payable payable, Texts texts) {
    this.payable = payable;
    this.model = model;
    this.texts = texts;
    setId("project-budget");
    getStyleClass().add("column-4");
    line.setId("project-budget-line");
    line.setWrapText(true);
    line.getStyleClass().addAll("muted", "small-text");
    change.setId("project-budget-change");
    change.getStyleClass().add("small-text");
    change.setOnAction(
        event -> {
          model.open().set(true);
          Keyboard.give(field);
        });
    question.setId("project-budget-question");
    question.setWrapText(true);
    question.setLabelFor(field);
    field.setId("project-budget-sum");
    field.setAccessibleText(texts.get("budget.field"));
    field.textProperty().bindBidirectional(model.text());
    field.setOnAction(event -> keepTyped());
    HBox.setHgrow(field, Priority.ALWAYS);
    keep.setId("project-budget-keep");
    keep.setMnemonicParsing(false);
    keep.setMinWidth(USE_PREF_SIZE);
    keep.setOnAction(event -> keepTyped());
    var row = new HBox(field, keep);
    row.getStyleClass().add("row-8");
    asking = new VBox(question, row);
    asking.getStyleClass().add("column-8");
    for (var label : new Label[] {line, question}) {
      label.setMinHeight(USE_PREF_SIZE);
    }
    setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && model.open().get()) {
            model.text().set("");
            model.open().set(false);
            change.requestFocus();
            event.consume();
          }
        });
    getChildren().addAll(head(), asking);
    model.standing().subscribe(standing -> show());
    model.text().subscribe(typed -> show());
    model.open().subscribe(isOpen -> show());
  }

  /** Where there is room beside what is said, the way to change it stands there. */
  private Pane head() {
    var head = payable == Payable.ANSWER ? new HBox(line, change) : new VBox(line, change);
    head.getStyleClass().add(payable == Payable.ANSWER ? "row-8" : "column-4");
    line.setMinWidth(0);
    change.setMinWidth(USE_PREF_SIZE);
    return head;
  }

  private void keepTyped() {
    if (model.canKeep(price)) {
      model.keep();
    }
  }

  /** @param newPrice of what is thought out; empty while nothing is */
  public void show(Optional<Optional<PriceRange>> newPrice) {
    price = newPrice;
    show();
  }

  private void show() {
    var standing = model.standing().get();
    boolean isExceeded = price.filter(standing::isExceededBy).isPresent();
    boolean asks = isExceeded || model.open().get();
    line.setText(line(standing));
    change.setText(texts.get(standing.usd().isPresent() ? "budget.change" : "budget.set"));
    put(change, !asks);
    put(asking, asks);
    question.setText(question(standing, isExceeded));
    keep.setText(act(standing));
    keep.setDisable(!model.canKeep(price));
  }

  private String line(Standing standing) {
    String sum = texts.dollars(standing.spent());
    var said = new StringBuilder();
    said.append(
        standing.usd().isPresent()
            ? texts.get("budget.line", texts.dollars(standing.usd().getAsDouble()), sum)
            : texts.get("budget.line.none", sum));
    if (standing.answers().usd() > 0) {
      String jobs = texts.dollars(standing.jobs().usd());
      String answers = texts.dollars(standing.answers().usd());
      said.append(' ').append(texts.get("budget.line.parts", jobs, answers));
    }
    if (standing.jobs().unpriced() > 0) {
      said.append(' ').append(texts.get("budget.unpriced", standing.jobs().unpriced()));
    }
    if (standing.answers().unpriced() > 0) {
      said.append(' ').append(texts.get("budget.unpriced.answers", standing.answers().unpriced()));
    }
    return said.toString();
  }

  private String question(Standing standing, boolean isExceeded) {
    String words = texts.get("budget.none.words");
    if (!isExceeded) {
      return texts.get(
          standing.usd().isPresent() ? "budget.question.change" : "budget.question.set", words);
    }
    return price
        .orElse(Optional.empty())
        .map(
            range ->
                texts.get(
                    payable.exceeded(),
                    texts.dollars(enough(standing.needed(range.high()))),
                    texts.dollars(standing.usd().orElseThrow())))
        .orElseGet(() -> texts.get(payable.unpriced(), words));
  }

  /** Rounded up as it is written, so that what is read can be typed. */
  private static double enough(double usd) {
    double unit = usd < 0.01 ? 1e4 : 100;
    return Math.ceil(usd * unit) / unit;
  }

  private String act(Standing standing) {
    return switch (model.typed()) {
      case BudgetModel.Typed.NoBudget _ -> texts.get("budget.act.none");
      case BudgetModel.Typed.Sum(double usd) ->
          texts.get(
              standing.usd().isPresent() && usd > standing.usd().getAsDouble()
                  ? "budget.act.raise"
                  : "budget.act.set",
              texts.dollars(usd));
      case BudgetModel.Typed.Nothing _ -> texts.get("budget.act");
    };
  }

  private static void put(Node node, boolean there) {
    node.setVisible(there);
    node.setManaged(there);
  }
}
