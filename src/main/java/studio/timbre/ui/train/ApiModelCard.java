package studio.timbre.ui.train;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import studio.timbre.model.ModelOffer;
import studio.timbre.ui.control.ChoiceCard;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Texts;

/** A model of a provider to choose: its price, what it learns from, until when, and how many jobs the account may have. */
final class ApiModelCard extends StackPane {
  private final ModelOffer offer;
  private final ChoiceCard card;

  ApiModelCard(ModelOffer offer, ToggleGroup group, Texts texts, Runnable chosen) {
    this.offer = offer;
    var name = new Label(offer.model());
    name.getStyleClass().add("strong");
    name.setWrapText(true);
    var price = small(ApiTexts.price(texts, offer.line()));
    var methods = small(ApiTexts.methods(texts, offer));
    var badges = new FlowPane();
    badges.getStyleClass().add("badges");
    if (offer.seen() == ModelOffer.Seen.NOT_LISTED) {
      badges.getChildren().add(badge(texts.get("api.model.notListed"), "plain", Icon.INFO));
    }
    if (offer.lastJob().isPresent() || offer.answersUntil().isPresent()) {
      badges.getChildren().add(badge(ending(texts, offer), "caution", Icon.CLOCK));
    }
    var end = small(ApiTexts.ending(texts, offer));
    var limits = small(ApiTexts.limits(texts, offer));
    card = new ChoiceCard(group, "", name, price, methods, badges, end, limits);
    for (var optional : new javafx.scene.layout.Region[] {methods, badges, end, limits}) {
      optional.managedProperty().bind(optional.visibleProperty());
    }
    methods.setVisible(!methods.getText().isEmpty());
    badges.setVisible(!badges.getChildren().isEmpty());
    end.setVisible(!end.getText().isEmpty());
    limits.setVisible(!limits.getText().isEmpty());
    card.setAccessibleText(
        Stream.of(name, price, methods, end, limits)
            .map(Label::getText)
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(", ")));
    card.setId("api-model-" + offer.model());
    // The arrow keys choose without an action.
    card.selectedProperty()
        .subscribe(
            now -> {
              if (now) {
                chosen.run();
              }
            });
    getStyleClass().add("api-model-card");
    getChildren().add(card);
  }

  private static String ending(Texts texts, ModelOffer offer) {
    return texts.get(offer.lastJob().isPresent() ? "api.model.closing" : "api.model.ends");
  }

  private static Label small(String text) {
    var label = new Label(text);
    label.getStyleClass().addAll("muted", "small-text");
    label.setWrapText(true);
    return label;
  }

  private static Label badge(String text, String tone, Icon icon) {
    var badge = new Label(text, icon.node());
    badge.getStyleClass().addAll("badge", "state-badge", tone);
    badge.setMinWidth(USE_PREF_SIZE);
    return badge;
  }

  ModelOffer offer() {
    return offer;
  }

  void select(boolean chosen) {
    card.setSelected(chosen);
  }
}
