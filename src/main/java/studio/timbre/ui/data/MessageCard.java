package studio.timbre.ui.data;

import atlantafx.base.controls.ToggleSwitch;
import java.util.List;
import java.util.OptionalInt;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.timbre.model.Content;
import studio.timbre.model.Message;
import studio.timbre.model.Role;
import studio.timbre.ui.control.GrowingTextArea;
import studio.timbre.ui.control.TabLeaves;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Texts;

/** One message of the conversation, to be read and edited where it stands. */
final class MessageCard extends VBox {
  private static final List<Role> ROLES =
      List.of(Role.USER, Role.ASSISTANT, Role.SYSTEM, Role.TOOL, Role.DEVELOPER);
  private static final int MOST_LINES = 30;

  private final Texts texts;
  private final ConversationViewModel model;
  private final int index;
  private final MenuButton role = new MenuButton();
  private final Label tokens = new Label();
  private final GrowingTextArea text = new GrowingTextArea(MOST_LINES);
  private final ToggleSwitch trained = new ToggleSwitch();
  private final Label notText = new Label();
  private final VBox untouched = new VBox();
  private final Button up;
  private final Button down;
  private String committed = "";
  private boolean showing;

  MessageCard(ConversationViewModel model, Texts texts, int index) {
    this.model = model;
    this.texts = texts;
    this.index = index;
    up = button(Icon.UP, texts.get("message.up"), () -> model.moveUp(index));
    down = button(Icon.DOWN, texts.get("message.down"), () -> model.moveDown(index));
    var delete = button(Icon.DELETE, texts.get("message.delete"), () -> model.delete(index));
    getStyleClass().add("bubble");
    role.getStyleClass().addAll("flat", "role-menu");
    role.setMnemonicParsing(false);
    role.getItems().setAll(ROLES.stream().map(this::roleItem).toList());
    tokens.getStyleClass().addAll("muted", "small-text", "token-count");
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var head = new HBox(role, gap, tokens, up, down, delete);
    head.getStyleClass().addAll("row-4", "message-head");
    text.setId("message-" + index);
    text.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    TabLeaves.from(text);
    text.focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                commit();
              }
            });
    notText.setText(texts.get("message.notText"));
    notText.setWrapText(true);
    notText.getStyleClass().addAll("muted", "small-text");
    trained.setText(texts.get("message.train"));
    trained.setTooltip(new Tooltip(texts.get("message.train.tip")));
    trained.getStyleClass().add("small-text");
    trained
        .selectedProperty()
        .addListener(
            (value, before, now) -> {
              if (!showing) {
                model.setTrained(index, now);
              }
            });
    untouched.getStyleClass().add("column-4");
    getChildren().addAll(head, text, notText, trained, untouched);
    addEventFilter(KeyEvent.KEY_PRESSED, this::moveKey);
  }

  private MenuItem roleItem(Role choice) {
    var item = new MenuItem(Words.of(texts, choice));
    item.setMnemonicParsing(false);
    item.setOnAction(event -> model.setRole(index, choice));
    return item;
  }

  private static Button button(Icon icon, String name, Runnable act) {
    var button = new Button("", icon.node());
    button.getStyleClass().addAll("button-icon", "flat", "message-button");
    button.setAccessibleText(name);
    button.setTooltip(new Tooltip(name));
    button.setOnAction(event -> act.run());
    return button;
  }

  /** Shows this message; a text that is being typed is left alone. */
  void show(Message message, boolean last) {
    showing = true;
    String name = Words.of(texts, message.role());
    role.setText(name);
    role.setAccessibleText(texts.get("message.role", name));
    text.setAccessibleText(texts.get("message.text", index + 1, name));
    boolean dirty = text.isFocused() && !text.getText().equals(committed);
    committed = message.text();
    if (!dirty && !text.getText().equals(committed)) {
      text.setText(committed);
    }
    boolean isText = !(message.content() instanceof Content.Other);
    text.setEditable(isText);
    show(text, isText || !committed.isEmpty());
    show(notText, !isText);
    show(trained, message.role().isAssistant());
    trained.setSelected(message.isTrained());
    up.setDisable(index == 0);
    down.setDisable(last);
    getStyleClass().removeAll("us", "them", "frame", "muted-message");
    getStyleClass().add(look(message.role()));
    if (message.role().isAssistant() && !message.isTrained()) {
      getStyleClass().add("muted-message");
    }
    showUntouched(message);
    showing = false;
  }

  private static void show(javafx.scene.Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private static String look(Role role) {
    if (role.isAssistant()) {
      return "us";
    }
    return role.equals(Role.USER) ? "them" : "frame";
  }

  /** What Timbre carries along without touching it. */
  private void showUntouched(Message message) {
    untouched.getChildren().clear();
    if (message.content() instanceof Content.Other other && !other.json().equals("null")) {
      untouched
          .getChildren()
          .add(new FoldedJson(texts, texts.get("message.content"), other.json()));
    }
    message
        .extras()
        .forEach((key, json) -> untouched.getChildren().add(new FoldedJson(texts, key, json)));
    show(untouched, !untouched.getChildren().isEmpty());
  }

  void showTokens(OptionalInt count) {
    tokens.setText(count.isPresent() ? texts.get("message.tokens", count.getAsInt()) : "");
  }

  /** Makes an edit of what was typed, if anything was. */
  void commit() {
    if (text.isEditable() && !text.getText().equals(committed)) {
      committed = text.getText();
      model.setText(index, committed);
    }
  }

  void focusText() {
    text.requestFocus();
    text.end();
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
      commit();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && !text.getText().equals(committed)) {
      text.setText(committed);
      event.consume();
    }
  }

  private void moveKey(KeyEvent event) {
    if (event.isAltDown() && !event.isShortcutDown()) {
      if (event.getCode() == KeyCode.UP) {
        commit();
        model.moveUp(index);
        event.consume();
      } else if (event.getCode() == KeyCode.DOWN) {
        commit();
        model.moveDown(index);
        event.consume();
      }
    }
  }
}
