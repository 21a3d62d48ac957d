package studio.timbre.ui.voice;

import atlantafx.base.controls.ToggleSwitch;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import studio.timbre.model.voice.VoiceGuide;
import studio.timbre.model.voice.VoiceKind;
import studio.timbre.model.voice.VoiceRule;
import studio.timbre.model.voice.VoiceWeight;
import studio.timbre.ui.control.HeadRow;
import studio.timbre.ui.fx.Texts;

/** A rule of the guide: a switch, what it asks for, its controls, what a breach weighs, and how many conversations break it. */
final class RuleCard extends VBox {
  /** What a person can do from here. */
  interface Acts {
    void change(VoiceRule rule);

    void switchOff(VoiceKind kind);

    void weigh(VoiceKind kind, VoiceWeight weight);

    /** Puts the conversations that break it before the person, on the Data screen. */
    void show(VoiceKind kind);
  }

  private final VoiceKind kind;
  private final Texts texts;
  private final Acts acts;
  private final ToggleSwitch on = new ToggleSwitch();
  private final RuleEditor editor;
  private final VBox body = new VBox();
  private final ComboBox<VoiceWeight> weight = new ComboBox<>();
  private final Label breaking = new Label();
  private final Label empty = new Label();
  private final Button show;
  private boolean showing;

  RuleCard(VoiceKind kind, Texts texts, Acts acts) {
    this.kind = kind;
    this.texts = texts;
    this.acts = acts;
    String name = texts.get("voice.rule." + kind.key());
    setId("voice-rule-" + kind.key());
    getStyleClass().addAll("card-pane", "column-8", "voice-rule");
    on.setText(name);
    on.setId("voice-on-" + kind.key());
    on.setAccessibleText(name);
    on.getStyleClass().add("section-title");
    on.setMinWidth(Region.USE_PREF_SIZE);
    on.selectedProperty().subscribe((before, now) -> switched(now));
    editor = RuleEditors.of(texts, kind, this::edited);
    show = new Button(texts.get("check.showMe"));
    show.setId("voice-show-" + kind.key());
    show.getStyleClass().add("small");
    show.setAccessibleText(texts.get("voice.show.of", name));
    show.setMinWidth(Region.USE_PREF_SIZE);
    show.setOnAction(event -> acts.show(kind));
    breaking.setId("voice-breaking-" + kind.key());
    breaking.getStyleClass().add("muted");
    var figures = new HBox(breaking, show);
    figures.getStyleClass().addAll("row-8", "right");
    var text = new Label(texts.get("voice.rule." + kind.key() + ".text", VoiceRule.NAME));
    text.setWrapText(true);
    text.getStyleClass().add("muted");
    empty.setText(texts.get("voice.empty"));
    empty.setWrapText(true);
    empty.getStyleClass().addAll("small-text", "muted");
    empty.managedProperty().bind(empty.visibleProperty());
    var foot = new FlowPane(weighing(name), empty);
    foot.getStyleClass().add("voice-choice");
    body.getStyleClass().add("column-8");
    body.getChildren().addAll(editor.node(), foot);
    body.managedProperty().bind(body.visibleProperty());
    // A rule that asks for nothing is kept and broken by nobody.
    figures.visibleProperty().bind(on.selectedProperty().and(empty.visibleProperty().not()));
    getChildren().addAll(new HeadRow(new HBox(on), figures), text, body);
    show(VoiceGuide.NONE);
  }

  private HBox weighing(String name) {
    weight.getItems().setAll(List.of(VoiceWeight.values()));
    weight.setId("voice-weight-" + kind.key());
    weight.getStyleClass().add("small");
    weight.setAccessibleText(texts.get("voice.weight.of", name));
    weight.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(VoiceWeight value) {
            return value == null ? "" : texts.get("voice.weight." + value.key(), value.points());
          }

          @Override
          public VoiceWeight fromString(String text) {
            throw new UnsupportedOperationException("the box is not edited");
          }
        });
    weight
        .valueProperty()
        .subscribe(
            (before, now) -> {
              if (!showing && now != null) {
                acts.weigh(kind, now);
              }
            });
    var label = new Label(texts.get("voice.weight"));
    label.getStyleClass().addAll("muted", "small-text");
    label.setLabelFor(weight);
    var row = new HBox(label, weight);
    row.getStyleClass().add("row-8");
    return row;
  }

  private void switched(boolean isOn) {
    if (!showing) {
      if (isOn) {
        acts.change(RuleEditors.first(kind));
      } else {
        acts.switchOff(kind);
      }
    }
  }

  private void edited() {
    if (!showing && on.isSelected()) {
      acts.change(editor.rule());
    }
  }

  /** The rule as it stands in the controls, also while somebody is typing; empty where it is off. */
  Optional<VoiceRule> typed() {
    return showing || !on.isSelected() ? Optional.empty() : Optional.of(editor.rule());
  }

  /** Puts something below the controls of the rule. */
  void add(Node part) {
    body.getChildren().add(1, part);
  }

  void show(VoiceGuide guide) {
    showing = true;
    Optional<VoiceRule> rule = guide.rule(kind);
    on.setSelected(rule.isPresent());
    body.setVisible(rule.isPresent());
    rule.filter(asked -> !asked.equals(editor.rule())).ifPresent(editor::show);
    empty.setVisible(rule.map(VoiceRule::isEmpty).orElse(false));
    weight.setValue(guide.weight(kind));
    showing = false;
  }

  void show(Figures figures) {
    long count = figures.breaking().getOrDefault(kind, 0L);
    breaking.setText(figures.scored() == 0 ? "" : texts.get("voice.breaking", count));
    show.setVisible(count > 0);
    show.setManaged(count > 0);
  }
}
