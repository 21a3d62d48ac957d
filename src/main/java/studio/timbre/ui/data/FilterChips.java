package studio.timbre.ui.data;

import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.FlowPane;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Texts;

/** The filters in force, each to be taken away by itself. */
final class FilterChips extends FlowPane {
  /** Longer names are shown by their beginning; a screen reader says them whole. */
  private static final int LONGEST = 40;

  private final FilterViewModel model;
  private final Texts texts;

  FilterChips(FilterViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().addAll("wrapping-buttons", "filter-chips");
    setId("filter-chips");
    managedProperty().bind(visibleProperty());
    model.inForce().subscribe(inForce -> show());
  }

  private void show() {
    var inForce = model.inForce().get();
    setVisible(!inForce.isEmpty());
    getChildren().setAll(inForce.stream().map(this::chip).toList());
    if (!inForce.isEmpty()) {
      var clear = new Button(texts.get("data.filter.clear"));
      clear.setId("chips-clear");
      clear.getStyleClass().addAll("flat", "small");
      clear.setOnAction(event -> model.clear());
      getChildren().add(clear);
    }
  }

  private Button chip(FilterViewModel.Chosen chosen) {
    String whole = texts.get("data.filter.chip", model.name(chosen.group()), chosen.name());
    String shown = whole.length() <= LONGEST ? whole : whole.substring(0, LONGEST - 1) + "…";
    var chip = new Button(shown, Icon.CLOSE.node());
    chip.setContentDisplay(ContentDisplay.RIGHT);
    chip.setMnemonicParsing(false);
    chip.getStyleClass().addAll("small", "chip");
    chip.setAccessibleText(texts.get("data.filter.remove", whole));
    chip.setOnAction(event -> model.toggle(chosen.group(), chosen.value()));
    return chip;
  }
}
