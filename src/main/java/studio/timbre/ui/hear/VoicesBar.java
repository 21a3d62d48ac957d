package studio.timbre.ui.hear;

import java.util.OptionalInt;
import javafx.beans.Observable;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.timbre.ui.control.EqualColumns;
import studio.timbre.ui.fx.Navigator;
import studio.timbre.ui.fx.Texts;

/** Who speaks: up to four voices, each above its answers. */
final class VoicesBar extends VBox {
  /** In pixels: below this an answer is a column of single words. */
  static final double NARROWEST = 248;

  private final HearViewModel model;
  private final Texts texts;
  private final EqualColumns cards = new EqualColumns(NARROWEST);
  private final VoiceMenu add;
  private final HBox none = new HBox();

  VoicesBar(HearViewModel model, Texts texts, Navigator navigator) {
    this.model = model;
    this.texts = texts;
    getStyleClass().addAll("voices", "column-8");
    setMinHeight(USE_PREF_SIZE);
    add = new VoiceMenu(model, texts, texts.get("hear.voice.add"), OptionalInt.empty());
    add.setId("hear-voice-add");
    // A box would ask for the cards' height before it gives them their width.
    var row = new BorderPane(cards, null, add, null, null);
    BorderPane.setAlignment(add, Pos.CENTER);
    BorderPane.setMargin(add, new Insets(0, 0, 0, 16));
    fillNone(navigator);
    getChildren()
        .addAll(
            row,
            none,
            new ApiVoiceForm(model.form(), texts, navigator),
            new EndingPane(model.serving(), texts));
    model.voices().chosen().addListener((Observable change) -> show());
    model.voices().choices().addListener((Observable change) -> show());
    model.read().subscribe(read -> show());
  }

  private void fillNone(Navigator navigator) {
    var text = new Label(texts.get("hear.noRun"));
    text.setWrapText(true);
    text.getStyleClass().add("muted");
    var go = new Button(texts.get("runs.nothing.train"));
    go.setId("hear-no-run-train");
    go.getStyleClass().add("small");
    go.setMinWidth(USE_PREF_SIZE);
    go.setOnAction(event -> navigator.go("train"));
    none.getChildren().addAll(text, go);
    none.getStyleClass().add("row-8");
  }

  private void show() {
    cards.getChildren().clear();
    int place = 0;
    for (var voice : model.voices().chosen()) {
      cards.getChildren().add(new VoiceCard(model, texts, voice, place));
      place++;
    }
    put(add, model.voices().canAdd());
    put(none, model.read().get() && !model.voices().hasTuned());
  }

  private static void put(Node node, boolean there) {
    node.setVisible(there);
    node.setManaged(there);
  }
}
