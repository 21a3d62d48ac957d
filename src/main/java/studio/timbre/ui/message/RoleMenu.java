package studio.timbre.ui.message;

import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import studio.timbre.model.Role;

/** Says who speaks, and lets the person choose another. */
final class RoleMenu extends MenuButton {
  static final List<Role> ROLES =
      List.of(Role.USER, Role.ASSISTANT, Role.SYSTEM, Role.DEVELOPER, Role.TOOL, Role.FUNCTION);

  private final Slot slot;

  RoleMenu(Slot slot) {
    this.slot = slot;
    setId(slot.id() + "-role");
    getStyleClass().addAll("flat", "role-menu");
    setMnemonicParsing(false);
    for (var role : ROLES) {
      var item = new MenuItem(RoleWords.of(slot.texts(), role));
      item.setMnemonicParsing(false);
      item.setOnAction(event -> slot.edit(said -> said.withRole(role)));
      getItems().add(item);
    }
  }

  void show(Role role) {
    String name = RoleWords.of(slot.texts(), role);
    setText(name);
    setAccessibleText(slot.texts().get("message.role", name));
  }
}
