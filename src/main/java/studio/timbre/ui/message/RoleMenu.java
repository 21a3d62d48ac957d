package studio.timbre.ui.message;

import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import studio.timbre.model.Role;

/** Says who speaks, and lets the person choose another. */
final class RoleMenu extends MenuButton {
  static final List<Role> ROLES =
      List.of(Role.USER, Role.ASSISTANT, Role.SYSTEM, Role.DEVELOPER, Role.TOOL, Role.FUNCTION);

  private final Slot slot;
  private final ToggleGroup choice = new ToggleGroup();

  RoleMenu(Slot slot) {
    this.slot = slot;
    setId(slot.id() + "-role");
    getStyleClass().addAll("flat", "role-menu");
    setMnemonicParsing(false);
    for (var role : ROLES) {
      var item = new RadioMenuItem(RoleWords.of(slot.texts(), role));
      item.setMnemonicParsing(false);
      item.setUserData(role);
      item.setToggleGroup(choice);
      item.setOnAction(event -> slot.edit(said -> said.withRole(role)));
      getItems().add(item);
    }
  }

  void show(Role role) {
    String name = RoleWords.of(slot.texts(), role);
    setText(name);
    setAccessibleText(slot.texts().get("message.role", name));
    choice.getToggles().forEach(item -> item.setSelected(role.equals(item.getUserData())));
  }
}
