package studio.timbre.ui.hear;

import javafx.beans.Observable;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Texts;

/** Above the question: to whom it goes and what that costs, before the first time; afterwards what was spent. */
final class CostLines extends VBox {
  private final Sitting sitting;
  private final AnswerWords inWords;

  CostLines(Sitting sitting, Texts texts) {
    this.sitting = sitting;
    this.inWords = new AnswerWords(texts);
    getStyleClass().add("cost-lines");
    setId("hear-cost");
    sitting.notices().addListener((Observable change) -> show());
    sitting.spent().subscribe(spent -> show());
  }

  private void show() {
    getChildren().clear();
    for (var notice : sitting.notices()) {
      var line = line(inWords.notice(notice));
      var row = new HBox(Icon.WARNING.node(), line);
      row.getStyleClass().addAll("row-8", "cost-notice");
      getChildren().add(row);
    }
    String sum = inWords.sum(sitting.spent().get());
    if (!sum.isEmpty()) {
      var line = line(sum);
      line.setId("hear-sum");
      line.getStyleClass().addAll("muted", "small-text");
      getChildren().add(line);
    }
    setVisible(!getChildren().isEmpty());
    setManaged(isVisible());
  }

  private static Label line(String text) {
    var line = new Label(text);
    line.setWrapText(true);
    return line;
  }
}
