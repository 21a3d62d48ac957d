package studio.timbre.ui.fx;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;

/**
 * Something that a person can do: one declaration gives menu entry, button, shortcut and palette entry.
 *
 * @param id stays the same in every language, as {@code project.open}
 * @param text names the act
 * @param icon shown on buttons
 * @param shortcut works wherever the action is offered
 * @param enabled whether it can be done now
 * @param run does it
 */
public record Action(
    String id,
    String text,
    Optional<Icon> icon,
    Optional<KeyCombination> shortcut,
    ObservableValue<Boolean> enabled,
    Runnable run) {

  private static final ObservableValue<Boolean> ALWAYS =
      new ReadOnlyBooleanWrapper(true).getReadOnlyProperty();

  public static Action of(String id, String text, Runnable run) {
    return new Action(id, text, Optional.empty(), Optional.empty(), ALWAYS, run);
  }

  /** {@code keys} as {@link KeyCombination#keyCombination} reads it; {@code Shortcut} is Cmd on a Mac and Ctrl elsewhere. */
  public Action withShortcut(String keys) {
    return new Action(
        id, text, icon, Optional.of(KeyCombination.keyCombination(keys)), enabled, run);
  }

  public Action withIcon(Icon newIcon) {
    return new Action(id, text, Optional.of(newIcon), shortcut, enabled, run);
  }

  public Action enabledWhen(ObservableValue<Boolean> condition) {
    return new Action(id, text, icon, shortcut, condition, run);
  }

  /** The id of its nodes: that of the action, with dashes, which a selector can name. */
  public String nodeId() {
    return id.replace('.', '-');
  }

  /** Does it if it can be done now; answers whether it was. */
  public boolean fire() {
    boolean can = enabled.getValue();
    if (can) {
      run.run();
    }
    return can;
  }

  public MenuItem menuItem() {
    var item = new MenuItem(text);
    item.setId(nodeId());
    item.setMnemonicParsing(false);
    // A key without a modifier belongs to the control that has the focus: as an accelerator it
    // would work everywhere.
    shortcut
        .filter(
            keys -> keys.getShortcut() == ModifierValue.DOWN || keys.getAlt() == ModifierValue.DOWN)
        .ifPresent(item::setAccelerator);
    item.disableProperty().bind(enabled.map(can -> !can));
    item.setOnAction(event -> run.run());
    return item;
  }

  /** A button with the words on it. */
  public Button button(String... styleClasses) {
    var button = new Button(text);
    icon.ifPresent(value -> button.setGraphic(value.node()));
    return prepare(button, styleClasses);
  }

  /** A button with the icon alone; the words are its tooltip and its name for a screen reader. */
  public Button iconButton() {
    var button = new Button("", icon.orElseThrow().node());
    return prepare(button, "button-icon", "flat");
  }

  private Button prepare(Button button, String... styleClasses) {
    button.setId(nodeId());
    button.setMnemonicParsing(false);
    button.getStyleClass().addAll(styleClasses);
    button.setAccessibleText(text);
    button.disableProperty().bind(enabled.map(can -> !can));
    button.setOnAction(event -> run.run());
    button.setTooltip(
        new Tooltip(shortcut.map(keys -> text + "  " + KeyWords.of(keys)).orElse(text)));
    return button;
  }
}
