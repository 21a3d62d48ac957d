package studio.timbre.ui.mapping;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import studio.timbre.model.TableMapping.Use;
import studio.timbre.ui.fx.Texts;

/** The columns from left to right, and in words what becomes of those that say nothing. */
final class ColumnList extends VBox {
  private static final int MOST_SHOWN = 200;
  private static final int NAMED = 12;

  private final MappingViewModel model;
  private final Texts texts;
  private final VBox rows = new VBox();
  private final Label kept = note("mapping-kept");
  private final Label leftOut = note("mapping-left-out");

  ColumnList(MappingViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    rows.getStyleClass().add("mapping-columns");
    getStyleClass().add("column-8");
    getChildren().addAll(rows, kept, leftOut);
  }

  private static Label note(String id) {
    var label = new Label();
    label.setId(id);
    label.setWrapText(true);
    label.getStyleClass().add("muted");
    return label;
  }

  void show(Step step) {
    var mapping = step.mapping();
    var names = step.names();
    var body = step.look().body(mapping);
    int width =
        Math.max(mapping.columns().size(), body.stream().mapToInt(List::size).max().orElse(0));
    int shown = Math.min(MOST_SHOWN, width);
    while (rows.getChildren().size() > shown) {
      rows.getChildren().removeLast();
    }
    for (int i = rows.getChildren().size(); i < shown; i++) {
      rows.getChildren().add(new ColumnRow(model, texts, i));
    }
    for (int i = 0; i < shown; i++) {
      int column = i;
      var values =
          body.stream().map(cells -> column < cells.size() ? cells.get(column) : "").toList();
      ((ColumnRow) rows.getChildren().get(i))
          .show(title(names, i), values, step.wanted(), mapping.use(i));
    }
    tell(kept, "mapping.kept", names(step, width, Use.KEPT));
    tell(leftOut, "mapping.leftOut", names(step, width, Use.LEFT_OUT));
  }

  private List<String> names(Step step, int width, Use use) {
    return IntStream.range(0, width)
        .filter(column -> step.mapping().use(column) == use)
        .mapToObj(column -> title(step.names(), column))
        .toList();
  }

  private void tell(Label label, String key, List<String> names) {
    label.setVisible(!names.isEmpty());
    label.setManaged(!names.isEmpty());
    String named = names.stream().limit(NAMED).collect(Collectors.joining(", "));
    String all =
        names.size() > NAMED ? texts.get("mapping.andMore", named, names.size() - NAMED) : named;
    label.setText(texts.get(key, names.size(), all));
  }

  private String title(List<String> names, int column) {
    String name = column < names.size() ? names.get(column).strip().replaceAll("\\s+", " ") : "";
    return name.isEmpty() ? texts.get("mapping.column", letters(column)) : name;
  }

  /** As spreadsheets call it: A, B, … Z, AA. */
  private static String letters(int column) {
    var letters = new StringBuilder();
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
      letters.insert(0, (char) ('A' + (rest - 1) % 26));
    }
    return letters.toString();
  }
}
