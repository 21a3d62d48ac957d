package studio.timbre.ui.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import studio.timbre.model.voice.Variety;
import studio.timbre.model.voice.VoiceRule;
import studio.timbre.ui.fx.Texts;

/** How words are spelled that differ between countries: one way for each language, or either. */
final class VarietyEditor implements RuleEditor {
  private final VBox node = new VBox();
  private final List<Choice<Spelled>> choices = new ArrayList<>();

  /** One of the ways of a language; either where it is empty. */
  private record Spelled(String language, Optional<Variety> variety) {
    /** The end of an id. */
    @Override
    public String toString() {
      return variety.map(Variety::name).orElse(language);
    }
  }

  VarietyEditor(Texts texts, Runnable changed) {
    node.getStyleClass().add("column-8");
    for (var language : List.of(Variety.BRITISH, Variety.BRAZILIAN)) {
      String name = texts.get("voice.spelling." + language.language());
      var ways =
          List.of(
              new Spelled(language.language(), Optional.empty()),
              new Spelled(language.language(), Optional.of(language)),
              new Spelled(language.language(), Optional.of(language.other())));
      var choice =
          new Choice<>(
              "voice-spelling",
              name,
              ways,
              way -> texts.get("voice.variety." + way.variety().map(Variety::name).orElse("ANY")),
              changed);
      choices.add(choice);
      var label = new Label(name);
      label.getStyleClass().addAll("muted", "small-text");
      node.getChildren().add(new VBox(label, choice));
    }
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void show(VoiceRule rule) {
    if (rule instanceof VoiceRule.Spelling(var varieties)) {
      for (var choice : choices) {
        String language = choice.value().language();
        choice.show(
            new Spelled(
                language,
                varieties.stream().filter(one -> one.language().equals(language)).findFirst()));
      }
    }
  }

  @Override
  public VoiceRule rule() {
    return new VoiceRule.Spelling(
        choices.stream()
            .flatMap(choice -> choice.value().variety().stream())
            .collect(Collectors.toUnmodifiableSet()));
  }
}
