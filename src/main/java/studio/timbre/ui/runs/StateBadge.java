package studio.timbre.ui.runs;

import java.util.Optional;
import javafx.scene.control.Label;
import studio.timbre.model.RunSummary;

/** Where a run stands, as icon, words and colour. */
final class StateBadge extends Label {
  private final RunTexts words;

  StateBadge(RunTexts words) {
    this.words = words;
    setMinWidth(USE_PREF_SIZE);
  }

  void show(RunSummary run, Optional<RunStory> story) {
    setText(words.state(run, story));
    getStyleClass().setAll("label", "badge", "state-badge", RunTexts.tone(run.state()));
    var graphic = getGraphic();
    if (graphic == null || graphic.getUserData() != run.state()) {
      var icon = RunTexts.icon(run.state()).node();
      icon.setUserData(run.state());
      setGraphic(icon);
    }
  }
}
