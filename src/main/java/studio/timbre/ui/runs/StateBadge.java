package studio.timbre.ui.runs;

import java.util.Optional;
import javafx.scene.control.Label;
import studio.timbre.model.TrainingRun;

/** Where a run stands, as icon, words and colour. */
final class StateBadge extends Label {
  private final RunTexts words;

  StateBadge(RunTexts words) {
    this.words = words;
    setMinWidth(USE_PREF_SIZE);
  }

  void show(TrainingRun run, Optional<RunStory> story) {
    setText(words.state(run, story));
    getStyleClass().setAll("label", "badge", "state-badge", RunTexts.tone(run));
    var graphic = getGraphic();
    var icon = RunTexts.icon(run);
    if (graphic == null || graphic.getUserData() != icon) {
      var node = icon.node();
      node.setUserData(icon);
      setGraphic(node);
    }
  }
}
