package studio.timbre.ui.review;

import java.util.function.LongFunction;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.timbre.model.Conversation;
import studio.timbre.ui.control.ReadingDirection;
import studio.timbre.ui.fx.Texts;

/** A conversation of the past: its number, what became of it, and what they and we said first, as it was then. */
final class PastCell extends ListCell<Long> {
  /** Letters of a line; more never have room. */
  private static final int LONGEST = 400;

  private final Texts texts;
  private final LongFunction<PastData.Since> since;
  private final PastRows rows;
  private final Label number = new Label();
  private final Label asked = new Label();
  private final Label answered = new Label();
  private final VBox box = new VBox(number, asked, answered);

  PastCell(Texts texts, PastRows rows, LongFunction<PastData.Since> since) {
    this.texts = texts;
    this.rows = rows;
    this.since = since;
    box.setMinWidth(0);
    box.setPrefWidth(0);
    asked.getStyleClass().add("excerpt");
    answered.getStyleClass().addAll("excerpt", "muted");
    asked.setMaxWidth(Double.MAX_VALUE);
    answered.setMaxWidth(Double.MAX_VALUE);
  }

  @Override
  protected void updateItem(@Nullable Long id, boolean empty) {
    super.updateItem(id, empty);
    if (empty || id == null) {
      setGraphic(null);
      setAccessibleText("");
      return;
    }
    var became = since.apply(id);
    var said = rows.at(id).map(then -> then.conversation());
    number.setText(texts.get("past.data.row", String.valueOf(id), words(became)));
    number
        .getStyleClass()
        .setAll("label", "small-text", became == PastData.Since.SAME ? "muted" : "past-different");
    String question = said.map(Conversation::question).map(PastCell::line).orElse("");
    String answer = said.map(Conversation::answer).map(PastCell::line).orElse("");
    say(asked, question);
    say(answered, answer);
    setGraphic(box);
    setAccessibleText(String.join(". ", number.getText(), question, answer));
  }

  private static void say(Label label, String line) {
    label.setText(line);
    ReadingDirection.turn(label, line);
  }

  private String words(PastData.Since became) {
    return switch (became) {
      case SAME -> texts.get("past.data.SAME");
      case CHANGED -> texts.get("past.data.CHANGED");
      case DELETED -> texts.get("past.data.DELETED");
    };
  }

  private static String line(String text) {
    String start = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    return start.replaceAll("\\s+", " ").strip();
  }
}
