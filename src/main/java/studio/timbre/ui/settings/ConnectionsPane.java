package studio.timbre.ui.settings;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import studio.timbre.app.Connections.Closing;
import studio.timbre.app.KeyPlace;
import studio.timbre.model.Provider;
import studio.timbre.ui.fx.Action;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.settings.ConnectionsViewModel.Known;

/** The accounts at providers. */
final class ConnectionsPane extends VBox {
  private final ConnectionsViewModel model;
  private final Texts texts;
  private final Function<Provider, Optional<Closing>> closing;
  private final Consumer<String> say;
  private final VBox list = new VBox();
  private final VBox place = new VBox();
  private final Button add;

  ConnectionsPane(
      ConnectionsViewModel model,
      Texts texts,
      Function<Provider, Optional<Closing>> closing,
      Action adding,
      Consumer<String> say) {
    this.model = model;
    this.texts = texts;
    this.closing = closing;
    this.say = say;
    getStyleClass().addAll("column-24", "settings-page");
    list.getStyleClass().add("column-16");
    place.getStyleClass().add("column-16");
    add = adding.button("accent");
    getChildren()
        .addAll(
            Section.of(texts.get("connections.title"), texts.get("connections.text"), list, add),
            place);
    model.known().subscribe(this::showKnown);
    model.form().subscribe(this::showForm);
  }

  private void showKnown(Optional<Known> known) {
    closeCards();
    if (known.isEmpty()) {
      list.getChildren().setAll(new Label(texts.get("connections.reading")));
      place.getChildren().clear();
    } else if (model.form().get().isEmpty()) {
      showList(known.get());
    }
  }

  private void showList(Known known) {
    list.getChildren().clear();
    if (known.locked()) {
      list.getChildren().add(new LockedKeys(model, texts, say));
    }
    if (known.lines().isEmpty()) {
      var none = new Label(texts.get("connections.none"));
      none.setWrapText(true);
      list.getChildren().add(none);
    }
    known
        .lines()
        .forEach(
            line ->
                list.getChildren()
                    .add(
                        new ConnectionCard(
                            model, line, closing.apply(line.connection().provider()), texts)));
    place.getChildren().setAll(place(known.place()));
  }

  private Node place(KeyPlace where) {
    return Section.of(
        texts.get("connections.place.title"),
        switch (where) {
          case KeyPlace.InSystem system -> texts.get("connections.place.system", system.name());
          case KeyPlace.InFile file -> texts.get("connections.place.file", file.file().toString());
        });
  }

  private void showForm(Optional<ConnectionFormViewModel> form) {
    boolean before = lookup("#connection-form") != null;
    closeCards();
    add.setVisible(form.isEmpty());
    add.setManaged(form.isEmpty());
    if (form.isPresent()) {
      var view = new ConnectionForm(form.get(), closing, texts, model::closeForm);
      list.getChildren().setAll(view);
      place.getChildren().clear();
      applyCss();
      view.focus();
    } else {
      model.known().get().ifPresent(this::showList);
      if (before && add.getScene() != null) {
        add.requestFocus();
      }
    }
  }

  private void closeCards() {
    for (var child : list.getChildren()) {
      switch (child) {
        case ConnectionCard card -> card.close();
        case ConnectionForm form -> form.close();
        default -> {}
      }
    }
  }
}
