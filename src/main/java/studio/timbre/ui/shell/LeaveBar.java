package studio.timbre.ui.shell;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.fx.Unfinished.Piece;
import studio.timbre.ui.shell.Leaving.Goal;
import studio.timbre.ui.shell.Leaving.Question;

/** Asks before a project is left in which something is under way: what would be lost, and what is kept. Escape stays. */
final class LeaveBar extends HBox {
  private final Leaving leaving;
  private final Texts texts;
  private final Label words = new Label();
  private final Button finish = new Button();
  private final Button stop = new Button();
  private final Button stay = new Button();

  LeaveBar(Leaving leaving, Texts texts) {
    this.leaving = leaving;
    this.texts = texts;
    setId("leave");
    getStyleClass().add("confirm-bar");
    words.setId("leave-words");
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    finish.setId("leave-finish");
    finish.getStyleClass().add("accent");
    finish.setOnAction(event -> leaving.finish());
    stop.setId("leave-stop");
    stop.getStyleClass().add("danger");
    stop.setOnAction(event -> leaving.stop());
    stay.setId("leave-stay");
    stay.setText(texts.get("leave.stay"));
    stay.setOnAction(event -> leaving.stay());
    var answers = new FlowPane();
    answers.getStyleClass().add("row-8");
    answers.setHgap(8);
    answers.setVgap(8);
    for (var button : List.of(finish, stop, stay)) {
      button.setMnemonicParsing(false);
      button.setMinWidth(USE_PREF_SIZE);
      answers.getChildren().add(button);
    }
    var column = new VBox(words, answers);
    column.getStyleClass().add("column-8");
    HBox.setHgrow(column, Priority.ALWAYS);
    setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            leaving.stay();
            event.consume();
          }
        });
    getChildren().addAll(Icon.WARNING.node(), column);
  }

  /** Called whenever the question is another one. */
  void show() {
    var question = leaving.question().get();
    boolean wasThere = isVisible();
    setVisible(question.isPresent());
    setManaged(question.isPresent());
    question.ifPresent(this::show);
    if (question.isPresent() && !wasThere) {
      stay.requestFocus();
    }
  }

  private void show(Question question) {
    boolean over = question.pieces().isEmpty();
    words.setText(over ? texts.get("leave.over") : words(question));
    put(finish, !question.waits());
    put(stop, !over);
    finish.setText(over ? go(question.goal()) : finish(question.goal()));
    stop.setText(stop(question.goal()));
  }

  private String words(Question question) {
    String all =
        question.pieces().stream().map(this::words).distinct().collect(Collectors.joining("\n"));
    return question.waits() ? all + "\n" + texts.get("leave.waiting") : all;
  }

  private String words(Piece piece) {
    return switch (piece.kind()) {
      case IMPORT -> texts.get("leave.import", piece.name());
      case EXPORT -> texts.get("leave.export", piece.name());
      case COPY -> texts.get("leave.copy", piece.name());
      case CHANGE -> texts.get("leave.change", piece.name());
    };
  }

  private String finish(Goal goal) {
    return switch (goal) {
      case OPEN -> texts.get("leave.finish.open");
      case CLOSE -> texts.get("leave.finish.close");
      case QUIT -> texts.get("leave.finish.quit");
    };
  }

  private String stop(Goal goal) {
    return switch (goal) {
      case OPEN -> texts.get("leave.stop.open");
      case CLOSE -> texts.get("leave.stop.close");
      case QUIT -> texts.get("leave.stop.quit");
    };
  }

  private String go(Goal goal) {
    return switch (goal) {
      case OPEN -> texts.get("leave.go.open");
      case CLOSE -> texts.get("leave.go.close");
      case QUIT -> texts.get("leave.go.quit");
    };
  }

  private static void put(Button button, boolean there) {
    button.setVisible(there);
    button.setManaged(there);
  }
}
