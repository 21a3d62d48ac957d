package studio.timbre.ui.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.timbre.model.voice.VoiceRule;
import studio.timbre.ui.fx.Texts;

/** How hard answers may be to read: a limit for each language that has a measure. */
final class ReadingEditor implements RuleEditor {
  private final VBox node = new VBox();
  private final List<Line> lines = new ArrayList<>();
  private final Runnable changed;
  private boolean showing;

  /** The limit of a language. */
  private final class Line {
    private final String language;
    private final CheckBox on;
    private final NumberField limit;

    Line(Texts texts, String language, int least, int most, int usual) {
      this.language = language;
      String name = texts.get("voice.reading." + language);
      on = new CheckBox(name);
      on.setId("voice-reading-" + language);
      on.setMnemonicParsing(false);
      on.setWrapText(true);
      limit =
          new NumberField(
              texts, "voice-reading-" + language + "-limit", "", least, most, () -> told());
      limit.name(name);
      limit.show(usual);
      limit.disableProperty().bind(on.selectedProperty().map(selected -> !selected));
      on.selectedProperty().subscribe((before, now) -> told());
      var row = new HBox(on, limit);
      row.getStyleClass().add("row-8");
      node.getChildren().add(row);
    }
  }

  ReadingEditor(Texts texts, Runnable changed) {
    this.changed = changed;
    node.getStyleClass().add("column-8");
    lines.add(new Line(texts, "en", 0, 30, 8));
    lines.add(new Line(texts, "pt", -50, 120, 50));
    lines.add(new Line(texts, "id", 10, 120, 45));
  }

  private void told() {
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
    if (rule instanceof VoiceRule.Reading(var limits)) {
      showing = true;
      for (var line : lines) {
        var limit = limits.get(line.language);
        line.on.setSelected(limit != null);
        if (limit != null) {
          line.limit.show(limit);
        }
      }
      showing = false;
    }
  }

  @Override
  public VoiceRule rule() {
    var limits = new TreeMap<String, Integer>();
    lines.stream()
        .filter(line -> line.on.isSelected())
        .forEach(line -> limits.put(line.language, line.limit.number()));
    return new VoiceRule.Reading(limits);
  }
}
