package studio.timbre.ui.review;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import studio.timbre.app.history.ConversationDiff;
import studio.timbre.app.history.FieldChange;
import studio.timbre.app.history.MessageChange;
import studio.timbre.app.history.Piece;
import studio.timbre.model.Message;
import studio.timbre.model.Role;
import studio.timbre.ui.control.ReadingDirection;
import studio.timbre.ui.fx.Texts;

/** Two states of a conversation: what is gone is struck through, what is new is underlined, what stayed is only counted. */
public final class DiffView extends VBox {
  private final Texts texts;

  DiffView(Texts texts, ConversationDiff diff) {
    this.texts = texts;
    getStyleClass().addAll("diff", "column-8");
    diff.fields().forEach(change -> getChildren().add(field(change)));
    int same = 0;
    for (var message : diff.messages()) {
      if (message.isSame()) {
        same++;
      } else {
        tellSame(same);
        same = 0;
        getChildren().add(message(message));
      }
    }
    if (diff.isSame()) {
      getChildren().add(muted(texts.get("diff.same")));
    } else {
      tellSame(same);
    }
  }

  private void tellSame(int count) {
    if (count > 0) {
      getChildren().add(muted(texts.get("diff.unchanged", count)));
    }
  }

  private static Label muted(String text) {
    var label = new Label(text);
    label.setWrapText(true);
    label.getStyleClass().addAll("muted", "small-text");
    return label;
  }

  private Node field(FieldChange change) {
    var name = muted(ChangeWords.field(texts, change.name()));
    var worded = ChangeWords.worded(texts, change);
    var pieces =
        isReadAsText(change)
            ? worded.words()
            : List.of(
                new Piece(Piece.Kind.REMOVED, worded.before()),
                new Piece(Piece.Kind.SAME, arrow(worded)),
                new Piece(Piece.Kind.ADDED, worded.after()));
    return new VBox(name, flow(texts, pieces));
  }

  /** Whether single words of it are looked at, and not the whole. */
  private static boolean isReadAsText(FieldChange change) {
    return change.name().equals("note")
        || change.name().equals("refusal")
        || (ChangeWords.isNested(change.name(), change.before())
            && ChangeWords.isNested(change.name(), change.after()));
  }

  /** Where only the texts of a content changed, they are told word by word already. */
  private static boolean isTold(FieldChange change) {
    return !change.name().equals("content")
        || !PictureWords.areSame(change.before(), change.after());
  }

  private static String arrow(FieldChange change) {
    return change.before().isEmpty() || change.after().isEmpty() ? "" : "  ";
  }

  private Node message(MessageChange change) {
    String what =
        change.before().isEmpty()
            ? texts.get("diff.added")
            : change.after().isEmpty() ? texts.get("diff.removed") : "";
    var role = role(change.after().or(change::before).map(Message::role).orElse(Role.USER));
    var head = muted(what.isEmpty() ? role : role + " · " + what);
    var box = new VBox(head);
    var words = change.words();
    if (!words.isEmpty()) {
      box.getChildren().add(flow(texts, words));
    }
    change.fields().stream()
        .filter(DiffView::isTold)
        .forEach(field -> box.getChildren().add(field(field)));
    box.getStyleClass().addAll("diff-message", "column-4");
    return box;
  }

  private String role(Role role) {
    String key = "role." + role.name();
    return texts.has(key) ? texts.get(key) : role.name();
  }

  /** A text with its changes marked; a screen reader is told what is removed and what is added. */
  public static TextFlow flow(Texts texts, List<Piece> pieces) {
    var flow = new TextFlow();
    flow.getStyleClass().add("diff-text");
    for (var piece : pieces) {
      // JavaFX draws the first letter of a line in the look of empty texts before it.
      if (piece.text().isEmpty()) {
        continue;
      }
      var text = new Text(piece.text());
      text.getStyleClass()
          .addAll(
              "text",
              switch (piece.kind()) {
                case SAME -> "diff-same";
                case REMOVED -> "diff-gone";
                case ADDED -> "diff-new";
              });
      flow.getChildren().add(text);
    }
    ReadingDirection.turn(flow, pieces.stream().map(Piece::text).collect(Collectors.joining()));
    flow.setAccessibleText(
        pieces.stream()
            .filter(piece -> !piece.text().isEmpty())
            .map(
                piece ->
                    switch (piece.kind()) {
                      case SAME -> piece.text();
                      case REMOVED -> texts.get("diff.spoken.removed", piece.text());
                      case ADDED -> texts.get("diff.spoken.added", piece.text());
                    })
            .collect(Collectors.joining(" ")));
    return flow;
  }
}
