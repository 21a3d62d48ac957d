package studio.timbre.ui.train;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.timbre.app.MovingHouse.Change;
import studio.timbre.app.MovingHouse.Moved;
import studio.timbre.app.Places.Place;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Texts;

/** Where else the data could go, and everything that would change there. */
final class MovePane extends VBox {
  private static final double ROW = 44;
  private static final int ROWS_SEEN = 6;

  private final MoveViewModel model;
  private final Texts texts;
  private final ListView<Place> list = new ListView<>();
  private final Label nothing;
  private final VBox changes = new VBox();
  private final Button move;
  private final Button connect;

  /**
   * @param connect leads to where a connection is added
   */
  MovePane(MoveViewModel model, Texts texts, Runnable connect) {
    this.model = model;
    this.texts = texts;
    setId("move-pane");
    getStyleClass().addAll("card-pane", "column-16");
    var title = new Label(texts.get("move.title"));
    title.getStyleClass().add("section-title");
    list.setId("move-places");
    list.setFixedCellSize(ROW);
    list.setMinHeight(ROW * 3);
    list.setCellFactory(view -> new PlaceCell(texts));
    list.setAccessibleText(texts.get("move.title"));
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(place -> model.chosen().set(Optional.ofNullable(place)));
    nothing = label("move.nowhere");
    changes.getStyleClass().add("column-8");
    move = new Button(texts.get("move.take"));
    move.setId("move-take");
    move.getStyleClass().add("accent");
    move.setOnAction(event -> model.move());
    this.connect = new Button(texts.get("move.connect"));
    this.connect.setId("move-connect");
    this.connect.setOnAction(event -> connect.run());
    var away = new Button(texts.get("common.close"));
    away.setId("move-close");
    away.setOnAction(event -> model.close());
    for (var button : List.of(move, this.connect, away)) {
      button.setMinWidth(Region.USE_PREF_SIZE);
    }
    var buttons = new HBox(move, this.connect, away);
    buttons.getStyleClass().add("row-8");
    getChildren().addAll(new VBox(title, label("move.text")), nothing, list, changes, buttons);
    setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            model.close();
            event.consume();
          }
        });
    model.chosen().subscribe(place -> list.getSelectionModel().select(place.orElse(null)));
    model.places().subscribe(this::showPlaces);
    model.outcome().subscribe(this::showOutcome);
    model
        .isOpen()
        .subscribe(
            open -> {
              put(this, open);
              if (open) {
                list.requestFocus();
              }
            });
  }

  private Label label(String key) {
    var label = new Label(texts.get(key));
    label.setWrapText(true);
    label.getStyleClass().add("muted");
    return label;
  }

  private void showPlaces(List<Place> places) {
    list.getItems().setAll(places);
    list.setPrefHeight(Math.min(ROWS_SEEN, places.size()) * ROW + 2);
    put(list, !places.isEmpty());
    put(nothing, places.isEmpty());
  }

  private void showOutcome(Optional<Moved> outcome) {
    changes
        .getChildren()
        .setAll(outcome.map(Moved::changes).orElse(List.of()).stream().map(this::line).toList());
    if (outcome.isPresent()) {
      var title = new Label(texts.get("move.changes"));
      title.getStyleClass().add("strong");
      changes.getChildren().addFirst(title);
    }
    put(changes, outcome.isPresent());
    boolean hasAccount = model.chosen().get().flatMap(Place::connection).isPresent();
    put(move, outcome.isPresent() && hasAccount);
    move.setDisable(!model.canMove());
    put(connect, outcome.isPresent() && !hasAccount);
  }

  private HBox line(Change change) {
    var text = new Label(texts.get(change.key(), change.arguments().toArray()));
    text.setWrapText(true);
    var icon = (change.isBlocking() ? Icon.ERROR : Icon.UNFOLD).node();
    var row = new HBox(icon, text);
    row.getStyleClass().add("row-8");
    return row;
  }

  private static void put(Region region, boolean there) {
    region.setVisible(there);
    region.setManaged(there);
  }
}
