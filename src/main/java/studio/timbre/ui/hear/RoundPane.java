package studio.timbre.ui.hear;

import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import studio.timbre.ui.fx.Texts;

/** A question, the two answers side by side, and what we wrote ourselves. */
final class RoundPane extends VBox {
  RoundPane(Round round, Texts texts) {
    getStyleClass().add("round");
    var asked = new Label(round.prompt());
    asked.setWrapText(true);
    var askedName = new Label(texts.get("hear.asked"));
    askedName.getStyleClass().add("bubble-name");
    var question = new VBox(askedName, asked);
    question.getStyleClass().addAll("bubble", "them", "question");
    var answers = new GridPane();
    answers.getStyleClass().add("answers");
    int columns = round.tuned().isPresent() ? 2 : 1;
    for (int column = 0; column < columns; column++) {
      var half = new ColumnConstraints();
      half.setPercentWidth(100.0 / columns);
      answers.getColumnConstraints().add(half);
    }
    answers.add(new AnswerPane(round.base(), "them", texts), 0, 0);
    round.tuned().ifPresent(speech -> answers.add(new AnswerPane(speech, "us", texts), 1, 0));
    getChildren().addAll(question, answers);
    round.ours().ifPresent(ours -> getChildren().add(ours(ours, texts)));
  }

  private static VBox ours(String text, Texts texts) {
    var name = new Label(texts.get("hear.ours"));
    name.getStyleClass().add("bubble-name");
    var words = new Label(text);
    words.setWrapText(true);
    words.getStyleClass().add("answer-words");
    var box = new VBox(name, words);
    box.getStyleClass().addAll("bubble", "frame", "ours");
    return box;
  }
}
