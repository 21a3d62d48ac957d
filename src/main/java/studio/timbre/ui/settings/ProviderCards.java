package studio.timbre.ui.settings;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import studio.timbre.app.Connections.Closing;
import studio.timbre.model.Provider;
import studio.timbre.ui.control.ChoiceCard;
import studio.timbre.ui.fx.Texts;

/** The providers: what each is in one line, and what closes soon. */
final class ProviderCards extends VBox {
  private final Map<Provider, ChoiceCard> cards = new EnumMap<>(Provider.class);

  ProviderCards(
      ObjectProperty<Provider> chosen, Function<Provider, Optional<Closing>> closing, Texts texts) {
    getStyleClass().add("column-8");
    var words = new ConnectionWords(texts);
    var group = new ToggleGroup();
    for (var provider : Provider.values()) {
      var name = new Label(words.name(provider));
      name.getStyleClass().add("strong");
      var text = new Label(words.explanation(provider));
      text.setWrapText(true);
      String spoken = name.getText() + ", " + text.getText();
      var end = closing.apply(provider).map(day -> words.closing(provider, day, LocalDate.now()));
      var card =
          end.isEmpty()
              ? new ChoiceCard(group, spoken, name, text)
              : new ChoiceCard(group, spoken + " " + end.get(), name, text, closing(end.get()));
      card.setId("provider-" + provider.name());
      card.getStyleClass().add("provider-card");
      // The arrow keys choose without an action.
      card.selectedProperty()
          .subscribe(
              selected -> {
                if (selected) {
                  chosen.set(provider);
                }
              });
      cards.put(provider, card);
    }
    chosen.subscribe(provider -> cards.get(provider).setSelected(true));
    getChildren().addAll(cards.values());
  }

  private static Label closing(String sentence) {
    var label = new Label(sentence);
    label.setWrapText(true);
    label.getStyleClass().addAll("small-text", "closing-soon");
    return label;
  }

  /** Takes the keyboard to the chosen one. */
  void focus() {
    cards.values().stream().filter(ChoiceCard::isSelected).forEach(ChoiceCard::requestFocus);
  }
}
