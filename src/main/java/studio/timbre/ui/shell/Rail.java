package studio.timbre.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.timbre.ui.fx.Action;
import studio.timbre.ui.fx.Navigator;
import studio.timbre.ui.fx.Texts;

/** The rooms, from top to bottom in the order of the work. */
final class Rail extends VBox {
  private final List<ToggleButton> buttons = new ArrayList<>();
  private final List<Action> actions = new ArrayList<>();

  Rail(List<Room> rooms, Texts texts, Navigator navigator, ObservableValue<Boolean> hasProject) {
    getStyleClass().add("rail");
    setAccessibleRole(AccessibleRole.TOOL_BAR);
    setAccessibleText(texts.get("shell.rail"));
    int number = 0;
    for (var room : rooms) {
      number++;
      var action =
          Action.of(
                  "room." + room.name(),
                  texts.get("shell.go", texts.get(room.titleKey())),
                  () -> navigator.go(room.name()))
              .withIcon(room.icon())
              .withShortcut("Shortcut+" + number)
              .enabledWhen(hasProject.map(open -> open || !room.needsProject()));
      actions.add(action);
      buttons.add(button(room, action, texts));
      if (room.name().equals("hear")) {
        var gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        getChildren().add(gap);
      }
    }
  }

  private ToggleButton button(Room room, Action action, Texts texts) {
    var button = new ToggleButton(texts.get(room.titleKey()), room.icon().node());
    button.setId(action.nodeId());
    button.setUserData(room.name());
    button.getStyleClass().setAll("rail-button");
    // Without a group Tab comes to each: in one the arrow keys would mark rooms that nobody
    // entered.
    button.setTooltip(
        new Tooltip(action.text() + "  " + action.shortcut().orElseThrow().getDisplayText()));
    button.disableProperty().bind(action.enabled().map(can -> !can));
    button.setOnAction(
        event -> {
          button.setSelected(true);
          action.run().run();
        });
    getChildren().add(button);
    return button;
  }

  /** Marks the room that is shown; none for the welcome. */
  void mark(String room) {
    buttons.forEach(button -> button.setSelected(room.equals(button.getUserData())));
  }

  List<Action> actions() {
    return actions;
  }
}
