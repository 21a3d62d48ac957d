package studio.timbre.ui.data;

import atlantafx.base.controls.CustomTextField;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.ui.fx.Action;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Texts;

/** Search, filters, the count of what is left, and what another room asked to see. */
final class FilterBar extends VBox {
  private final DataViewModel model;
  private final Texts texts;
  private final CustomTextField search = new CustomTextField();
  private final Label count = new Label();

  FilterBar(DataViewModel model, Texts texts, Action add, Runnable leave) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("filter-bar");
    search.setId("data-search");
    search.setLeft(Icon.SEARCH.node());
    search.setPromptText(texts.get("data.search"));
    search.setAccessibleText(texts.get("data.search"));
    search.textProperty().bindBidirectional(model.narrowing().search());
    search.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
            search.clear();
            event.consume();
          } else if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
            leave.run();
            event.consume();
          }
        });
    HBox.setHgrow(search, Priority.ALWAYS);
    count.setId("data-count");
    count.getStyleClass().add("muted");
    count.setMinWidth(Region.USE_PREF_SIZE);
    var row =
        new HBox(
            search,
            choice(
                "data.filter.status",
                Stream.of(Status.values()).toList(),
                status -> Words.of(texts, status),
                model.narrowing().status()),
            choice(
                "data.filter.split",
                Stream.of(Split.values()).toList(),
                split -> Words.of(texts, split),
                model.narrowing().split()),
            count);
    row.getStyleClass().add("row-8");
    var adding = add.button();
    adding.setText(texts.get("data.add.short"));
    adding.setMinWidth(Region.USE_PREF_SIZE);
    row.getChildren().add(adding);
    getChildren().add(row);
    model.all().subscribe(value -> showCount());
    model.ids().subscribe(this::showCount);
    model.narrowing().spotlight().subscribe(spotlight -> showSpotlight(spotlight.isPresent()));
  }

  private <T> ComboBox<Optional<T>> choice(
      String key, List<T> values, Function<T, String> name, ObjectProperty<Optional<T>> property) {
    var box = new ComboBox<Optional<T>>();
    box.setId(key.replace('.', '-'));
    box.getItems().add(Optional.empty());
    values.forEach(value -> box.getItems().add(Optional.of(value)));
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Optional<T> value) {
            return value == null ? "" : value.map(name).orElse(texts.get("data.filter.all"));
          }

          @Override
          public Optional<T> fromString(String text) {
            throw new UnsupportedOperationException("the box is not edited");
          }
        });
    box.setAccessibleText(texts.get(key));
    box.setButtonCell(new ChosenCell<>(texts.get(key), name));
    box.valueProperty().bindBidirectional(property);
    return box;
  }

  /** What the closed box shows: the filter's name while it lets everything through. */
  private static final class ChosenCell<T> extends ListCell<Optional<T>> {
    private final String title;
    private final Function<T, String> name;

    ChosenCell(String title, Function<T, String> name) {
      this.title = title;
      this.name = name;
    }

    @Override
    protected void updateItem(Optional<T> value, boolean empty) {
      super.updateItem(value, empty);
      setText(empty || value == null ? title : value.map(name).orElse(title));
    }
  }

  private void showCount() {
    long all = model.all().get();
    int shown = model.ids().size();
    if (all < 0) {
      count.setText("");
    } else {
      count.setText(
          shown == all
              ? texts.get("data.count.all", all)
              : texts.get("data.count.some", shown, all));
    }
  }

  private void showSpotlight(boolean present) {
    getChildren().removeIf(node -> node.getStyleClass().contains("spotlight"));
    if (present) {
      var reason = new Label(model.narrowing().spotlight().get().orElseThrow().reason());
      reason.setWrapText(true);
      HBox.setHgrow(reason, Priority.ALWAYS);
      reason.setMaxWidth(Double.MAX_VALUE);
      var all = new Button(texts.get("data.showAll"), Icon.CLOSE.node());
      all.setId("spotlight-close");
      all.getStyleClass().addAll("flat", "small");
      all.setMinWidth(Region.USE_PREF_SIZE);
      all.setOnAction(event -> model.narrowing().spotlight().set(Optional.empty()));
      var row = new HBox(Icon.CHECK.node(), reason, all);
      row.getStyleClass().addAll("spotlight", "row-8");
      getChildren().add(row);
    }
  }

  void focusSearch() {
    search.requestFocus();
    search.selectAll();
  }
}
