package studio.timbre.ui.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Keyboard;
import studio.timbre.ui.fx.Texts;

/** Lines of two texts that belong together, as a word and what it stands in place of. */
final class PairRows extends VBox {
  /** Two texts, as they are typed. */
  record Pair(String first, String second) {
    boolean isBlank() {
      return first.isBlank() && second.isBlank();
    }
  }

  private final Texts texts;
  private final String id;
  private final String firstName;
  private final String secondName;
  private final Half half;
  private final Runnable changed;
  private final List<Row> rows = new ArrayList<>();
  private final VBox list = new VBox();
  private List<Pair> told = List.of();

  /** A line that asks for nothing as long as a part of it is missing, and what is said of it. */
  record Half(Predicate<Pair> isHalf, String words) {}

  /** @param id what the ids of its nodes begin with */
  PairRows(
      Texts texts, String id, String firstName, String secondName, Half half, Runnable changed) {
    this.half = half;
    this.texts = texts;
    this.id = id;
    this.firstName = firstName;
    this.secondName = secondName;
    this.changed = changed;
    getStyleClass().add("column-8");
    list.getStyleClass().add("column-8");
    var add = new Button(texts.get("voice.row.add"), Icon.ADD.node());
    add.setId(id + "-add");
    add.getStyleClass().add("small");
    add.setOnAction(
        event -> {
          Keyboard.give(addRow(new Pair("", "")).first);
        });
    getChildren().addAll(head(), list, add);
  }

  private Node head() {
    var first = new Label(firstName);
    var second = new Label(secondName);
    first.getStyleClass().addAll("muted", "small-text", "voice-pair-first");
    second.getStyleClass().addAll("muted", "small-text");
    var head = new HBox(first, second);
    head.getStyleClass().add("row-8");
    return head;
  }

  /** One line. */
  private final class Row extends VBox {
    private final TextField first = field(firstName, "first");
    private final TextField second = field(secondName, "second");
    private final Label missing = new Label(half.words());

    Row(Pair pair) {
      first.setText(pair.first());
      second.setText(pair.second());
      first.getStyleClass().add("voice-pair-first");
      HBox.setHgrow(second, Priority.ALWAYS);
      var remove = new Button("", Icon.CLOSE.node());
      remove.getStyleClass().addAll("button-icon", "flat", "small");
      remove.setMinWidth(Region.USE_PREF_SIZE);
      remove.setAccessibleText(texts.get("voice.row.remove"));
      remove.setTooltip(new Tooltip(texts.get("voice.row.remove")));
      remove.setOnAction(
          event -> {
            rows.remove(this);
            list.getChildren().remove(this);
            commit();
          });
      var line = new HBox(first, second, remove);
      line.getStyleClass().add("row-8");
      missing.setWrapText(true);
      missing.getStyleClass().addAll("danger-text", "small-text");
      missing.managedProperty().bind(missing.visibleProperty());
      getStyleClass().add("column-4");
      getChildren().addAll(line, missing);
      judge();
    }

    /** Says what is missing, once nobody is typing in the line. */
    private void judge() {
      boolean isHalf = !isTyped() && !pair().isBlank() && half.isHalf().test(pair());
      missing.setVisible(isHalf);
      List.of(first, second).forEach(field -> field.setAccessibleHelp(isHalf ? half.words() : ""));
    }

    private TextField field(String name, String part) {
      var field = new TextField();
      field.setId(id + "-" + part + "-" + rows.size());
      field.setAccessibleText(name);
      field.setOnAction(event -> commit());
      field
          .focusedProperty()
          .subscribe(
              focused -> {
                if (!focused) {
                  commit();
                }
                rows.forEach(Row::judge);
              });
      return field;
    }

    boolean isTyped() {
      return first.isFocused() || second.isFocused();
    }

    Pair pair() {
      return new Pair(first.getText().strip(), second.getText().strip());
    }
  }

  private Row addRow(Pair pair) {
    var row = new Row(pair);
    rows.add(row);
    list.getChildren().add(row);
    return row;
  }

  private void commit() {
    if (!pairs().equals(told)) {
      told = pairs();
      changed.run();
    }
  }

  void show(List<Pair> pairs) {
    boolean typing = rows.stream().anyMatch(Row::isTyped) && !pairs().equals(told);
    if (typing) {
      return;
    }
    if (!pairs.equals(pairs())) {
      rows.clear();
      list.getChildren().clear();
      pairs.forEach(this::addRow);
    }
    told = List.copyOf(pairs);
  }

  /** Those that say anything. */
  List<Pair> pairs() {
    return rows.stream().map(Row::pair).filter(pair -> !pair.isBlank()).toList();
  }

  /** The words of a text that is parted by commas. */
  static List<String> words(String text) {
    return List.of(text.split(",", -1)).stream()
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
