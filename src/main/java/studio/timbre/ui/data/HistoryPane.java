package studio.timbre.ui.data;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.timbre.model.ChangeInfo;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Texts;

/** The history beside the table: who did what when, the newest on top; a click goes back to it, or forth again. */
final class HistoryPane extends VBox {
  private static final PseudoClass UNDONE = PseudoClass.getPseudoClass("undone");
  private static final PseudoClass NOW = PseudoClass.getPseudoClass("now");

  private final HistoryViewModel model;
  private final Texts texts;
  private final Runnable leave;
  private final ListView<Optional<ChangeInfo>> list = new ListView<>();

  /** @param leave gives the keyboard back to the table */
  HistoryPane(HistoryViewModel model, Texts texts, Runnable leave) {
    this.model = model;
    this.texts = texts;
    this.leave = leave;
    setId("history");
    getStyleClass().add("history-pane");
    var title = Sheet.title(texts.get("pastActs.title"));
    var close = new Button("", Icon.CLOSE.node());
    close.setId("history-close");
    close.getStyleClass().addAll("button-icon", "flat");
    close.setAccessibleText(texts.get("common.close"));
    close.setOnAction(event -> close());
    var head = new HBox(title, Sheet.gap(), close);
    head.getStyleClass().add("row-8");
    var about = Sheet.text(texts.get("pastActs.about"));
    about.getStyleClass().addAll("muted", "small-text");
    list.setId("history-list");
    list.setAccessibleText(texts.get("pastActs.title"));
    list.setCellFactory(view -> new Entry());
    VBox.setVgrow(list, Priority.ALWAYS);
    list.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            go(list.getFocusModel().getFocusedItem());
            event.consume();
          }
        });
    // The list would keep Escape to itself.
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
          }
        });
    getChildren().setAll(head, about, list);
    model.changes().subscribe(this::show);
    model
        .open()
        .subscribe(
            open -> {
              setVisible(open);
              setManaged(open);
              if (open) {
                list.requestFocus();
              }
            });
  }

  private void close() {
    model.open().set(false);
    leave.run();
  }

  private void show(List<ChangeInfo> changes) {
    int at = list.getSelectionModel().getSelectedIndex();
    var entries = new java.util.ArrayList<Optional<ChangeInfo>>();
    changes.forEach(change -> entries.add(Optional.of(change)));
    // The state before everything, as long as the list goes back that far.
    if (changes.size() < HistoryViewModel.MOST) {
      entries.add(Optional.empty());
    }
    list.getItems().setAll(entries);
    list.getSelectionModel().select(Math.clamp(at, 0, entries.size() - 1));
  }

  private void go(Optional<ChangeInfo> entry) {
    model.goTo(entry.map(ChangeInfo::entry).orElse(HistoryViewModel.BEGINNING));
  }

  /** The newest change that is not taken back: where the project stands. */
  private boolean isNow(Optional<ChangeInfo> entry) {
    return model.changes().get().stream()
        .filter(change -> !change.undone())
        .findFirst()
        .equals(entry);
  }

  /** A change: what, how many, who and when. */
  private final class Entry extends ListCell<Optional<ChangeInfo>> {
    private final Label what = Sheet.text("");
    private final Label who = Sheet.text("");
    private final Label state = Sheet.text("");
    private final VBox all = new VBox(what, who, state);

    Entry() {
      who.getStyleClass().addAll("muted", "small-text");
      state.getStyleClass().addAll("muted", "small-text");
      setPrefWidth(0);
      addEventHandler(
          MouseEvent.MOUSE_CLICKED,
          event -> {
            if (event.getButton() == MouseButton.PRIMARY && !isEmpty()) {
              go(getItem());
            }
          });
    }

    @Override
    protected void updateItem(Optional<ChangeInfo> entry, boolean empty) {
      super.updateItem(entry, empty);
      if (empty || entry == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      boolean undone = entry.map(ChangeInfo::undone).orElse(false);
      boolean now = isNow(entry);
      pseudoClassStateChanged(UNDONE, undone);
      pseudoClassStateChanged(NOW, now);
      String sentence =
          entry
              .map(change -> texts.get("change." + change.kind(), change.conversations()))
              .orElse(texts.get("pastActs.beginning"));
      what.setText(capital(sentence));
      say(
          who,
          entry
              .map(change -> texts.get("pastActs.by", change.who(), texts.dateTime(change.time())))
              .orElse(""));
      say(state, now ? texts.get("pastActs.now") : undone ? texts.get("pastActs.undone") : "");
      setGraphic(all);
      setAccessibleText(what.getText() + ". " + who.getText() + ". " + state.getText());
    }

    private static void say(Label label, String words) {
      label.setText(words);
      label.setVisible(!words.isEmpty());
      label.setManaged(!words.isEmpty());
    }

    private static String capital(String sentence) {
      return sentence.isEmpty()
          ? sentence
          : sentence.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + sentence.substring(1);
    }
  }
}
