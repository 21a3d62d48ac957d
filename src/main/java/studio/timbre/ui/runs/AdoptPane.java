package studio.timbre.ui.runs;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.timbre.model.Connection;
import studio.timbre.model.ForeignJob;
import studio.timbre.ui.fx.Fault;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.runs.AdoptViewModel.State;

/** Asks which job that was begun elsewhere to bring in. */
final class AdoptPane extends VBox {
  private static final double ROW = 44;
  private static final int ROWS_SEEN = 8;

  private final AdoptViewModel model;
  private final Texts texts;
  private final Runnable connect;

  /** @param connect leads to where a connection is added */
  AdoptPane(AdoptViewModel model, Texts texts, Runnable connect) {
    this.model = model;
    this.texts = texts;
    this.connect = connect;
    setId("adopt-pane");
    getStyleClass().addAll("card-pane", "column-16", "adopt-pane");
    setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            model.cancel();
            event.consume();
          }
        });
    model.state().subscribe(this::show);
  }

  private void show(State state) {
    boolean isThere = !(state instanceof State.Idle);
    setVisible(isThere);
    setManaged(isThere);
    var nodes = new ArrayList<Node>();
    nodes.add(label("adopt.title", "section-title"));
    nodes.add(label("adopt.text", "muted"));
    var away = button("adopt-close", texts.get("common.close"), model::cancel);
    switch (state) {
      case State.Idle _ -> nodes.clear();
      case State.Choosing choosing -> nodes.add(choice(choosing.connections(), away));
      case State.Asking asking -> {
        var bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(texts.get("adopt.asking", asking.connection().name()));
        nodes.add(new Label(texts.get("adopt.asking", asking.connection().name())));
        nodes.add(bar);
        nodes.add(row(away));
      }
      case State.Found found -> nodes.addAll(found(found, away));
      case State.Failed failed -> {
        var problem = new Label(Fault.of(failed.problem(), texts).sentence());
        problem.setWrapText(true);
        nodes.add(problem);
        nodes.add(row(button("adopt-again", texts.get("adopt.again"), model::open), away));
      }
    }
    getChildren().setAll(nodes);
    if (isThere) {
      away.requestFocus();
    }
  }

  private Node choice(List<Connection> connections, Button away) {
    if (connections.isEmpty()) {
      return row(button("adopt-connect", texts.get("adopt.connect"), connect), away);
    }
    var buttons = new ArrayList<Button>();
    connections.forEach(
        connection ->
            buttons.add(
                button(
                    "adopt-at-" + connection.id(),
                    connection.name(),
                    () -> model.look(connection))));
    buttons.add(away);
    return row(buttons.toArray(Button[]::new));
  }

  private List<Node> found(State.Found found, Button away) {
    if (found.jobs().isEmpty()) {
      var nothing = new Label(texts.get("adopt.nothing", found.connection().name()));
      nothing.setWrapText(true);
      return List.of(nothing, row(away));
    }
    var list = new ListView<ForeignJob>();
    list.setId("adopt-jobs");
    list.setFixedCellSize(ROW);
    list.getItems().setAll(found.jobs());
    list.setPrefHeight(Math.min(ROWS_SEEN, found.jobs().size()) * ROW + 2);
    list.setMinHeight(ROW + 2);
    list.setAccessibleText(texts.get("adopt.title"));
    list.setCellFactory(view -> new JobCell());
    list.getSelectionModel().selectFirst();
    var take =
        button(
            "adopt-take",
            texts.get("adopt.take"),
            () -> model.adopt(list.getSelectionModel().getSelectedItem()));
    take.getStyleClass().add("accent");
    take.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
    return List.of(list, row(take, away));
  }

  private static FlowPane row(Button... buttons) {
    var row = new FlowPane(buttons);
    row.getStyleClass().add("wrapping-buttons");
    return row;
  }

  private static Button button(String id, String text, Runnable act) {
    var button = new Button(text);
    button.setId(id);
    button.setMnemonicParsing(false);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> act.run());
    return button;
  }

  private Label label(String key, String style) {
    var label = new Label(texts.get(key));
    label.setWrapText(true);
    label.getStyleClass().add(style);
    return label;
  }

  /** A job as its provider lists it. */
  private final class JobCell extends ListCell<ForeignJob> {
    private final Label name = new Label();
    private final Label facts = new Label();
    private final VBox words = new VBox(name, facts);

    JobCell() {
      name.getStyleClass().add("strong");
      facts.getStyleClass().addAll("muted", "small-text");
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable ForeignJob job, boolean empty) {
      super.updateItem(job, empty);
      if (job == null || empty) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      name.setText(job.name().isBlank() ? job.providerJob() : job.name());
      var told = new ArrayList<String>();
      told.add(job.status());
      told.add(job.model());
      job.created().ifPresent(time -> told.add(texts.dateTime(time)));
      told.removeIf(String::isBlank);
      facts.setText(String.join(" · ", told));
      setGraphic(words);
      setAccessibleText(name.getText() + ", " + facts.getText());
    }
  }
}
