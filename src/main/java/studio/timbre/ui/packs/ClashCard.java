package studio.timbre.ui.packs;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import studio.timbre.app.history.WordDiff;
import studio.timbre.model.merge.Choice;
import studio.timbre.model.merge.Difference;
import studio.timbre.model.merge.Value;
import studio.timbre.ui.fx.Keyboard;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.review.DiffView;

/** A cell that both changed: how it was, how we have it, how they have it, and what is to stay. */
final class ClashCard extends VBox {
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  private static final int COLUMNS = 3;

  private final Texts texts;
  private final MergeWords words;
  private final Difference clash;
  private final Deciding deciding;
  private final FlowPane ways;
  private final VBox editing = new VBox();

  ClashCard(Texts texts, Deciding deciding, Difference clash, int index, String recipient) {
    this.texts = texts;
    this.words = new MergeWords(texts);
    this.deciding = deciding;
    this.clash = clash;
    getStyleClass().addAll("card-pane", "clash-card", "column-8");
    String name = words.cell(clash.cell());
    var title = new Label(name);
    title.setWrapText(true);
    title.getStyleClass().add("strong");
    editing.getStyleClass().add("column-8");
    editing.setManaged(false);
    ways = ways(recipient, name);
    getChildren().addAll(title, columns(recipient), ways, editing);
    deciding.current().map(now -> now.intValue() == index).subscribe(this::point);
    setOnMousePressed(event -> deciding.point(index));
  }

  private void point(boolean isCurrent) {
    pseudoClassStateChanged(CURRENT, isCurrent);
  }

  private GridPane columns(String recipient) {
    var grid = new GridPane();
    grid.getStyleClass().add("clash-columns");
    for (int i = 0; i < COLUMNS; i++) {
      var column = new ColumnConstraints();
      column.setPercentWidth(100.0 / COLUMNS);
      grid.getColumnConstraints().add(column);
    }
    grid.addRow(
        0,
        head(texts.get("pack.base")),
        head(texts.get("pack.ours")),
        head(MergeWords.sentence(recipient)));
    grid.addRow(1, plain(clash.base()), marked(clash.ours()), marked(clash.theirs()));
    grid.getChildren().forEach(each -> GridPane.setValignment(each, VPos.TOP));
    return grid;
  }

  private static Label head(String text) {
    var label = new Label(text);
    label.setWrapText(true);
    label.getStyleClass().addAll("muted", "small-text");
    return label;
  }

  private Node plain(Value value) {
    String text = words.value(clash.cell(), value);
    var label = new Label(text.isEmpty() ? texts.get("pack.nothing") : text);
    label.setWrapText(true);
    if (text.isEmpty()) {
      label.getStyleClass().add("muted");
    }
    return label;
  }

  /** What one side has, with the words marked that differ from how it was. */
  private Node marked(Value value) {
    String before = words.value(clash.cell(), clash.base());
    String after = words.value(clash.cell(), value);
    return after.isEmpty() || before.isEmpty() || !words.isProse(clash.cell())
        ? plain(value)
        : DiffView.flow(texts, WordDiff.of(before, after));
  }

  private FlowPane ways(String recipient, String name) {
    var row = new FlowPane();
    row.getStyleClass().add("clash-ways");
    row.getChildren()
        .addAll(
            way("1", texts.get("pack.choose.ours"), Choice.OURS, name),
            way("2", texts.get("pack.choose.theirs", recipient), Choice.THEIRS, name));
    if (clash.ways().contains(Choice.Kind.BOTH)) {
      row.getChildren().add(way("3", texts.get("pack.choose.both"), Choice.BOTH, name));
    }
    if (clash.ways().contains(Choice.Kind.EDITED)) {
      var edit = toggle("4  " + texts.get("pack.choose.edit"), Choice.Kind.EDITED, name);
      edit.setOnAction(event -> edit());
      row.getChildren().add(edit);
    }
    return row;
  }

  private ToggleButton way(String key, String text, Choice choice, String name) {
    var button = toggle(key + "  " + text, choice.kind(), name);
    button.setOnAction(event -> deciding.choose(clash, choice, true));
    return button;
  }

  private ToggleButton toggle(String text, Choice.Kind kind, String name) {
    var button = new ToggleButton(text);
    button.setMnemonicParsing(false);
    button.setSelected(clash.choice().map(Choice::kind).equals(Optional.of(kind)));
    button
        .getStyleClass()
        .addAll("small", "clash-" + kind.name().toLowerCase(java.util.Locale.ROOT));
    button.setAccessibleText(name + ": " + text);
    return button;
  }

  /** Puts the keyboard on the first way out. */
  void takeFocus() {
    ways.getChildren().getFirst().requestFocus();
  }

  /** Writing another text, where that can be: it begins with ours, or with what was written before. */
  void edit() {
    if (!clash.ways().contains(Choice.Kind.EDITED)) {
      return;
    }
    var area =
        new TextArea(
            clash
                .choice()
                .filter(choice -> choice.kind() == Choice.Kind.EDITED)
                .map(Choice::text)
                .orElse(clash.ours().text()));
    area.setWrapText(true);
    area.setPrefRowCount(4);
    area.setAccessibleText(words.cell(clash.cell()));
    var take = new Button(texts.get("pack.edit.take"));
    take.getStyleClass().addAll("accent", "small");
    take.setOnAction(event -> deciding.choose(clash, Choice.edited(area.getText()), true));
    editing.getChildren().setAll(area, take);
    editing.setManaged(true);
    Keyboard.give(area);
  }
}
