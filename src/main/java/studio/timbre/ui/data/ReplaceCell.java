package studio.timbre.ui.data;

import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import studio.timbre.app.ConversationTexts.Place;
import studio.timbre.ui.control.ReadingDirection;
import studio.timbre.ui.control.SingleLine;
import studio.timbre.ui.data.ReplaceViewModel.Preview;
import studio.timbre.ui.fx.Texts;

/** One change that replacing would make: who says it, how it is and how it would be; it can be left out. */
final class ReplaceCell extends ListCell<Integer> {
  private static final int BEFORE = 36;
  private static final int BEHIND = 90;
  private static final double WHERE = 120;

  private final ReplaceViewModel model;
  private final Texts texts;
  private final CheckBox wanted = new CheckBox();
  private final Label who = new Label();
  private final Label what = new Label();
  private final TextFlow before = new TextFlow();
  private final TextFlow after = new TextFlow();
  private final HBox row;

  /** @param changed told when the change is left out, or no more */
  ReplaceCell(ReplaceViewModel model, Texts texts, Runnable changed) {
    this.model = model;
    this.texts = texts;
    wanted.setFocusTraversable(false);
    wanted.setOnAction(
        event -> {
          if (getItem() != null) {
            model.leaveOut(getItem(), !wanted.isSelected());
            changed.run();
          }
        });
    before.getStyleClass().add("snippets");
    after.getStyleClass().add("snippets");
    who.setWrapText(true);
    who.getStyleClass().add("small-text");
    what.getStyleClass().addAll("small-text", "muted");
    var where = new VBox(who, what);
    where.setAlignment(Pos.CENTER_LEFT);
    where.setMinWidth(WHERE);
    where.setMaxWidth(WHERE);
    var both = new VBox(new SingleLine(before), new SingleLine(after));
    both.setAlignment(Pos.CENTER_LEFT);
    both.setMinWidth(0);
    HBox.setHgrow(both, Priority.ALWAYS);
    row = new HBox(wanted, where, both);
    row.getStyleClass().add("row-8");
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(Integer hit, boolean empty) {
    super.updateItem(hit, empty);
    if (empty || hit == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    wanted.setSelected(!model.isLeftOut(hit));
    var preview = model.preview(hit);
    who.setText(preview.map(one -> who(one.place())).orElse("…"));
    what.setText(preview.map(one -> what(one.place())).orElse(""));
    what.setManaged(!what.getText().isEmpty());
    before.getChildren().clear();
    after.getChildren().clear();
    preview.ifPresent(this::draw);
    setGraphic(row);
    setAccessibleText(preview.map(one -> spoken(hit, one)).orElse("…"));
  }

  private String spoken(int hit, Preview preview) {
    var change = preview.change();
    String what = what(preview.place());
    String said =
        texts.get(
            "data.replace.change",
            what.isEmpty() ? who(preview.place()) : who(preview.place()) + ", " + what,
            snippet(preview.before(), change.from(), change.to()),
            snippet(change.text(), change.from(), change.newTo()));
    return model.isLeftOut(hit) ? texts.get("data.replace.leftOut", said) : said;
  }

  private String who(Place place) {
    return place.rejected()
        ? texts.get("data.replace.rejected")
        : Words.of(texts, place.message().role());
  }

  /** What it is besides an ordinary text. */
  private String what(Place place) {
    return switch (place.kind()) {
      case SAID -> "";
      case REFUSAL -> texts.get("data.replace.refusal");
      case ARGUMENT -> texts.get("data.replace.argument");
    };
  }

  private void draw(Preview preview) {
    var change = preview.change();
    fill(before, preview.before(), change.from(), change.to(), "words-gone");
    fill(after, change.text(), change.from(), change.newTo(), "words-new");
  }

  private static void fill(TextFlow flow, String text, int from, int to, String look) {
    int begin = Math.max(0, from - BEFORE);
    int end = Math.min(text.length(), Math.max(to, from + BEHIND));
    var marked = plain(line(text.substring(from, Math.min(to, from + BEHIND))));
    marked.getStyleClass().add(look);
    ReadingDirection.turn(flow, text);
    flow.getChildren()
        .setAll(
            plain((begin > 0 ? "…" : "") + line(text.substring(begin, from))),
            marked,
            plain(line(text.substring(Math.min(to, end), end))));
  }

  private static String snippet(String text, int from, int to) {
    return line(
        text.substring(
            Math.max(0, from - BEFORE), Math.min(text.length(), Math.max(to, from + BEHIND))));
  }

  private static Text plain(String words) {
    var text = new Text(words);
    text.getStyleClass().add("snippet");
    return text;
  }

  /** A line break is seen as a sign of its own, for it may be what changes. */
  private static String line(String text) {
    return text.replace("\r", "").replace('\n', '↵').replace('\t', ' ');
  }
}
