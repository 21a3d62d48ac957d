package studio.timbre.ui.data;

import atlantafx.base.controls.CustomTextField;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.timbre.ui.fx.Action;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Notices;
import studio.timbre.ui.fx.Texts;

/** Search, filters, the count of what is left, and what another room asked to see. */
final class FilterBar extends VBox {
  private final DataViewModel model;
  private final Texts texts;
  private final CustomTextField search = new CustomTextField();
  private final Label count = new Label();
  private final Action choosing;

  /**
   * @param leave takes the keyboard to what was found
   */
  FilterBar(
      DataViewModel model,
      FilterViewModel filters,
      ViewsViewModel saved,
      Texts texts,
      Notices notices,
      Action add,
      Runnable leave) {
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
    var chooser = new ToggleButton(texts.get("data.filters"), Icon.EXPAND.node());
    chooser.setId("data-filters");
    chooser.setContentDisplay(ContentDisplay.RIGHT);
    chooser.setMnemonicParsing(false);
    chooser.setMinWidth(Region.USE_PREF_SIZE);
    chooser.selectedProperty().bindBidirectional(filters.open());
    var pane = new FilterPane(filters, texts, chooser::requestFocus);
    filters.open().subscribe((before, now) -> pane.takeFocus());
    choosing =
        Action.of(
                "data.filter.open",
                texts.get("data.filter.open"),
                () -> {
                  filters.open().set(true);
                  pane.takeFocus();
                })
            .withShortcut("Shortcut+Shift+F");
    var views = new ViewsMenu(saved, texts, notices);
    var row = new HBox(search, chooser, views, count);
    row.getStyleClass().add("row-8");
    var adding = add.button();
    adding.setText(texts.get("data.add.short"));
    adding.setMinWidth(Region.USE_PREF_SIZE);
    row.getChildren().add(adding);
    getChildren()
        .addAll(row, new ViewNameRow(saved, texts, leave), pane, new FilterChips(filters, texts));
    model.all().subscribe(value -> showCount());
    model.ids().subscribe(this::showCount);
    model.narrowing().spotlight().subscribe(spotlight -> showSpotlight(spotlight.isPresent()));
  }

  private void showCount() {
    long all = model.all().get();
    int shown = model.ids().size();
    if (all < 0) {
      count.setText("");
    } else {
      count.setText(
          !model.isCounted()
              ? texts.get("data.count.about", shown, all)
              : shown == all
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

  /** Opens the filters. */
  Action choosing() {
    return choosing;
  }

  void focusSearch() {
    search.requestFocus();
    search.selectAll();
  }
}
