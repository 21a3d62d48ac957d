package studio.timbre.ui.data;

import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import studio.timbre.model.Role;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Texts;

/** Adds messages at the end, and tools. Wraps, so that no word is cut in a narrow window. */
final class ConversationFoot extends FlowPane {
  private final Texts texts;
  private final Consumer<Role> add;
  private final MenuItem pair;

  ConversationFoot(Texts texts, Consumer<Role> add, Runnable addTool, Runnable makePair) {
    this.texts = texts;
    this.add = add;
    getStyleClass().add("conversation-foot");
    var others = new MenuButton(texts.get("conversation.add.other"));
    others.setId("conversation-add-other");
    others.setMnemonicParsing(false);
    others.getStyleClass().add("flat");
    Stream.of(Role.SYSTEM, Role.DEVELOPER, Role.TOOL, Role.FUNCTION)
        .forEach(
            role -> others.getItems().add(item(Words.of(texts, role), () -> add.accept(role))));
    pair = item(texts.get("pair.make"), makePair);
    pair.setId("conversation-make-pair");
    others
        .getItems()
        .addAll(new SeparatorMenuItem(), item(texts.get("conversation.add.tool"), addTool), pair);
    getChildren().addAll(button(Role.USER), button(Role.ASSISTANT), others);
  }

  private static MenuItem item(String text, Runnable act) {
    var item = new MenuItem(text);
    item.setMnemonicParsing(false);
    item.setOnAction(event -> act.run());
    return item;
  }

  private Button button(Role role) {
    var button = new Button(Words.of(texts, role), Icon.ADD.node());
    button.setId("conversation-add-" + role.name());
    button.setMnemonicParsing(false);
    button.setAccessibleText(texts.get("conversation.add", Words.of(texts, role)));
    button.setTooltip(new Tooltip(texts.get("conversation.add", Words.of(texts, role))));
    button.setOnAction(event -> add.accept(role));
    return button;
  }

  void show(boolean canMakePair) {
    pair.setDisable(!canMakePair);
  }
}
