package studio.timbre.ui.hear;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import studio.timbre.ui.control.EqualColumns;
import studio.timbre.ui.fx.Navigator;
import studio.timbre.ui.fx.Texts;

/** A question, the answers side by side, and what we wrote ourselves. */
final class RoundPane extends VBox {
  RoundPane(Round round, Texts texts, Navigator navigator) {
    getStyleClass().add("round");
    var asked = new Label(round.prompt());
    asked.setWrapText(true);
    var askedName = new Label(texts.get("hear.asked"));
    askedName.getStyleClass().add("bubble-name");
    var question = new VBox(askedName, asked);
    question.getStyleClass().addAll("bubble", "them", "question");
    var answers = new EqualColumns(VoicesBar.NARROWEST);
    round
        .speeches()
        .forEach(speech -> answers.getChildren().add(new AnswerPane(speech, texts, navigator)));
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
