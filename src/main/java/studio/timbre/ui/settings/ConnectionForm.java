package studio.timbre.ui.settings;

import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import studio.timbre.app.AddressException;
import studio.timbre.app.Connections.Closing;
import studio.timbre.app.ProviderFacts;
import studio.timbre.model.Provider;
import studio.timbre.ui.fx.Keyboard;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.settings.ConnectionFormViewModel.Stage;

/** Adds a connection or changes one. */
final class ConnectionForm extends VBox {
  private final ConnectionFormViewModel model;
  private final Texts texts;
  private final OutcomeLine outcome;
  private final Button suggestion = new Button();
  private final Button test = new Button();
  private final Button save = new Button();
  private final TextField name = new TextField();
  private final TextField address = new TextField();
  private final Optional<ProviderCards> providers;
  private final Subscription following;

  ConnectionForm(
      ConnectionFormViewModel model,
      Function<Provider, Optional<Closing>> closing,
      Texts texts,
      Runnable leave) {
    this.model = model;
    this.texts = texts;
    outcome = new OutcomeLine(texts);
    getStyleClass().addAll("card-pane", "column-16", "connection-form");
    setId("connection-form");
    var title =
        new Label(
            model
                .changed()
                .map(connection -> texts.get("connections.change", connection.name()))
                .orElseGet(() -> texts.get("connections.form.add")));
    title.getStyleClass().add("section-title");
    title.setWrapText(true);
    getChildren().add(title);
    providers =
        model.changed().isEmpty()
            ? Optional.of(new ProviderCards(model.provider(), closing, texts))
            : Optional.empty();
    providers.ifPresent(cards -> getChildren().add(cards));
    getChildren()
        .addAll(
            name(), address(), new KeyFields(model, texts), outcome, suggestion, buttons(leave));
    setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            leave.run();
            event.consume();
          }
        });
    following = model.stage().subscribe(this::show);
  }

  /** Lets go of the view model. */
  void close() {
    following.unsubscribe();
  }

  /** Takes the keyboard to the first thing to decide. */
  void focus() {
    providers.ifPresentOrElse(ProviderCards::focus, name::requestFocus);
  }

  private Node name() {
    name.setId("connection-name");
    name.textProperty().bindBidirectional(model.name());
    return Section.field(texts.get("connections.form.name"), name, name);
  }

  private Node address() {
    address.setId("connection-address");
    address.getStyleClass().add("mono");
    address.textProperty().bindBidirectional(model.address());
    model
        .provider()
        .subscribe(provider -> address.setPromptText(ProviderFacts.of(provider).example()));
    var note = KeyFields.note(texts.get("connections.form.address.note"));
    var elsewhere = KeyFields.note(texts.get("connections.form.key.elsewhere"));
    elsewhere.setId("connection-elsewhere");
    model
        .address()
        .subscribe(
            typed -> {
              boolean leads = model.leadsElsewhere();
              elsewhere.setVisible(leads);
              elsewhere.setManaged(leads);
            });
    var around = new VBox(address, note, elsewhere);
    around.getStyleClass().add("column-4");
    return Section.field(texts.get("connections.form.address"), address, around);
  }

  private Node buttons(Runnable leave) {
    suggestion.setId("connection-suggestion");
    suggestion.setWrapText(true);
    suggestion.setMnemonicParsing(false);
    save.setId("connection-save");
    save.setText(
        model.changed().isPresent()
            ? texts.get("connections.form.save")
            : texts.get("connections.form.addAct"));
    save.getStyleClass().add("accent");
    save.setOnAction(event -> model.save());
    test.setId("connection-form-test");
    test.setText(texts.get("connections.test"));
    test.setOnAction(event -> model.test());
    var cancel = new Button(texts.get("common.cancel"));
    cancel.setId("connection-leave");
    cancel.setOnAction(event -> leave.run());
    var all = new FlowPane(save, test, cancel);
    all.getStyleClass().add("wrapping-buttons");
    return all;
  }

  private void show(Stage stage) {
    boolean busy = stage instanceof Stage.Testing || stage instanceof Stage.Saving;
    test.setDisable(busy);
    save.setDisable(stage instanceof Stage.Saving);
    suggest(Optional.empty());
    switch (stage) {
      case Stage.Resting _, Stage.Saving _ -> outcome.nothing();
      case Stage.Testing _ -> outcome.testing(host(), model::cancelTest);
      case Stage.Tested tested -> outcome.outcome(tested.outcome());
      case Stage.Refused refused -> {
        outcome.refused(refused.problem());
        if (refused.problem() instanceof AddressException wrong) {
          suggest(wrong.suggestion());
        }
      }
    }
  }

  private void suggest(Optional<String> meant) {
    suggestion.setVisible(meant.isPresent());
    suggestion.setManaged(meant.isPresent());
    meant.ifPresent(
        text -> {
          suggestion.setText(texts.get("connections.form.suggest", text));
          suggestion.setOnAction(
              event -> {
                model.take(text);
                Keyboard.give(address);
              });
        });
  }

  private String host() {
    return Optional.ofNullable(URI.create(model.address().get().strip()).getHost()).orElse("");
  }
}
