package studio.timbre.ui.data;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import studio.timbre.ui.fx.Keyboard;
import studio.timbre.ui.fx.Texts;

/** Shows above the table what of a pasted table would go where, and lets that be changed before it is done. */
final class PastePane extends Sheet {
  private static final int ROWS_SEEN = 3;
  private static final int COLUMNS_SEEN = 6;
  private static final double HEIGHT = 240;
  private static final int LONGEST = 120;
  private static final double COLUMN = 168;

  private final SheetClipboard clipboard;
  private final CellContent content;
  private final Runnable leave;

  /** @param leave gives the keyboard back to the table */
  PastePane(SheetClipboard clipboard, Texts texts, Runnable leave) {
    super(texts, "data.act.progress");
    this.clipboard = clipboard;
    this.content = clipboard.content();
    this.leave = leave;
    setId("paste-pane");
    clipboard.asked().subscribe(this::show);
  }

  @Override
  void dismiss() {
    clipboard.drop();
    leave.run();
  }

  private void show(Optional<PastePlan> asked) {
    var kept = focused();
    come(asked.isPresent());
    asked.ifPresent(plan -> ask(plan, kept));
  }

  /** What of this pane has the keyboard. */
  private Optional<String> focused() {
    return Optional.ofNullable(getScene())
        .flatMap(scene -> Optional.ofNullable(scene.getFocusOwner()))
        .flatMap(owner -> Optional.ofNullable(owner.getId()))
        .filter(id -> lookup("#" + id) != null);
  }

  /** @param kept gets the keyboard back, though all is drawn anew */
  private void ask(PastePlan plan, Optional<String> kept) {
    var paste = button("common.cancel", this::accept);
    paste.setText(texts().get("data.paste.make", plan.grid().height()));
    paste.setId("paste-make");
    paste.getStyleClass().add("accent");
    paste.setDisable(!plan.goesAnywhere());
    var cancel = button("common.cancel", this::dismiss);
    cancel.setId("paste-cancel");
    var asNew = button("data.paste.new", clipboard::bringIn);
    asNew.setId("paste-new");
    // In a narrow window they go below each other before a word of them is cut.
    var acts = new FlowPane(paste, asNew, cancel);
    acts.getStyleClass().add("paste-acts");
    var summary = text(summary(plan));
    summary.setMinHeight(Region.USE_PREF_SIZE);
    getChildren()
        .setAll(
            title(texts().get("data.paste.title", plan.whole().height(), plan.whole().width())),
            heading(plan),
            columns(plan),
            summary,
            acts);
    Keyboard.give(kept.<Node>map(id -> lookup("#" + id)).orElse(paste));
  }

  private void accept() {
    clipboard.accept();
    leave.run();
  }

  private CheckBox heading(PastePlan plan) {
    var heading = new CheckBox(texts().get("data.paste.heading"));
    heading.setId("paste-heading");
    heading.setSelected(plan.heading());
    heading.setDisable(plan.whole().height() < 2);
    heading.setOnAction(event -> clipboard.change(plan.withHeading(heading.isSelected())));
    heading.setMinWidth(Region.USE_PREF_SIZE);
    return heading;
  }

  private Node columns(PastePlan plan) {
    var pane = new FlowPane();
    pane.getStyleClass().add("paste-columns");
    for (int column = 0; column < plan.columns().size(); column++) {
      var one = new VBox(choice(plan, column));
      one.getStyleClass().add("column-4");
      for (int row = 0; row < Math.min(ROWS_SEEN, plan.grid().height()); row++) {
        one.getChildren().add(cell(plan.grid().at(row, column), plan.columns().get(column)));
      }
      pane.getChildren().add(one);
    }
    if (plan.columns().size() <= COLUMNS_SEEN) {
      return pane;
    }
    var scroll = new ScrollPane(pane);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("paste-scroll");
    scroll.setPrefHeight(HEIGHT);
    scroll.setMinHeight(HEIGHT);
    return scroll;
  }

  private static Label cell(String text, Optional<TableColumnKind> column) {
    String start = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    var label = new Label(start.replaceAll("\\s+", " "));
    label.getStyleClass().addAll("small-text", "sample-text");
    label.setPrefWidth(COLUMN);
    label.setMaxWidth(COLUMN);
    if (column.isEmpty()) {
      label.getStyleClass().add("muted");
    }
    return label;
  }

  private ComboBox<Optional<TableColumnKind>> choice(PastePlan plan, int place) {
    var box = new ComboBox<Optional<TableColumnKind>>();
    box.setId("paste-column-" + place);
    box.getItems().add(Optional.empty());
    Stream.of(TableColumnKind.values())
        .filter(kind -> !kind.isFixed())
        .forEach(kind -> box.getItems().add(Optional.of(kind)));
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Optional<TableColumnKind> kind) {
            return kind == null
                ? ""
                : kind.map(one -> texts().get(one.titleKey()))
                    .orElse(texts().get("data.paste.leaveOut"));
          }

          @Override
          public Optional<TableColumnKind> fromString(String text) {
            throw new UnsupportedOperationException("the box is not edited");
          }
        });
    box.setValue(plan.columns().get(place));
    box.setPrefWidth(COLUMN);
    box.setAccessibleText(texts().get("data.paste.column", place + 1));
    box.valueProperty()
        .addListener((property, before, now) -> clipboard.change(plan.withColumn(place, now)));
    return box;
  }

  /** How many conversations change, how many are new, and what will not be taken. */
  private String summary(PastePlan plan) {
    if (!plan.goesAnywhere()) {
      return texts().get("data.paste.nowhere");
    }
    int refused = plan.refused(content);
    String sum = texts().get("data.paste.sum", plan.changed(), plan.added());
    return refused == 0 ? sum : sum + " " + texts().get("data.paste.refused", refused);
  }
}
