package studio.timbre.ui.train;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import studio.timbre.model.Provider;
import studio.timbre.ui.control.ChoiceCard;
import studio.timbre.ui.control.EqualColumns;
import studio.timbre.ui.fx.Texts;

/** What the model learns from; only what provider and model offer is there. */
final class ApiMethodCards extends VBox {
  private static final double NARROWEST = 208;

  private final ApiTrainViewModel model;
  private final Map<ApiMethodKind, ChoiceCard> cards = new EnumMap<>(ApiMethodKind.class);
  private final Label evaluators;

  ApiMethodCards(ApiTrainViewModel model, Texts texts) {
    this.model = model;
    getStyleClass().add("column-8");
    var title = new Label(texts.get("api.method"));
    title.getStyleClass().add("section-title");
    var group = new ToggleGroup();
    var row = new EqualColumns(NARROWEST);
    for (var kind : ApiMethodKind.values()) {
      var name = new Label(texts.get(kind.key()));
      name.getStyleClass().add("strong");
      name.setWrapText(true);
      var text = new Label(texts.get(kind.key() + ".text"));
      text.setWrapText(true);
      text.getStyleClass().addAll("muted", "small-text");
      var card = new ChoiceCard(group, name.getText() + ", " + text.getText(), name, text);
      card.setId("method-" + kind.word());
      card.managedProperty().bind(card.visibleProperty());
      card.selectedProperty()
          .subscribe(
              now -> {
                if (now) {
                  model.form().method().set(kind);
                }
              });
      cards.put(kind, card);
      row.getChildren().add(card);
    }
    evaluators = new Label(texts.get("api.method.ownEvaluators"));
    evaluators.setId("own-evaluators");
    evaluators.setWrapText(true);
    evaluators.getStyleClass().addAll("muted", "small-text");
    evaluators.managedProperty().bind(evaluators.visibleProperty());
    getChildren().addAll(title, row, evaluators);
    model.form().method().subscribe(kind -> mark());
    model.form().model().subscribe(name -> offer());
    model.form().provider().subscribe(provider -> offer());
    model.offers().all().subscribe(offers -> offer());
  }

  private void offer() {
    var offered = model.methods();
    // Whoever knows that graded answers can be had there should not look for them here.
    evaluators.setVisible(model.form().provider().get() == Provider.FIREWORKS);
    cards.forEach((kind, card) -> card.setVisible(offered.contains(kind)));
    if (!offered.isEmpty() && !offered.contains(model.form().method().get())) {
      model.form().method().set(offered.getFirst());
    }
    mark();
  }

  private void mark() {
    cards.forEach((kind, card) -> card.setSelected(kind == model.form().method().get()));
  }
}
