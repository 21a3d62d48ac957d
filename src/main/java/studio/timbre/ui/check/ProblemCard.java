package studio.timbre.ui.check;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.timbre.app.Mending;
import studio.timbre.app.Mending.Example;
import studio.timbre.model.Problem;
import studio.timbre.model.Problem.Severity;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Texts;

/** One kind of problem in plain words, with its first places to fold out, and what can be done about it. */
final class ProblemCard extends VBox {
  /** What a person can do from here. */
  interface Acts {
    /** Puts conversations before the person, on the Data screen. */
    void show(Problem problem, String title);

    void examples(Problem problem, Consumer<List<Example>> taker);

    void mend(Problem problem);

    /** Lets it pass in all of its conversations. */
    void letPass(Problem problem, String reason);

    /** The card is folded out or in. */
    void opened(Problem problem, boolean isOpen);
  }

  private final Problem problem;
  private final Texts texts;
  private final Acts acts;
  private final String title;
  private final VBox places = new VBox();
  private final Button closer = new Button();

  ProblemCard(Problem problem, Texts texts, boolean isOpen, Acts acts) {
    this.problem = problem;
    this.texts = texts;
    this.acts = acts;
    this.title = texts.get("problem." + problem.kind() + ".title", problem.detail());
    getStyleClass().addAll("card-pane", "column-16");
    setId("check-problem-" + problem.kind());
    places.getStyleClass().addAll("column-16", "check-places");
    closer.setId("check-closer-" + problem.kind());
    getChildren().add(head());
    fold(isOpen);
  }

  /** The button from which a person goes on. */
  Button way() {
    return closer;
  }

  private HBox head() {
    boolean error = problem.severity() == Severity.ERROR;
    var name = new Label(title);
    name.getStyleClass().add("section-title");
    name.setWrapText(true);
    var badge = new Label(texts.get(error ? "check.error" : "check.warning"));
    badge.getStyleClass().addAll("badge", error ? "bad" : "caution");
    badge.setMinWidth(Region.USE_PREF_SIZE);
    var line = new HBox(name, badge);
    line.getStyleClass().add("row-8");
    var text = new Label(texts.get("problem." + problem.kind() + ".text"));
    text.setWrapText(true);
    var count = new Label(texts.get("check.conversations", problem.conversations().size()));
    count.getStyleClass().add("muted");
    var words = new VBox(line, text, count);
    words.getStyleClass().add("column-4");
    HBox.setHgrow(words, Priority.ALWAYS);
    var icon = new StackPane((error ? Icon.ERROR : Icon.WARNING).node());
    icon.getStyleClass().addAll("problem-icon", error ? "danger-icon" : "warning-icon");
    var row = new HBox(icon, words);
    row.getStyleClass().add("row-16");
    if (!problem.conversations().isEmpty()) {
      row.getChildren().add(buttons());
    }
    return row;
  }

  private VBox buttons() {
    var show = new Button(texts.get("check.showMe"));
    show.setId("check-show-" + problem.kind());
    show.setAccessibleText(texts.get("check.showMe.of", title));
    show.setOnAction(event -> acts.show(problem, title));
    closer.setOnAction(event -> fold(places.getParent() == null));
    var box = new VBox(show, closer);
    box.getStyleClass().add("column-8");
    for (var button : List.of(show, closer)) {
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.setMaxWidth(Double.MAX_VALUE);
    }
    box.setMinWidth(Region.USE_PREF_SIZE);
    return box;
  }

  private void fold(boolean open) {
    closer.setText(texts.get(open ? "check.less" : "check.closer"));
    closer.setAccessibleText(open ? texts.get("check.less") : texts.get("check.closer.of", title));
    if (open) {
      acts.examples(problem, this::fill);
      getChildren().add(places);
    } else {
      getChildren().remove(places);
    }
    acts.opened(problem, open);
  }

  private void fill(List<Example> examples) {
    places.getChildren().clear();
    for (var example : examples) {
      places
          .getChildren()
          .add(
              new PlaceRow(
                  example, texts, () -> acts.show(only(example), title), passing(example)));
    }
    int more = problem.conversations().size() - examples.size();
    if (more > 0) {
      var rest = new Label(texts.get("check.place.more", more));
      rest.getStyleClass().add("muted");
      places.getChildren().add(rest);
    }
    if (Mending.mends(problem.kind())) {
      places.getChildren().add(mending());
    }
    if (examples.size() > 1 && !isSeveral()) {
      places.getChildren().add(passingAll());
    }
  }

  /** One act for all of them. */
  private VBox passingAll() {
    var box = new VBox();
    box.getStyleClass().add("column-8");
    var all =
        new LetPass(
            texts,
            "all-" + problem.kind(),
            texts.get("check.pass.all", problem.conversations().size()),
            box,
            reason -> {
              closer.requestFocus();
              box.setDisable(true);
              acts.letPass(problem, reason);
            });
    var note = new Label(texts.get("check.pass.some"));
    note.setWrapText(true);
    note.getStyleClass().add("muted");
    HBox.setHgrow(note, Priority.ALWAYS);
    var row = new HBox(all.button(), note);
    row.getStyleClass().add("row-8");
    box.getChildren().add(row);
    return box;
  }

  /** What stands for several findings is let pass one by one, at each of them. */
  private boolean isSeveral() {
    return problem.kind().equals(Mending.PRIVATE_DATA);
  }

  private Optional<Consumer<String>> passing(Example example) {
    return isSeveral()
        ? Optional.empty()
        : Optional.of(reason -> acts.letPass(only(example), reason));
  }

  private Problem only(Example example) {
    return new Problem(problem.kind(), problem.severity(), List.of(example.conversation()));
  }

  private HBox mending() {
    String words =
        Mending.deletes(problem.kind())
            ? texts.get("check.mend.copies")
            : Mending.moves(problem.kind())
                ? texts.get("check.mend.sides")
                : texts.get(
                    Mending.replaces(problem.kind()) ? "check.mend.replace" : "check.mend",
                    problem.conversations().size());
    var mend = new Button(words);
    mend.setId("check-mend-" + problem.kind());
    mend.setMinWidth(Region.USE_PREF_SIZE);
    mend.setOnAction(
        event -> {
          // A button that is disabled lets the keyboard wander on, and the page after it.
          closer.requestFocus();
          mend.setDisable(true);
          acts.mend(problem);
        });
    var note = new Label(texts.get("check.mend.note"));
    note.setWrapText(true);
    note.getStyleClass().add("muted");
    HBox.setHgrow(note, Priority.ALWAYS);
    var row = new HBox(mend, note);
    row.getStyleClass().add("row-8");
    return row;
  }
}
