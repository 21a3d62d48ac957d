package studio.timbre.ui.data;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.timbre.app.TopicStanding;
import studio.timbre.app.TopicStanding.State;
import studio.timbre.ui.data.OverviewSide.Offer;
import studio.timbre.ui.fx.Keyboard;
import studio.timbre.ui.fx.Notices;
import studio.timbre.ui.fx.Texts;

/** The topics in the overview: their bars, what they are called, and the way to find them anew. */
final class TopicsSide extends VBox {
  private final TopicsViewModel model;
  private final Texts texts;
  private final VBox naming = new VBox();
  private final TextField name = new TextField();
  private final Label standing = new Label();
  private final Button stop = new Button();
  private final Button anew = new Button();

  /** @param reveal brings what has just come up into sight */
  TopicsSide(
      OverviewSide bars,
      TopicsViewModel model,
      Texts texts,
      Notices notices,
      Consumer<Node> reveal) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("column-8");
    var help = new Label(texts.get("overview.topics.help"));
    help.getStyleClass().addAll("muted", "small-text");
    help.setWrapText(true);
    help.setMinHeight(Region.USE_PREF_SIZE);
    var joining = new TopicJoining(model, texts, notices, topic -> bars.follow(topic.id()), reveal);
    bars.offer(
        new Offer(
            texts.get("overview.topics.rename"),
            Optional.of(KeyCode.F2),
            model::askName,
            TopicsViewModel::isTopic),
        new Offer(
            texts.get("overview.topics.join"),
            Optional.empty(),
            model::askJoin,
            TopicsViewModel::isTopic),
        new Offer(
            texts.get("overview.topics.part"), Optional.empty(), joining::part, model::isJoined));
    makeNaming();
    getChildren().addAll(bars, naming, joining, help, foot());
    model
        .joining()
        .subscribe(
            (before, now) -> {
              if (now.isEmpty()) {
                before.ifPresent(asked -> bars.giveKeyboard(asked.topic().value()));
              }
            });
    model
        .naming()
        .subscribe(
            (before, now) -> {
              ask(now, reveal);
              if (now.isEmpty()) {
                before.ifPresent(named -> bars.giveKeyboard(named.value()));
              }
            });
    ask(model.naming().get(), reveal);
    model.standing().subscribe(this::show);
  }

  private void makeNaming() {
    name.setId("topic-name");
    var label = new Label(texts.get("overview.topics.name"));
    label.setLabelFor(name);
    var save = new Button(texts.get("overview.topics.save"));
    save.setId("topic-save");
    save.getStyleClass().add("accent");
    save.setOnAction(event -> model.rename(name.getText()));
    save.disableProperty().bind(name.textProperty().map(String::isBlank));
    name.setOnAction(event -> model.rename(name.getText()));
    var cancel = new Button(texts.get("common.cancel"));
    cancel.setOnAction(event -> model.naming().set(Optional.empty()));
    List.of(save, cancel).forEach(button -> button.setMinWidth(Region.USE_PREF_SIZE));
    var row = new HBox(save, cancel);
    row.getStyleClass().add("row-8");
    var taken = new Label(texts.get("overview.topics.taken"));
    taken.setWrapText(true);
    taken.getStyleClass().add("number-wrong");
    taken.visibleProperty().bind(model.taken());
    taken.managedProperty().bind(taken.visibleProperty());
    naming.getStyleClass().add("column-8");
    naming.getChildren().addAll(label, name, taken, row);
    naming.managedProperty().bind(naming.visibleProperty());
    naming.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            model.naming().set(Optional.empty());
            event.consume();
          }
        });
  }

  private void ask(Optional<FilterChoice> asked, Consumer<Node> reveal) {
    naming.setVisible(asked.isPresent());
    asked.ifPresent(
        topic -> {
          name.setText(topic.name());
          if (getScene() != null) {
            Keyboard.give(name);
            reveal.accept(naming);
          }
          name.selectAll();
        });
  }

  private HBox foot() {
    standing.setWrapText(true);
    standing.setMinHeight(Region.USE_PREF_SIZE);
    standing.getStyleClass().addAll("muted", "small-text");
    HBox.setHgrow(standing, Priority.ALWAYS);
    standing.setMaxWidth(Double.MAX_VALUE);
    anew.setId("topics-anew");
    anew.setText(texts.get("overview.topics.anew"));
    anew.setOnAction(event -> model.findAnew());
    stop.setId("topics-stop");
    for (var button : List.of(anew, stop)) {
      button.getStyleClass().add("small");
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.managedProperty().bind(button.visibleProperty());
    }
    var row = new HBox(anew, standing, stop);
    row.getStyleClass().add("row-8");
    return row;
  }

  private void show(TopicStanding now) {
    standing.setText(
        switch (now.state()) {
          case NONE, DONE -> "";
          case FINDING -> texts.get("overview.topics.finding");
          case TELLING -> texts.get("overview.topics.telling", now.done(), now.total());
          case PAUSED -> texts.get("overview.topics.paused", now.done(), now.total());
        });
    boolean telling = now.state() == State.TELLING;
    boolean paused = now.state() == State.PAUSED;
    stop.setVisible(telling || paused);
    stop.setText(texts.get(telling ? "voice.pause" : "voice.goOn"));
    stop.setOnAction(
        event -> {
          if (telling) {
            model.pause();
          } else {
            model.goOn();
          }
        });
    anew.setVisible(!telling && now.state() != State.FINDING);
  }
}
