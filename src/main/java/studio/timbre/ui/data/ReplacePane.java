package studio.timbre.ui.data;

import java.util.AbstractList;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import studio.timbre.model.Role;
import studio.timbre.ui.data.ReplaceQuestion.Scope;
import studio.timbre.ui.data.ReplaceViewModel.State;
import studio.timbre.ui.fx.Keyboard;
import studio.timbre.ui.fx.Notices;
import studio.timbre.ui.fx.Texts;

/** Find and replace above the table: what, where, every change with a look at it, and the button that makes them. */
final class ReplacePane extends Sheet {
  private static final double ROW = 56;
  private static final int ROWS_SEEN = 5;

  private final ReplaceViewModel model;
  private final Notices notices;
  private final Runnable leave;
  private final TextField find = field("data.replace.find");
  private final TextField with = field("data.replace.with");
  private final Button look = button("data.replace.look", () -> {});
  private final Button make = button("data.replace.look", () -> {});
  private final Label said = text("");
  private final ListView<Integer> list = new ListView<>();
  private final Node options;
  private boolean there;

  /** @param leave gives the keyboard back to the table */
  ReplacePane(ReplaceViewModel model, Texts texts, Notices notices, Runnable leave) {
    super(texts, "data.act.progress");
    this.model = model;
    this.notices = notices;
    this.leave = leave;
    setId("replace-pane");
    find.setId("replace-find");
    find.textProperty().bindBidirectional(model.question().find());
    with.setId("replace-with");
    with.textProperty().bindBidirectional(model.question().with());
    look.setId("replace-look");
    look.setOnAction(event -> model.look());
    look.disableProperty().bind(model.question().find().isEmpty());
    make.setId("replace-make");
    make.getStyleClass().add("accent");
    make.setOnAction(event -> make());
    said.setId("replace-said");
    said.setMinHeight(Region.USE_PREF_SIZE);
    list.setId("replace-list");
    list.setFixedCellSize(ROW);
    list.setAccessibleText(texts.get("data.replace.list"));
    list.setCellFactory(view -> new ReplaceCell(model, texts, this::showWanted));
    list.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          int hit = list.getFocusModel().getFocusedIndex();
          if (event.getCode() == KeyCode.SPACE && hit >= 0) {
            model.leaveOut(hit, !model.isLeftOut(hit));
            arrived();
            showWanted();
            event.consume();
          }
        });
    for (var field : new TextField[] {find, with}) {
      field.setOnAction(event -> model.look());
    }
    options = options();
    model.onArrival(this::arrived);
    model.state().subscribe(this::show);
  }

  private TextField field(String key) {
    var field = new TextField();
    field.setPromptText(texts().get(key));
    field.setAccessibleText(texts().get(key));
    HBox.setHgrow(field, Priority.ALWAYS);
    return field;
  }

  private Node options() {
    var pane =
        new FlowPane(
            check("data.replace.matchCase", "replace-case", model.question().matchCase()),
            check("data.replace.wholeWords", "replace-words", model.question().wholeWords()),
            check("data.replace.regular", "replace-regular", model.question().regular()),
            roles(),
            scopes());
    pane.getStyleClass().add("wrapping-buttons");
    return pane;
  }

  private CheckBox check(String key, String id, BooleanProperty property) {
    var box = new CheckBox(texts().get(key));
    box.setId(id);
    box.setMinWidth(Region.USE_PREF_SIZE);
    box.getStyleClass().add("in-line");
    box.selectedProperty().bindBidirectional(property);
    return box;
  }

  private ComboBox<Optional<Role>> roles() {
    var box = new ComboBox<Optional<Role>>();
    box.setId("replace-role");
    box.setAccessibleText(texts().get("data.replace.role"));
    box.getItems().add(Optional.empty());
    Stream.of(Role.SYSTEM, Role.DEVELOPER, Role.USER, Role.ASSISTANT, Role.TOOL)
        .forEach(role -> box.getItems().add(Optional.of(role)));
    box.setConverter(
        named(
            role ->
                role.map(one -> Words.of(texts(), one))
                    .orElse(texts().get("data.replace.everybody"))));
    box.valueProperty().bindBidirectional(model.question().role());
    return box;
  }

  private ComboBox<Scope> scopes() {
    var box = new ComboBox<Scope>();
    box.setId("replace-scope");
    box.setAccessibleText(texts().get("data.replace.scope"));
    box.getItems().setAll(Scope.values());
    box.setConverter(named(scope -> texts().get("data.replace.scope." + scope)));
    box.valueProperty().bindBidirectional(model.question().scope());
    return box;
  }

  private static <T> StringConverter<T> named(Function<T, String> name) {
    return new StringConverter<>() {
      @Override
      public String toString(T value) {
        return value == null ? "" : name.apply(value);
      }

      @Override
      public T fromString(String text) {
        throw new UnsupportedOperationException("the box is not edited");
      }
    };
  }

  @Override
  void dismiss() {
    model.close();
    leave.run();
  }

  private void show(State state) {
    boolean open = !(state instanceof State.Closed);
    boolean came = open && !there;
    there = open;
    setVisible(open);
    setManaged(open);
    if (!open) {
      getChildren().clear();
      return;
    }
    if (came) {
      getChildren()
          .setAll(
              row(title(texts().get("data.replace")), gap(), button("common.close", this::dismiss)),
              row(find, with),
              options,
              row(look, make),
              said,
              bar(),
              list);
      Keyboard.give(find);
      find.selectAll();
    }
    show(list, state instanceof State.Found found && found.hits().count() > 0);
    show(make, state instanceof State.Found found && found.hits().count() > 0);
    show(bar(), state instanceof State.Looking);
    show(said, !(state instanceof State.Asking));
    said.getStyleClass().remove("danger-text");
    switch (state) {
      case State.Closed ignored -> {}
      case State.Asking ignored -> list.setItems(FXCollections.emptyObservableList());
      case State.Looking looking -> {
        showProgress(looking.done(), looking.total());
        said.setText(texts().get("data.replace.looking"));
      }
      case State.Refused refused -> {
        said.getStyleClass().add("danger-text");
        said.setText(texts().of(refused.reason()));
      }
      case State.Found found -> found(found);
    }
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private void found(State.Found found) {
    int count = found.hits().count();
    said.setText(texts().get("data.replace.found", count));
    list.setItems(FXCollections.observableList(new Places(count)));
    double height = ROW * Math.min(ROWS_SEEN, count) + 2;
    list.setPrefHeight(height);
    list.setMinHeight(Math.min(height, 3 * ROW + 2));
    showWanted();
  }

  private void showWanted() {
    int wanted = model.wanted();
    make.setText(texts().get("data.replace.make", wanted));
    make.setDisable(wanted == 0);
  }

  /** More of the texts is known. */
  private void arrived() {
    list.refresh();
  }

  private void make() {
    model.replace(changed -> notices.say(texts().get("data.replace.done", changed)));
  }

  /** The numbers from 0 on, without holding them. */
  private static final class Places extends AbstractList<Integer> {
    private final int count;

    Places(int count) {
      this.count = count;
    }

    @Override
    public Integer get(int index) {
      return index;
    }

    @Override
    public int size() {
      return count;
    }
  }
}
