package studio.timbre.ui.voice;

import javafx.scene.Node;
import studio.timbre.model.voice.VoiceRule;

/** The controls of one rule. It tells of a change when that is whole: when the keyboard leaves a text, or a choice is made. */
interface RuleEditor {
  Node node();

  /** Shows a rule of its kind; a text that is being typed is left alone. */
  void show(VoiceRule rule);

  /** The rule that the controls say. */
  VoiceRule rule();
}
