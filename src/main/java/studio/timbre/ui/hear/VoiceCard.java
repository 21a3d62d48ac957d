package studio.timbre.ui.hear;

import java.util.OptionalInt;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Texts;

/** One of the voices that are heard: what it is, what it is called, and the ways to change it. */
final class VoiceCard extends VBox {

  VoiceCard(HearViewModel model, Texts texts, VoiceChoice voice, int place) {
    getStyleClass().addAll("voice-card", voice.isTuned() ? "us" : "them");
    var kind = new Label(voice.kindInWords(texts));
    kind.getStyleClass().addAll("muted", "small-text");
    kind.setWrapText(true);
    var name = new Label(breakable(voice.title()));
    name.getStyleClass().addAll("strong", "voice-name");
    name.setWrapText(true);
    var words = new VBox(kind, name);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    var change = new VoiceMenu(model, texts, "", OptionalInt.of(place));
    change.setId("hear-voice-" + place);
    change.getStyleClass().add("flat");
    String text = texts.get("hear.voice.change", voice.title());
    change.setAccessibleText(text);
    change.setTooltip(new Tooltip(text));
    var row = new HBox(words, change);
    row.getStyleClass().add("row-8");
    if (model.voices().chosen().size() > 1) {
      row.getChildren().add(remove(model, texts, voice, place));
    }
    getChildren().add(row);
  }

  /** Names of models are long words, which break best behind their signs. */
  static String breakable(String name) {
    return name.replaceAll("([-/:_.])(?=.)", "$1\u200B");
  }

  private static Button remove(HearViewModel model, Texts texts, VoiceChoice voice, int place) {
    var remove = new Button("", Icon.CLOSE.node());
    remove.setId("hear-voice-remove-" + place);
    remove.getStyleClass().addAll("button-icon", "flat", "small");
    remove.setMinWidth(Region.USE_PREF_SIZE);
    String text = texts.get("hear.voice.remove", voice.title());
    remove.setAccessibleText(text);
    remove.setTooltip(new Tooltip(text));
    remove.setOnAction(event -> model.voices().remove(place));
    return remove;
  }
}
