package studio.timbre.ui.check;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.timbre.app.Mending.Passed;
import studio.timbre.ui.fx.Keyboard;
import studio.timbre.ui.fx.Texts;

/** What was let pass, a line for each act, and the way back. */
final class PassedPane extends VBox {
  private static final int AT_ONCE = 50;

  /** What a person can do from here. */
  interface Acts {
    /** Finds all of one act again. */
    void findAgain(Passed act);

    /** Puts its conversations before the person, on the Data screen. */
    void show(Passed act, String title);
  }

  private final List<Passed> passed;
  private final Texts texts;
  private final Acts acts;
  private final Button more = new Button();
  private int shown;

  PassedPane(List<Passed> passed, Texts texts, Acts acts) {
    this.passed = passed;
    this.texts = texts;
    this.acts = acts;
    getStyleClass().addAll("card-pane", "column-16");
    setId("check-passed");
    long findings = passed.stream().mapToLong(Passed::conversations).sum();
    var title = new Label(texts.get("check.passed.title", findings));
    title.getStyleClass().add("section-title");
    var text = new Label(texts.get("check.passed.text"));
    text.setWrapText(true);
    text.getStyleClass().add("muted");
    var head = new VBox(title, text);
    head.getStyleClass().add("column-4");
    more.setId("check-passed-more");
    more.setOnAction(
        event -> {
          int next = shown;
          getChildren().remove(more);
          showMore();
          Keyboard.give(((HBox) getChildren().get(1 + next)).getChildren().getLast());
        });
    getChildren().add(head);
    showMore();
  }

  private void showMore() {
    int end = Math.min(passed.size(), shown + AT_ONCE);
    passed.subList(shown, end).forEach(one -> getChildren().add(row(one)));
    shown = end;
    if (end < passed.size()) {
      more.setText(texts.get("check.passed.more", passed.size() - end));
      getChildren().add(more);
    }
  }

  private HBox row(Passed one) {
    String title = title(one);
    var kind = new Label(title);
    kind.setWrapText(true);
    String who = one.who().isBlank() ? "–" : one.who();
    var reason =
        new Label(
            one.conversations() == 1
                ? texts.get("check.passed.line", String.valueOf(one.first()), one.reason(), who)
                : texts.get("check.passed.lines", one.conversations(), one.reason(), who));
    reason.setWrapText(true);
    reason.getStyleClass().add("muted");
    var words = new VBox(kind, reason);
    words.getStyleClass().add("column-4");
    HBox.setHgrow(words, Priority.ALWAYS);
    var show = new Button(texts.get("check.showMe"));
    show.setId("check-passed-show-" + one.kind() + "-" + one.first());
    show.setAccessibleText(texts.get("check.showMe.of", title));
    show.setMinWidth(Region.USE_PREF_SIZE);
    show.setOnAction(event -> acts.show(one, title));
    var again = new Button(texts.get("check.passed.again", one.conversations()));
    again.setId("check-again-" + one.kind() + "-" + one.first());
    again.setMinWidth(Region.USE_PREF_SIZE);
    again.setOnAction(event -> acts.findAgain(one));
    var row = new HBox(words, show, again);
    row.getStyleClass().add("row-8");
    return row;
  }

  /** What it was about is not kept, so the place for it in the title goes. */
  private String title(Passed one) {
    return texts.get("problem." + one.kind() + ".title", "").replaceAll("\\s*:\\s*$", "");
  }
}
