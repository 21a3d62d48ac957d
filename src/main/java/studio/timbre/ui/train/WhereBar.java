package studio.timbre.ui.train;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import studio.timbre.model.Connection;
import studio.timbre.ui.control.ChoiceCard;
import studio.timbre.ui.control.EqualColumns;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.ProviderNames;
import studio.timbre.ui.fx.Texts;

/** On this computer, or over one of the connections. */
final class WhereBar extends VBox {
  private static final double NARROWEST = 208;

  /** A card and the place that it stands for. */
  private record Card(Where where, ChoiceCard card) {}

  private final WhereViewModel model;
  private final Texts texts;
  private final EqualColumns row = new EqualColumns(NARROWEST);
  private List<Card> cards = List.of();

  /** @param addConnection leads to where a connection is added */
  WhereBar(WhereViewModel model, Texts texts, Runnable addConnection) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("column-8");
    var title = new Label(texts.get("train.where"));
    title.getStyleClass().add("section-title");
    var add = new Button(texts.get("train.where.add"), Icon.ADD.node());
    add.setId("train-add-connection");
    add.setMnemonicParsing(false);
    add.setOnAction(event -> addConnection.run());
    var buttons = new FlowPane(add);
    buttons.getStyleClass().add("wrapping-buttons");
    getChildren().addAll(title, row, buttons);
    model.connections().addListener((javafx.beans.Observable change) -> build());
    build();
    model.chosen().subscribe(chosen -> mark());
  }

  private void build() {
    var group = new ToggleGroup();
    var built = new ArrayList<Card>();
    built.add(
        card(
            group,
            new Where.Here(),
            "where-here",
            texts.get("train.where.here"),
            texts.get("train.where.here.text")));
    for (var connection : model.connections()) {
      built.add(
          card(
              group,
              new Where.There(connection),
              "where-" + connection.id(),
              connection.name(),
              provider(connection)));
    }
    cards = List.copyOf(built);
    row.getChildren().setAll(cards.stream().map(Card::card).toList());
    mark();
  }

  private String provider(Connection connection) {
    return ProviderNames.of(connection.provider(), texts) + "\n" + connection.address().getHost();
  }

  private Card card(ToggleGroup group, Where where, String id, String name, String explanation) {
    var title = new Label(name);
    title.getStyleClass().add("strong");
    title.setWrapText(true);
    var text = new Label(explanation);
    text.setWrapText(true);
    text.getStyleClass().addAll("muted", "small-text");
    var card = new ChoiceCard(group, name + ", " + explanation, title, text);
    card.setId(id);
    // The arrow keys choose without an action.
    card.selectedProperty()
        .subscribe(
            now -> {
              if (now) {
                model.chosen().set(where);
              }
            });
    return new Card(where, card);
  }

  private void mark() {
    cards.forEach(known -> known.card().setSelected(known.where().equals(model.chosen().get())));
  }
}
