package studio.timbre.ui.data;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.timbre.model.topics.Topic;
import studio.timbre.ui.control.Choices;
import studio.timbre.ui.data.TopicsViewModel.Question;
import studio.timbre.ui.fx.Keyboard;
import studio.timbre.ui.fx.Notices;
import studio.timbre.ui.fx.Texts;

/** Asks below the topics with which other one a topic is put together, and says that it was. */
final class TopicJoining extends VBox {
  private final TopicsViewModel model;
  private final Texts texts;
  private final Notices notices;
  private final Consumer<Topic> joined;
  private final Label question = new Label();
  private final ComboBox<Topic> others;
  private final Button join = new Button();

  /**
   * @param joined told of the topic under which another is counted now
   * @param reveal brings what has just come up into sight
   */
  TopicJoining(
      TopicsViewModel model,
      Texts texts,
      Notices notices,
      Consumer<Topic> joined,
      Consumer<Node> reveal) {
    this.joined = joined;
    this.model = model;
    this.texts = texts;
    this.notices = notices;
    others = Choices.box("topic-other", Topic::name, topic -> {});
    others.setMaxWidth(Double.MAX_VALUE);
    others.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER && !others.isShowing()) {
            join();
            event.consume();
          }
        });
    question.setWrapText(true);
    question.setMinHeight(Region.USE_PREF_SIZE);
    question.setLabelFor(others);
    join.setId("topic-join");
    join.setText(texts.get("overview.topics.join.do"));
    join.getStyleClass().add("accent");
    join.setOnAction(event -> join());
    var cancel = new Button(texts.get("common.cancel"));
    cancel.setOnAction(event -> model.dropJoining());
    join.setMinWidth(Region.USE_PREF_SIZE);
    cancel.setMinWidth(Region.USE_PREF_SIZE);
    var row = new HBox(join, cancel);
    row.getStyleClass().add("row-8");
    getStyleClass().add("column-8");
    getChildren().addAll(question, others, row);
    managedProperty().bind(visibleProperty());
    setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            model.dropJoining();
            event.consume();
          }
        });
    model.joining().subscribe(asked -> ask(asked, reveal));
  }

  private void ask(Optional<Question> asked, Consumer<Node> reveal) {
    setVisible(asked.isPresent());
    asked.ifPresent(
        now -> {
          question.setText(texts.get("overview.topics.join.with", now.topic().name()));
          others.setAccessibleText(question.getText());
          others.getItems().setAll(now.others());
          others.setValue(now.others().getFirst());
          if (getScene() != null) {
            Keyboard.give(others);
            reveal.accept(this);
          }
        });
  }

  private void join() {
    var asked = model.joining().get();
    var other = others.getValue();
    if (asked.isPresent() && other != null) {
      String name = asked.get().topic().name();
      model.join(
          other,
          joining -> {
            joined.accept(other);
            notices.say(
                texts.get("overview.topics.joined", name, other.name()),
                texts.get("common.undo"),
                () -> model.takeBack(joining));
          });
    }
  }

  /** Takes a topic apart again, and says so. */
  void part(FilterChoice topic) {
    model.part(
        topic,
        joining ->
            notices.say(
                texts.get("overview.topics.parted", topic.name()),
                texts.get("common.undo"),
                () -> model.takeBack(joining)));
  }
}
