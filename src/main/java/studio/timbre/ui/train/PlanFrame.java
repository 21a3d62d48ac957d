package studio.timbre.ui.train;

import java.util.function.Consumer;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.timbre.ui.fx.Icon;

/** What every plan has, wherever it is carried out: a title, the run's name, what it comes to, a reason, and the button that starts it. */
abstract class PlanFrame extends VBox {
  private final TextField name = new TextField();
  private final Label reason = new Label();
  private final HBox reasonRow = new HBox();
  private final Button start = new Button();

  /**
   * @param id what the ids of name, reason and button begin with
   * @param named told what the person types
   */
  PlanFrame(String id, StringProperty text, Consumer<String> named) {
    getStyleClass().add("plan");
    name.setId(id + "-name");
    text.subscribe(name::setText);
    name.textProperty()
        .addListener(
            (source, before, now) -> {
              if (name.isFocused()) {
                named.accept(now);
              }
            });
    reason.setId(id + "-reason");
    reason.setWrapText(true);
    // In a low window the facts above scroll; the reason stays whole.
    reason.setMinHeight(USE_PREF_SIZE);
    HBox.setHgrow(reason, Priority.ALWAYS);
    start.setId(id + "-start");
    start.defaultButtonProperty().bind(visibleProperty());
    start.getStyleClass().addAll("accent", "start-button");
    start.setMaxWidth(Double.MAX_VALUE);
    start.setWrapText(true);
    start.setMnemonicParsing(false);
  }

  /** Title and name, and below them what is scrolled where the window is low. */
  final void head(String title, String nameLabel, Node... parts) {
    var heading = new Label(title);
    heading.getStyleClass().add("section-title");
    var label = new Label(nameLabel);
    label.setLabelFor(name);
    name.setAccessibleText(nameLabel);
    var inner = new VBox(heading, new VBox(label, name));
    inner.getChildren().addAll(parts);
    inner.getStyleClass().add("column-16");
    var scroll = new ScrollPane(inner);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("plan-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().add(scroll);
  }

  /**
   * The reason and the button, which stay in sight.
   *
   * @param between what may come up between the two
   */
  final void foot(Runnable act, Node... between) {
    start.setOnAction(event -> act.run());
    var foot = new VBox(reasonRow);
    foot.getChildren().addAll(between);
    foot.getChildren().add(start);
    foot.getStyleClass().add("column-8");
    foot.setMinHeight(USE_PREF_SIZE);
    getChildren().add(foot);
  }

  final Button start() {
    return start;
  }

  /** Says why it cannot start, or what goes on; nothing stands there for an empty sentence. */
  final void say(Icon icon, String tone, String sentence) {
    reason.setText(sentence);
    reasonRow.getStyleClass().setAll("row-8", "plan-reason", tone);
    reasonRow.getChildren().setAll(icon.node(), reason);
    reasonRow.setVisible(!sentence.isEmpty());
    reasonRow.setManaged(!sentence.isEmpty());
  }
}
