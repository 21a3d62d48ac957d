package studio.timbre.ui.packs;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import studio.timbre.app.SheetFigures;
import studio.timbre.model.AddedRows;
import studio.timbre.ui.fx.Texts;

/** What a table that came back leaves open, how it was understood, and the way to say that it was meant otherwise. */
final class SheetQuestions extends VBox {
  private final Texts texts;

  SheetQuestions(MergeViewModel model, Texts texts, SheetFigures figures) {
    this.texts = texts;
    getStyleClass().add("merge-questions");
    if (figures.isPartingOpen()) {
      getChildren()
          .add(
              row(
                  texts.get("pack.added", figures.added()),
                  choice(
                      "merge-parting",
                      List.of(AddedRows.QUESTIONS, AddedRows.MARKS),
                      figures.parting(),
                      where -> words(where, figures),
                      where -> model.readAgain(figures.reading().withAdded(where)))));
    } else if (figures.added() > 0) {
      getChildren().add(MergeHead.wrapped(texts.get("pack.added", figures.added()), "muted"));
    }
    if (figures.gone() > 0) {
      getChildren()
          .add(
              row(
                  texts.get("pack.gone", figures.gone()),
                  choice(
                      "merge-gone",
                      List.of(false, true),
                      figures.reading().takesGone(),
                      takes -> texts.get(takes ? "pack.gone.take" : "pack.gone.keep"),
                      takes -> model.readAgain(figures.reading().withTakesGone(takes)))));
    }
  }

  private String words(AddedRows where, SheetFigures figures) {
    return where == AddedRows.MARKS
        ? texts.get("pack.added.marks", figures.byMarks())
        : texts.get("pack.added.questions", figures.byQuestions());
  }

  private static <T> Node row(String text, ChoiceBox<T> choice) {
    var label = new Label(text);
    label.setWrapText(true);
    label.setLabelFor(choice);
    choice.setAccessibleText(text);
    var row = new FlowPane(label, choice);
    row.getStyleClass().add("merge-acts");
    return row;
  }

  private static <T> ChoiceBox<T> choice(
      String id, List<T> all, T now, Function<T, String> words, Consumer<T> said) {
    var choice = new ChoiceBox<T>();
    choice.setId(id);
    choice.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(T value) {
            return value == null ? "" : words.apply(value);
          }

          @Override
          public T fromString(String text) {
            return all.stream()
                .filter(value -> words.apply(value).equals(text))
                .findFirst()
                .orElse(now);
          }
        });
    choice.getItems().setAll(all);
    choice.setValue(now);
    choice.setOnAction(
        event -> {
          if (!choice.getValue().equals(now)) {
            said.accept(choice.getValue());
          }
        });
    return choice;
  }
}
