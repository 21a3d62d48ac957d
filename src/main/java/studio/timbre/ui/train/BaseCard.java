package studio.timbre.ui.train;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.StackPane;
import studio.timbre.model.LibraryModel;
import studio.timbre.ui.control.ChoiceCard;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Texts;

/** A base model to choose, with a badge that says whether it fits. */
final class BaseCard extends StackPane {
  private final LibraryModel base;
  private final Texts texts;
  private final Label badge = new Label();
  private final ChoiceCard card;

  BaseCard(LibraryModel base, ToggleGroup group, Texts texts, Runnable chosen) {
    this.base = base;
    this.texts = texts;
    var name = new Label(base.title());
    name.getStyleClass().add("strong");
    var size = new Label(TrainTexts.size(texts, base));
    size.getStyleClass().addAll("muted", "small-text");
    size.setWrapText(true);
    badge.setWrapText(true);
    badge.setMinHeight(USE_PREF_SIZE);
    card = new ChoiceCard(group, "", name, size, badge);
    card.setId("base-" + base.name());
    // The arrow keys choose without an action.
    card.selectedProperty()
        .subscribe(
            now -> {
              if (now) {
                chosen.run();
              }
            });
    getStyleClass().add("base-card");
    getChildren().add(card);
    showFit(Optional.empty());
  }

  LibraryModel base() {
    return base;
  }

  void select(boolean chosen) {
    card.setSelected(chosen);
  }

  void showFit(Optional<Fit> fit) {
    badge.setText(fit.map(known -> TrainTexts.badge(texts, known)).orElse(""));
    badge.getStyleClass().setAll("label", "badge", fit.map(BaseCard::tone).orElse("plain"));
    badge.setGraphic(fit.map(known -> icon(known).node()).orElse(null));
    badge.setVisible(fit.isPresent());
    card.setAccessibleText(
        String.join(", ", base.title(), TrainTexts.size(texts, base), badge.getText()));
  }

  private static String tone(Fit fit) {
    return switch (fit) {
      case FITS -> "good";
      case TIGHT -> "caution";
      case TOO_BIG -> "bad";
    };
  }

  private static Icon icon(Fit fit) {
    return switch (fit) {
      case FITS -> Icon.CHECK;
      case TIGHT -> Icon.WARNING;
      case TOO_BIG -> Icon.ERROR;
    };
  }
}
