package studio.timbre.ui.data;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.timbre.ui.fx.Keyboard;
import studio.timbre.ui.fx.Texts;

/**
 * All filters: the sides on the left, the choices of one of them on the right, each with its count. The arrow keys move within and
 * between the two, the space bar chooses, Escape closes.
 */
final class FilterPane extends VBox {
  private final FilterViewModel model;
  private final Texts texts;
  private final Runnable leave;
  private final ListView<FilterGroup> groups = new ListView<>();
  private final ListView<FilterChoice> choices;

  /**
   * @param leave gives the keyboard back after Escape
   */
  FilterPane(FilterViewModel model, Texts texts, Runnable leave) {
    this.model = model;
    this.texts = texts;
    this.leave = leave;
    getStyleClass().add("filter-pane");
    setId("filter-pane");
    groups.setId("filter-groups");
    groups.getStyleClass().add("filter-groups");
    groups.setAccessibleText(texts.get("data.filters"));
    groups.getItems().setAll(FilterGroup.values());
    groups.setCellFactory(list -> new GroupCell());
    groups.getSelectionModel().select(model.group().get());
    groups
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            chosen -> {
              if (chosen != null) {
                model.group().set(chosen);
              }
            });
    choices = new ListView<>(model.choices());
    choices.setId("filter-choices");
    choices.setAccessibleText(texts.get("data.filter.choices"));
    choices.setCellFactory(list -> new ChoiceCell());
    var without = new Label();
    without.setWrapText(true);
    without.textProperty().bind(model.without());
    choices.setPlaceholder(without);
    choices.setMaxWidth(Double.MAX_VALUE);
    choices.setMinHeight(0);
    VBox.setVgrow(choices, Priority.ALWAYS);
    var right = new VBox(choices, new RangeFields(model, texts));
    HBox.setHgrow(right, Priority.ALWAYS);
    var lists = new HBox(groups, right);
    lists.getStyleClass().add("filter-lists");
    var close = new Button(texts.get("common.close"));
    close.setId("filter-close");
    close.getStyleClass().add("small");
    close.setOnAction(event -> close());
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var foot = new HBox(gap, close);
    foot.getStyleClass().add("row-8");
    getChildren().addAll(lists, foot);
    model.inForce().subscribe(inForce -> redraw());
    managedProperty().bind(visibleProperty());
    visibleProperty().bind(model.open());
    groups.addEventFilter(KeyEvent.KEY_PRESSED, this::groupKey);
    choices.addEventFilter(KeyEvent.KEY_PRESSED, this::choiceKey);
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
          }
        });
  }

  private void redraw() {
    groups.refresh();
    choices.refresh();
  }

  private void close() {
    model.open().set(false);
    leave.run();
  }

  /** Takes the keyboard, if it can be seen. */
  void takeFocus() {
    if (model.open().get()) {
      Keyboard.give(groups);
    }
  }

  private void groupKey(KeyEvent event) {
    switch (event.getCode()) {
      case RIGHT, ENTER, SPACE -> {
        if (choices.getSelectionModel().isEmpty()) {
          choices.getSelectionModel().selectFirst();
        }
        Keyboard.give(choices);
        event.consume();
      }
      default -> {}
    }
  }

  private void choiceKey(KeyEvent event) {
    switch (event.getCode()) {
      case LEFT -> {
        Keyboard.give(groups);
        event.consume();
      }
      case SPACE, ENTER -> {
        toggle(choices.getSelectionModel().getSelectedItem());
        event.consume();
      }
      default -> {}
    }
  }

  private void toggle(FilterChoice choice) {
    if (choice != null) {
      int index = choices.getSelectionModel().getSelectedIndex();
      model.toggle(choice.group(), choice.value());
      choices.getSelectionModel().select(index);
    }
  }

  private final class GroupCell extends ListCell<FilterGroup> {
    private final Label name = new Label();
    private final Label chosen = new Label();
    private final HBox row;

    GroupCell() {
      var gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      name.setMinWidth(Region.USE_PREF_SIZE);
      chosen.getStyleClass().addAll("badge", "accented");
      chosen.setMinWidth(Region.USE_PREF_SIZE);
      row = new HBox(name, gap, chosen);
      row.getStyleClass().add("row-8");
    }

    @Override
    protected void updateItem(FilterGroup group, boolean empty) {
      super.updateItem(group, empty);
      if (empty || group == null) {
        setGraphic(null);
        setAccessibleText("");
        return;
      }
      int count = model.chosen(group);
      name.setText(model.name(group));
      chosen.setText(texts.number(count));
      chosen.setVisible(count > 0);
      setAccessibleText(texts.get("data.filter.group", model.name(group), count));
      setGraphic(row);
    }
  }

  private final class ChoiceCell extends ListCell<FilterChoice> {
    private final Label name = new Label();
    private final Label count = new Label();
    private final Region tick = new Region();
    private final HBox row;

    ChoiceCell() {
      tick.getStyleClass().add("filter-tick");
      tick.setMouseTransparent(true);
      name.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(name, Priority.ALWAYS);
      name.setMinWidth(0);
      name.setWrapText(true);
      count.getStyleClass().add("muted");
      count.setMinWidth(Region.USE_PREF_SIZE);
      row = new HBox(tick, name, count);
      row.getStyleClass().add("row-8");
      setPrefWidth(0);
      setOnMouseClicked(
          event -> {
            if (!isEmpty()) {
              model.toggle(getItem().group(), getItem().value());
            }
          });
    }

    @Override
    protected void updateItem(FilterChoice choice, boolean empty) {
      super.updateItem(choice, empty);
      if (empty || choice == null) {
        setGraphic(null);
        setAccessibleText("");
        return;
      }
      boolean isChosen = model.isChosen(choice);
      tick.getStyleClass().remove("chosen");
      tick.getStyleClass().addAll(isChosen ? java.util.List.of("chosen") : java.util.List.of());
      name.setText(choice.name());
      count.setText(choice.count().isPresent() ? texts.number(choice.count().getAsLong()) : "…");
      setAccessibleText(
          texts.get(
              isChosen ? "data.filter.choice.chosen" : "data.filter.choice",
              choice.name(),
              choice.count().orElse(0)));
      setGraphic(row);
    }
  }
}
