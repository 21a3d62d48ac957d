package studio.timbre.ui.message;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.IndexRange;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.TextAreaSkin;
import javafx.scene.input.MouseEvent;
import studio.timbre.model.voice.VoiceBreach;
import studio.timbre.model.voice.VoiceScore;
import studio.timbre.ui.control.GrowingTextArea;
import studio.timbre.ui.fx.Keyboard;
import studio.timbre.ui.voice.VoiceWords;

/** Underlines where an answer leaves the voice; the reason stands at the mouse, and below the text where the caret is. */
final class VoiceMarks {
  private final GrowingTextArea area;
  private final VoiceWords words;
  private final Label reason = new Label();
  private final Tooltip tip = new Tooltip();
  private List<VoiceBreach> breaches = List.of();
  private String judged = "";

  VoiceMarks(GrowingTextArea area, VoiceWords words) {
    this.area = area;
    this.words = words;
    reason.getStyleClass().addAll("small-text", "voice-reason");
    reason.setWrapText(true);
    // Lifted over the text, it covers whole lines of it.
    reason.setMaxWidth(Double.MAX_VALUE);
    reason.managedProperty().bind(reason.visibleProperty());
    reason.setVisible(false);
    area.textProperty().subscribe(text -> place());
    area.caretPositionProperty().subscribe(caret -> tell());
    area.focusedProperty().subscribe(focused -> tell());
    area.addEventFilter(MouseEvent.MOUSE_MOVED, this::point);
    area.addEventFilter(MouseEvent.MOUSE_EXITED, event -> Tooltip.uninstall(area, tip));
  }

  /** What is said about the place of the caret. */
  Label reason() {
    return reason;
  }

  /**
   * Shows the score of a text; where another is being typed, nothing is underlined until that is judged.
   *
   * @param text that was judged
   */
  void show(String text, Optional<VoiceScore> score) {
    judged = text;
    breaches = score.map(VoiceScore::breaches).orElse(List.of());
    place();
  }

  private void place() {
    boolean same = area.getText().equals(judged);
    area.mark(
        same
            ? breaches.stream().map(breach -> new IndexRange(breach.start(), breach.end())).toList()
            : List.of());
    tell();
  }

  private List<VoiceBreach> at(int index) {
    return area.getText().equals(judged)
        ? breaches.stream()
            .filter(breach -> breach.start() <= index && index <= breach.end())
            .toList()
        : List.of();
  }

  private String said(List<VoiceBreach> found) {
    return String.join("\n", found.stream().map(words::of).distinct().toList());
  }

  private void tell() {
    String said = area.isFocused() ? said(at(area.getCaretPosition())) : "";
    reason.setText(said);
    reason.setVisible(!said.isEmpty());
    area.setAccessibleHelp(said);
  }

  private void point(MouseEvent event) {
    if (area.getSkin() instanceof TextAreaSkin skin) {
      int index = skin.getIndex(event.getX(), event.getY()).getCharIndex();
      String said = said(at(index));
      if (said.isEmpty()) {
        Tooltip.uninstall(area, tip);
      } else if (!said.equals(tip.getText()) || !tip.isShowing()) {
        tip.setText(said);
        Tooltip.install(area, tip);
      }
    }
  }

  /** Takes the keyboard to the next place that is marked, behind the caret or from the beginning. */
  void goToNext() {
    int caret = area.isFocused() ? area.getCaretPosition() : -1;
    breaches.stream()
        .filter(breach -> breach.start() > caret)
        .findFirst()
        .or(() -> breaches.stream().findFirst())
        .ifPresent(
            breach -> {
              Keyboard.give(area);
              area.positionCaret(breach.start());
            });
  }
}
