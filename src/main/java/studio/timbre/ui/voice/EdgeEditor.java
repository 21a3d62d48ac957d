package studio.timbre.ui.voice;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;
import studio.timbre.model.voice.VoiceKind;
import studio.timbre.model.voice.VoiceRule;
import studio.timbre.model.voice.VoiceRule.Manner;
import studio.timbre.ui.fx.Texts;

/** How answers begin, or how they end. */
final class EdgeEditor implements RuleEditor {
  private final VoiceKind kind;
  private final Runnable changed;
  private final Choice<Manner> manner;
  private final LinesField phrases;
  private final CheckBox every;
  private final VBox node;
  private boolean showing;

  EdgeEditor(Texts texts, VoiceKind kind, Runnable changed) {
    this.kind = kind;
    this.changed = changed;
    String id = "voice-" + kind.key();
    String name = texts.get("voice.rule." + kind.key());
    manner =
        new Choice<>(
            id,
            name,
            List.of(Manner.values()),
            value -> texts.get("voice.manner." + value),
            this::told);
    phrases = new LinesField(id + "-lines", texts.get("voice.field.of", name), this::told);
    every = new CheckBox(texts.get("voice.every." + kind.key()));
    every.setId(id + "-every");
    every.setMnemonicParsing(false);
    every.setWrapText(true);
    every.selectedProperty().subscribe((before, now) -> told());
    phrases.managedProperty().bind(phrases.visibleProperty());
    node = new VBox(manner, phrases, every);
    node.getStyleClass().add("column-8");
  }

  private void told() {
    phrases.setVisible(manner.value() == Manner.ONE_OF);
    if (!showing) {
      changed.run();
    }
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void show(VoiceRule rule) {
    showing = true;
    switch (rule) {
      case VoiceRule.Greeting(var how, var words, boolean all) -> show(how, words, all);
      case VoiceRule.SignOff(var how, var words, boolean all) -> show(how, words, all);
      default -> throw new IllegalArgumentException(rule.toString());
    }
    showing = false;
  }

  private void show(Manner how, List<String> words, boolean all) {
    manner.show(how);
    phrases.show(words);
    phrases.setVisible(how == Manner.ONE_OF);
    every.setSelected(all);
  }

  @Override
  public VoiceRule rule() {
    return kind == VoiceKind.GREETING
        ? new VoiceRule.Greeting(manner.value(), phrases.lines(), every.isSelected())
        : new VoiceRule.SignOff(manner.value(), phrases.lines(), every.isSelected());
  }
}
