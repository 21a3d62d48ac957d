package studio.timbre.ui.hear;

import javafx.beans.Observable;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.timbre.ui.budget.BudgetPane;
import studio.timbre.ui.budget.Payable;
import studio.timbre.ui.control.TabLeaves;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.hear.HearSource.Question;

/** Where the question is written, and how it is to be answered. */
final class Composer extends VBox {
  private final HearViewModel model;
  private final Texts texts;
  private final TextArea prompt = new TextArea();
  private final TextArea system = new TextArea();
  private final Button ask = new Button("", Icon.HEAR.node());
  private final Button stop = new Button("", Icon.STOP.node());

  Composer(HearViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("composer");
    prompt.setId("hear-prompt");
    prompt.setPromptText(texts.get("hear.prompt"));
    prompt.setAccessibleText(texts.get("hear.prompt"));
    prompt.setWrapText(true);
    prompt.setPrefRowCount(3);
    prompt.textProperty().bindBidirectional(model.prompt());
    prompt.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    TabLeaves.from(prompt);
    ask.setId("hear-ask");
    ask.getStyleClass().add("accent");
    ask.setMinWidth(Region.USE_PREF_SIZE);
    ask.setMnemonicParsing(false);
    ask.setOnAction(event -> ask());
    stop.setId("hear-stop");
    stop.setText(texts.get("hear.stop"));
    stop.setMinWidth(Region.USE_PREF_SIZE);
    stop.setOnAction(event -> model.stop());
    var buttons = new VBox(ask, stop);
    buttons.getStyleClass().add("column-8");
    ask.setMaxWidth(Double.MAX_VALUE);
    stop.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(prompt, Priority.ALWAYS);
    var row = new HBox(prompt, buttons);
    row.getStyleClass().add("composer-row");
    getChildren()
        .addAll(
            system(),
            new HearSettings(model, texts, questions()),
            new CostLines(model.sitting(), texts),
            budget(),
            row);
    model.prompt().subscribe(text -> update());
    model.speaking().subscribe(speaking -> update());
    model.read().subscribe(read -> update());
    model.voices().chosen().addListener((Observable change) -> update());
    model.serving().cards().addListener((Observable change) -> update());
    model.sitting().press().subscribe(price -> update());
    model.budget().standing().subscribe(standing -> update());
  }

  /** The question stays, all of it selected: the next key replaces it, the next press asks again. */
  void ask() {
    model.ask();
    prompt.requestFocus();
    prompt.selectAll();
  }

  /** False if it cannot be typed into yet. */
  boolean takeFocus() {
    prompt.requestFocus();
    return prompt.isFocused();
  }

  private VBox system() {
    var label = new Label(texts.get("hear.system"));
    label.setLabelFor(system);
    label.getStyleClass().addAll("muted", "small-text");
    system.setId("hear-system");
    system.setAccessibleText(texts.get("hear.system"));
    system.setWrapText(true);
    system.setPrefRowCount(2);
    TabLeaves.from(system);
    system.textProperty().bindBidirectional(model.system());
    return new VBox(label, system);
  }

  /** There where somebody is asked who takes money. */
  private BudgetPane budget() {
    var pane = new BudgetPane(model.budget(), Payable.ANSWER, texts);
    model
        .sitting()
        .press()
        .subscribe(
            price -> {
              pane.show(price);
              pane.setVisible(price.isPresent());
              pane.setManaged(price.isPresent());
            });
    return pane;
  }

  private ComboBox<Question> questions() {
    var box = new ComboBox<>(model.questions());
    box.setId("hear-questions");
    box.setPromptText(texts.get("hear.heldOut"));
    box.setAccessibleText(texts.get("hear.heldOut"));
    box.setVisibleRowCount(12);
    box.setCellFactory(list -> new QuestionCell());
    box.setButtonCell(new QuestionCell());
    box.setOnAction(
        event -> {
          if (box.getValue() != null) {
            model.take(box.getValue());
          }
        });
    return box;
  }

  private void update() {
    ask.setText(texts.get(askKey(model.heard().size())));
    ask.setDisable(!model.canAsk());
    stop.setDisable(!model.speaking().get());
  }

  static String askKey(int voices) {
    return switch (voices) {
      case 0, 1 -> "hear.ask";
      case 2 -> "hear.askBoth";
      default -> "hear.askAll";
    };
  }

  /** As in a chat: Enter asks, with Shift it begins a new line. */
  private void key(KeyEvent event) {
    if (event.getCode() != KeyCode.ENTER) {
      return;
    }
    if (event.isShiftDown()) {
      prompt.replaceSelection("\n");
    } else if (model.canAsk()) {
      ask();
    }
    event.consume();
  }

  /** A question on one line. */
  private static final class QuestionCell extends ListCell<Question> {
    QuestionCell() {
      setPrefWidth(320);
    }

    @Override
    protected void updateItem(@Nullable Question question, boolean empty) {
      super.updateItem(question, empty);
      setText(question == null || empty ? null : question.question().replaceAll("\\s+", " "));
    }
  }
}
