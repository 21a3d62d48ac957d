package studio.timbre.ui.review;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.timbre.model.ConversationRow;
import studio.timbre.model.Review;
import studio.timbre.model.Status;
import studio.timbre.ui.control.GrowingTextArea;
import studio.timbre.ui.control.TabLeaves;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Keyboard;
import studio.timbre.ui.fx.Texts;

/** Status, stars, whose turn it is, tags and a note, of the conversation in view and all that is selected with it. */
public final class ReviewBar extends VBox {
  private static final int NOTE_LINES = 6;

  private final ReviewViewModel model;
  private final Texts texts;
  private final Label many = new Label();
  private final MenuButton status = new MenuButton();
  private final Stars stars;
  private final CompletingField assignee;
  private final CompletingField newTag;
  private final FlowPane marks = new FlowPane();
  private final FlowPane tags = new FlowPane();
  private Runnable written = () -> {};
  private final GrowingTextArea note = new GrowingTextArea(NOTE_LINES);
  private SortedSet<String> shownTags = new TreeSet<>();
  private String writtenNote = "";
  private long[] noteFor = {};

  public ReviewBar(ReviewViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().addAll("review-bar", "column-8");
    setId("review-bar");
    many.setId("review-many");
    many.setWrapText(true);
    many.getStyleClass().addAll("muted", "small-text");
    stars = new Stars(texts, model::rate);
    assignee =
        new CompletingField(
            texts.get("review.assignee"), () -> model.words().get().people(), model::assign);
    assignee.setId("review-assignee");
    newTag =
        new CompletingField(
            texts.get("review.tag.add"), () -> model.words().get().tags(), model::tag);
    newTag.setId("review-tag");
    tags.getStyleClass().add("review-tags");
    tags.setVisible(false);
    tags.setManaged(false);
    fillStatus();
    prepareNote();
    var me = new Button(texts.get("review.assign.me"));
    me.setId("review-assign-me");
    me.getStyleClass().addAll("small", "flat");
    me.setTooltip(new Tooltip(texts.get("review.assign.me.tip")));
    me.setOnAction(event -> model.assign(model.words().get().me()));
    var verdict = new HBox(status, stars);
    verdict.getStyleClass().add("row-8");
    var turn = new HBox(assignee, me);
    turn.getStyleClass().add("row-4");
    marks.getChildren().addAll(verdict, turn, newTag);
    marks.getStyleClass().add("review-marks");
    getChildren().addAll(many, marks, tags, note);
    model.row().subscribe(this::show);
    model.selected().subscribe(count -> showMany());
    model.words().subscribe(words -> me.setDisable(words.me().isEmpty()));
  }

  private void fillStatus() {
    status.setId("review-status");
    status.setMnemonicParsing(false);
    status.getStyleClass().add("small");
    for (var choice : List.of(Status.DRAFT, Status.IN_REVIEW, Status.APPROVED, Status.REJECTED)) {
      var item = new MenuItem(texts.get("status.of." + choice.name()));
      item.setMnemonicParsing(false);
      item.setOnAction(event -> model.setStatus(choice));
      status.getItems().add(item);
    }
  }

  private void prepareNote() {
    note.setId("review-note");
    note.setPromptText(texts.get("review.note"));
    note.setAccessibleText(texts.get("review.note"));
    TabLeaves.from(note);
    note.focusedProperty()
        .subscribe(
            focused -> {
              if (focused) {
                noteFor = model.targets();
              } else {
                commit();
              }
            });
    note.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
            commit();
            written.run();
            event.consume();
          } else if (event.getCode() == KeyCode.ESCAPE && !note.getText().equals(writtenNote)) {
            note.setText(writtenNote);
            event.consume();
          }
        });
  }

  /** Makes an edit of a note that is being written. */
  public void commit() {
    if (!note.getText().strip().equals(writtenNote.strip())) {
      writtenNote = note.getText();
      note.written();
      model.setNote(writtenNote, noteFor);
    }
  }

  private void show(Optional<ConversationRow> row) {
    setVisible(row.isPresent());
    setManaged(row.isPresent());
    row.ifPresent(shown -> show(shown));
    showMany();
  }

  private void show(ConversationRow row) {
    Review review = row.review();
    String name = texts.get("status.of." + row.status().name());
    status.setText(name);
    status.setAccessibleText(texts.get("conversation.status", name));
    stars.show(review.rating());
    assignee.show(review.assignee());
    showTags(review.tags());
    boolean dirty = note.isFocused() && !note.getText().equals(writtenNote);
    writtenNote = review.note();
    if (!dirty && !note.getText().equals(writtenNote)) {
      note.setText(writtenNote);
    }
  }

  /** Says it where an act is done to more than what is seen. */
  private void showMany() {
    int count = model.targets().length;
    many.setText(count > 1 ? texts.get("review.many", count) : "");
    many.setVisible(count > 1);
    many.setManaged(count > 1);
  }

  private void showTags(SortedSet<String> now) {
    if (now.equals(shownTags)) {
      return;
    }
    shownTags = now;
    tags.getChildren().setAll(now.stream().map(this::chip).toList());
    tags.setVisible(!now.isEmpty());
    tags.setManaged(!now.isEmpty());
  }

  private Button chip(String tag) {
    var chip = new Button(tag, Icon.CLOSE.node());
    chip.getStyleClass().addAll("small", "chip");
    chip.setMnemonicParsing(false);
    chip.setAccessibleText(texts.get("review.tag.remove", tag));
    chip.setTooltip(new Tooltip(texts.get("review.tag.remove", tag)));
    chip.setOnAction(event -> model.untag(tag));
    return chip;
  }

  /** Puts something of the conversation itself beside what the team thinks of it. */
  public void beside(Node node) {
    marks.getChildren().add(1, node);
  }

  /** Puts the caret where a tag is written. */
  void askForTag() {
    Keyboard.give(newTag);
  }

  /** Told when a tag, a name or a note has been entered, so that the keyboard can go where it is needed next. */
  void whenWritten(Runnable listener) {
    written = listener;
    newTag.whenDone(listener);
    assignee.whenDone(listener);
  }

  /** Puts the caret into the note. */
  void askForNote() {
    Keyboard.give(note);
    note.end();
  }
}
