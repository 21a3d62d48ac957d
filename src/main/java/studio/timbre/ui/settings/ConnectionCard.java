package studio.timbre.ui.settings;

import java.time.LocalDate;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import studio.timbre.app.Connections.Closing;
import studio.timbre.app.KeySource;
import studio.timbre.model.Connection;
import studio.timbre.ui.control.ConfirmBar;
import studio.timbre.ui.control.HeadRow;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.settings.ConnectionsViewModel.Line;
import studio.timbre.ui.settings.ConnectionsViewModel.Trial;

/** A connection: what it is called, where its key goes and is, what a test said, and what can be done. */
final class ConnectionCard extends VBox {
  private final ConnectionsViewModel model;
  private final Line line;
  private final Texts texts;
  private final OutcomeLine outcome;
  private final ConfirmBar confirm = new ConfirmBar();
  private final Subscription following;

  ConnectionCard(ConnectionsViewModel model, Line line, Optional<Closing> closing, Texts texts) {
    this.model = model;
    this.line = line;
    this.texts = texts;
    outcome = new OutcomeLine(texts);
    getStyleClass().addAll("card-pane", "column-8", "connection-card");
    getChildren().addAll(new HeadRow(name(), buttons()), facts(), address());
    closing.ifPresent(known -> getChildren().add(closing(known)));
    getChildren().addAll(outcome, confirm);
    following =
        Subscription.combine(
            model.trial(line.connection()).subscribe(this::show),
            model.unreachable().subscribe(this::askOnceMore));
  }

  /** Lets go of the view model. */
  void close() {
    following.unsubscribe();
  }

  private Label name() {
    var name = new Label(line.connection().name());
    name.getStyleClass().add("strong");
    name.setWrapText(true);
    return name;
  }

  private FlowPane facts() {
    var words = new ConnectionWords(texts);
    var badge = new Label(words.key(line.key()));
    badge
        .getStyleClass()
        .addAll("badge", line.key() instanceof KeySource.None ? "caution" : "good");
    var provider = new Label(words.name(line.connection().provider()));
    provider.getStyleClass().add("muted");
    var facts = new FlowPane(provider, badge);
    facts.getStyleClass().add("wrapping-buttons");
    return facts;
  }

  private HBox buttons() {
    String name = line.connection().name();
    var test = new Button(texts.get("connections.test"));
    test.setId("connection-test");
    test.setAccessibleText(texts.get("connections.test.of", name));
    test.setDisable(line.key() instanceof KeySource.None);
    test.setOnAction(event -> model.test(line.connection()));
    var change = icon(Icon.EDIT, texts.get("connections.change", name));
    change.setId("connection-change");
    change.setOnAction(event -> model.change(line));
    var remove = icon(Icon.DELETE, texts.get("connections.remove", name));
    remove.setId("connection-remove");
    remove.setOnAction(
        event ->
            confirm.ask(
                texts.get("connections.remove.question", name),
                texts.get("connections.remove.act"),
                texts.get("connections.remove.keep"),
                () -> model.remove(line.connection())));
    var all = new HBox(test, change, remove);
    all.getStyleClass().add("row-4");
    return all;
  }

  private static Button icon(Icon icon, String name) {
    var button = new Button("", icon.node());
    button.getStyleClass().addAll("button-icon", "flat");
    button.setAccessibleText(name);
    button.setTooltip(new Tooltip(name));
    return button;
  }

  private Node address() {
    var address = new Label(line.connection().address().toString());
    address.getStyleClass().add("mono");
    address.setWrapText(true);
    return address;
  }

  private Node closing(Closing closing) {
    var words =
        new Label(
            new ConnectionWords(texts)
                .closing(line.connection().provider(), closing, LocalDate.now()));
    words.setWrapText(true);
    words.getStyleClass().add("small-text");
    var row = new HBox(Icon.CLOCK.node(), words);
    row.getStyleClass().addAll("row-8", "plan-warning", "warning-icon");
    return row;
  }

  private void show(Trial trial) {
    switch (trial) {
      case Trial.Untested _ -> outcome.nothing();
      case Trial.Testing _ ->
          outcome.testing(
              line.connection().address().getHost(), () -> model.cancelTest(line.connection()));
      case Trial.Tested tested -> outcome.outcome(tested.outcome());
      case Trial.Refused refused -> outcome.refused(refused.problem());
    }
  }

  private void askOnceMore(Optional<Connection> unreachable) {
    if (unreachable.equals(Optional.of(line.connection()))) {
      confirm.ask(
          texts.get("connections.forget.question", line.connection().name()),
          texts.get("connections.forget.act"),
          texts.get("connections.remove.keep"),
          () -> model.removeWithoutKey(line.connection()));
    }
  }
}
