package studio.timbre.ui.voice;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.FlowPane;
import studio.timbre.model.voice.VoiceRule;
import studio.timbre.model.voice.VoiceRule.Sign;
import studio.timbre.ui.fx.Texts;

/** Which signs are none of ours. */
final class SignsEditor implements RuleEditor {
  private final FlowPane node = new FlowPane();
  private final Map<Sign, CheckBox> boxes = new EnumMap<>(Sign.class);
  private boolean showing;

  SignsEditor(Texts texts, Runnable changed) {
    node.getStyleClass().add("voice-signs");
    for (var sign : Sign.values()) {
      var box = new CheckBox(texts.get("voice.sign." + sign));
      box.setId("voice-sign-" + sign);
      box.setMnemonicParsing(false);
      box.selectedProperty()
          .subscribe(
              (before, now) -> {
                if (!showing) {
                  changed.run();
                }
              });
      boxes.put(sign, box);
      node.getChildren().add(box);
    }
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void show(VoiceRule rule) {
    if (rule instanceof VoiceRule.Punctuation(var never)) {
      showing = true;
      boxes.forEach((sign, box) -> box.setSelected(never.contains(sign)));
      showing = false;
    }
  }

  @Override
  public VoiceRule rule() {
    return new VoiceRule.Punctuation(
        boxes.entrySet().stream()
            .filter(entry -> entry.getValue().isSelected())
            .map(Map.Entry::getKey)
            .collect(Collectors.toUnmodifiableSet()));
  }
}
