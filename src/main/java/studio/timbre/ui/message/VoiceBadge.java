package studio.timbre.ui.message;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import studio.timbre.model.voice.VoiceScore;
import studio.timbre.ui.fx.Texts;

/** The voice score of an answer; where something was taken off, it leads from mark to mark. */
final class VoiceBadge extends HBox {
  private static final int WEAK = 70;

  private final Texts texts;
  private final Button off = new Button();
  private final Label full = new Label();

  /** @param next takes the keyboard to the next mark */
  VoiceBadge(Texts texts, String id, Runnable next) {
    this.texts = texts;
    off.setId(id + "-voice");
    off.getStyleClass().addAll("small", "flat", "voice-badge");
    off.setMinWidth(Region.USE_PREF_SIZE);
    off.setMnemonicParsing(false);
    off.setOnAction(event -> next.run());
    off.setTooltip(new Tooltip());
    full.setId(id + "-voice-full");
    full.getStyleClass().addAll("small-text", "muted");
    full.setMinWidth(Region.USE_PREF_SIZE);
    full.setTooltip(new Tooltip(texts.get("message.voice.kept")));
    getStyleClass().addAll("row-4", "voice-score");
  }

  void show(Optional<VoiceScore> score) {
    if (score.isEmpty()) {
      getChildren().clear();
      return;
    }
    int points = score.get().points();
    int places = score.get().breaches().size();
    String name = texts.get("message.voice", points);
    off.setText(name);
    full.setText(name);
    off.getStyleClass().removeAll("weak");
    if (points < WEAK) {
      off.getStyleClass().add("weak");
    }
    String spoken = texts.get("message.voice.spoken", points, places);
    off.setAccessibleText(spoken);
    off.getTooltip().setText(spoken);
    var shown = places > 0 ? off : full;
    if (!getChildren().contains(shown)) {
      getChildren().setAll(shown);
    }
  }
}
