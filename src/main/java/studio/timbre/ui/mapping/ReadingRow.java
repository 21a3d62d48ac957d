package studio.timbre.ui.mapping;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.timbre.app.TableLook;
import studio.timbre.model.TableMapping;
import studio.timbre.model.TableReading;
import studio.timbre.ui.control.Choices;
import studio.timbre.ui.fx.Texts;

/** How the rows are got out of the file: sheet, names of the columns, encoding, separator. */
final class ReadingRow extends VBox {
  private static final int ROWS_OFFERED = 12;
  private static final int LONGEST = 44;

  /** What programs of the last thirty years write, the likeliest first. */
  private static final List<String> ENCODINGS =
      Stream.of(
              "UTF-8",
              "windows-1252",
              "ISO-8859-15",
              "x-MacRoman",
              "IBM850",
              "UTF-16LE",
              "UTF-16BE",
              "windows-1250",
              "windows-1251",
              "Shift_JIS",
              "GB18030",
              "Big5")
          .filter(Charset::isSupported)
          .toList();

  private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');

  /**
   * Where the names of the columns stand.
   *
   * @param above rows above them
   * @param rows how many rows they take, 0 for no names
   * @param words what stands in them
   */
  private record Head(int above, int rows, String words) {}

  private final MappingViewModel model;
  private final Texts texts;
  private final ComboBox<String> sheet;
  private final ComboBox<Head> head;
  private final ComboBox<Optional<String>> encoding;
  private final ComboBox<Optional<Character>> separator;
  private final HBox sheetPart;
  private final HBox encodingPart;
  private final HBox separatorPart;
  private final Label said = new Label();
  private final ToggleButton change;
  private Optional<Step> shown = Optional.empty();

  ReadingRow(MappingViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    sheet =
        Choices.box(
            "mapping-sheet",
            name -> name,
            name -> read(step -> step.mapping().reading().withSheet(Optional.of(name))));
    head = Choices.box("mapping-head", Head::words, one -> model.names(one.above(), one.rows()));
    encoding =
        Choices.box(
            "mapping-encoding",
            name -> name.map(this::encodingName).orElseGet(this::toldEncoding),
            name -> read(step -> step.mapping().reading().withEncoding(name)));
    separator =
        Choices.box(
            "mapping-separator",
            sign -> sign.map(this::separatorName).orElseGet(this::toldSeparator),
            sign -> read(step -> step.mapping().reading().withSeparator(sign)));
    head.setMaxWidth(Double.MAX_VALUE);
    sheetPart = Choices.named(texts.get("mapping.sheet"), sheet);
    encodingPart = Choices.named(texts.get("mapping.encoding"), encoding);
    separatorPart = Choices.named(texts.get("mapping.separator"), separator);
    Choices.excerpts(head);
    said.setId("mapping-read");
    said.setWrapText(true);
    said.setMinWidth(0);
    said.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(said, Priority.ALWAYS);
    change = new ToggleButton(texts.get("mapping.read.change"));
    change.setId("mapping-read-change");
    change.getStyleClass().addAll("small", "flat", "accent");
    change.setMinWidth(Region.USE_PREF_SIZE);
    var line = new HBox(said, change);
    line.getStyleClass().addAll("row-8", "mapping-read");
    var choices =
        new VBox(
            sheetPart, Choices.named(texts.get("mapping.head"), head), encodingPart, separatorPart);
    choices.getStyleClass().add("column-8");
    choices.visibleProperty().bind(change.selectedProperty());
    choices.managedProperty().bind(change.selectedProperty());
    getStyleClass().add("column-8");
    getChildren().addAll(line, choices);
  }

  private void read(Function<Step, TableReading> how) {
    shown.ifPresent(step -> model.read(how.apply(step)));
  }

  void show(Step step) {
    shown = Optional.of(step);
    var form = step.look().form();
    var reading = step.mapping().reading();
    there(sheetPart, form.sheets().size() > 1);
    if (form.sheets().size() > 1) {
      Choices.fill(sheet, form.sheets(), reading.sheet().orElse(form.sheets().getFirst()));
    }
    there(encodingPart, form.encoding().isPresent() && !step.pasted());
    there(separatorPart, form.separator().isPresent());
    fillEncodings(reading.encoding());
    fillSeparators(reading.separator());
    fillHeads(step.look(), step.mapping());
    said.setText(texts.get("mapping.read", inWords(step)));
  }

  private String inWords(Step step) {
    var form = step.look().form();
    var mapping = step.mapping();
    var numbers = step.look().numbers();
    int above = Math.min(mapping.reading().above(), Math.max(0, numbers.size() - 1));
    long first = numbers.isEmpty() ? 1 : numbers.get(above);
    boolean two =
        mapping.header() && mapping.reading().headerRows() == 2 && above + 1 < numbers.size();
    return Stream.of(
            form.sheets().size() > 1 ? texts.get("mapping.read.sheet", sheet.getValue()) : "",
            form.encoding().filter(name -> !step.pasted()).map(this::encodingName).orElse(""),
            form.separator().map(this::separatorName).map(this::small).orElse(""),
            two
                ? texts.get("mapping.read.twoNames", first, numbers.get(above + 1))
                : texts.get(mapping.header() ? "mapping.read.names" : "mapping.read.row", first))
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private String small(String words) {
    return words.toLowerCase(texts.locale());
  }

  private static void there(HBox part, boolean there) {
    part.setVisible(there);
    part.setManaged(there);
  }

  private void fillEncodings(Optional<String> now) {
    var values = new ArrayList<Optional<String>>();
    values.add(Optional.empty());
    ENCODINGS.forEach(name -> values.add(Optional.of(name)));
    if (!values.contains(now)) {
      values.add(now);
    }
    // The words of the first depend on the file.
    encoding.getItems().clear();
    Choices.fill(encoding, values, now);
  }

  private void fillSeparators(Optional<Character> now) {
    var values = new ArrayList<Optional<Character>>();
    values.add(Optional.empty());
    SEPARATORS.forEach(sign -> values.add(Optional.of(sign)));
    if (!values.contains(now)) {
      values.add(now);
    }
    separator.getItems().clear();
    Choices.fill(separator, values, now);
  }

  private void fillHeads(TableLook look, TableMapping mapping) {
    var heads = new ArrayList<Head>();
    heads.add(new Head(0, 0, texts.get("mapping.head.none")));
    for (int i = 0; i < Math.min(ROWS_OFFERED, look.rows().size()); i++) {
      heads.add(
          new Head(
              i,
              1,
              texts.get("mapping.head.row", look.numbers().get(i), said(look.rows().get(i)))));
    }
    int above = mapping.reading().above();
    boolean two = mapping.header() && mapping.reading().headerRows() == 2;
    int upper = two || !mapping.header() ? above : above;
    if (upper + 1 < look.rows().size()) {
      heads.add(
          new Head(
              upper,
              2,
              texts.get(
                  "mapping.head.two", look.numbers().get(upper), look.numbers().get(upper + 1))));
    }
    var now =
        mapping.header()
            ? heads.stream()
                .filter(one -> one.above() == above && one.rows() == (two ? 2 : 1))
                .findFirst()
            : Optional.<Head>empty();
    Choices.fill(head, heads, now.orElse(heads.getFirst()));
  }

  private static String said(List<String> cells) {
    String all =
        cells.stream()
            .map(cell -> cell.strip().replaceAll("\\s+", " "))
            .filter(cell -> !cell.isEmpty())
            .collect(Collectors.joining(" · "));
    return all.length() > LONGEST ? all.substring(0, LONGEST) + "…" : all;
  }

  private String encodingName(String name) {
    String key = "mapping.encoding." + name.replaceAll("[^A-Za-z0-9]", "_");
    return texts.has(key) ? texts.get(key) : name;
  }

  private String toldEncoding() {
    return texts.get(
        "mapping.told",
        shown.flatMap(step -> step.look().form().encoding()).map(this::encodingName).orElse(""));
  }

  private String separatorName(char sign) {
    return switch (sign) {
      case ',' -> texts.get("mapping.separator.comma");
      case ';' -> texts.get("mapping.separator.semicolon");
      case '\t' -> texts.get("mapping.separator.tab");
      case '|' -> texts.get("mapping.separator.bar");
      default -> String.valueOf(sign);
    };
  }

  private String toldSeparator() {
    return texts.get(
        "mapping.told",
        shown.flatMap(step -> step.look().form().separator()).map(this::separatorName).orElse(""));
  }
}
