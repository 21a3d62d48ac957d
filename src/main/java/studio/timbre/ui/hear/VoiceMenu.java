package studio.timbre.ui.hear;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.collections.ObservableList;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import studio.timbre.app.Serving;
import studio.timbre.ui.fx.Texts;

/** Everything that can be heard, made anew each time it is opened; at the end a model that is named by hand. */
final class VoiceMenu extends MenuButton {
  private final HearViewModel model;
  private final Texts texts;
  private final OptionalInt place;

  /**
   * @param place of the voice that it changes; empty where it adds one
   */
  VoiceMenu(HearViewModel model, Texts texts, String text, OptionalInt place) {
    super(text);
    this.model = model;
    this.texts = texts;
    this.place = place;
    setMnemonicParsing(false);
    setMinWidth(USE_PREF_SIZE);
    getStyleClass().addAll("small", "voice-menu");
    setOnShowing(event -> fill());
    // A menu without an item would not open.
    fill();
  }

  private void fill() {
    getItems().clear();
    add(model.voices().choices().filtered(voice -> voice.kind() == VoiceChoice.Kind.UNTUNED));
    add(model.voices().choices().filtered(voice -> voice.kind() == VoiceChoice.Kind.TUNED));
    add(model.voices().choices().filtered(voice -> voice.paid().isPresent()));
    var other = item(texts.get("hear.voice.named"));
    other.setId("hear-voice-named");
    other.setOnAction(event -> model.form().open(place));
    getItems().add(other);
    addEnding();
  }

  /** What a provider keeps can be ended where it is heard. */
  private void addEnding() {
    var voices = model.voices().chosen();
    if (place.isEmpty() || place.getAsInt() >= voices.size()) {
      return;
    }
    var voice = voices.get(place.getAsInt());
    voice
        .tuned()
        .flatMap(tuned -> words(voice, model.serving().endingOf(tuned)))
        .ifPresent(
            text -> {
              var end = item(text);
              end.setId("hear-voice-end");
              end.setOnAction(event -> voice.tuned().ifPresent(model.serving()::askToEnd));
              getItems().addAll(new SeparatorMenuItem(), end);
            });
  }

  private Optional<String> words(VoiceChoice voice, Serving.Ending ending) {
    return switch (ending) {
      case DELETES_MODEL -> Optional.of(texts.get("hear.end.delete.item", voice.title()));
      case TAKES_DOWN -> Optional.of(texts.get("hear.end.takeDown.item", voice.title()));
      case BY_HAND -> Optional.of(texts.get("hear.end.forget.item", voice.title()));
      case NONE -> Optional.empty();
    };
  }

  private void add(ObservableList<VoiceChoice> voices) {
    for (var voice : List.copyOf(voices)) {
      var item = item(voice.title() + " · " + voice.kindInWords(texts));
      item.setOnAction(event -> choose(voice));
      getItems().add(item);
    }
    if (!voices.isEmpty()) {
      getItems().add(new SeparatorMenuItem());
    }
  }

  /** Names of models have underscores, which are no mnemonics. */
  private static MenuItem item(String text) {
    var item = new MenuItem(text);
    item.setMnemonicParsing(false);
    return item;
  }

  private void choose(VoiceChoice voice) {
    if (place.isPresent()) {
      model.voices().replace(place.getAsInt(), voice);
    } else {
      model.voices().add(voice);
    }
  }
}
