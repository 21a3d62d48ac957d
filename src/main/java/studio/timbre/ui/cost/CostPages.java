package studio.timbre.ui.cost;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import studio.timbre.ui.fx.Action;
import studio.timbre.ui.fx.Texts;

/** The pages of the screen, one at a time, and the buttons that turn them. */
final class CostPages extends StackPane {

  /** @param name the end of the message key {@code cost.page.<name>} */
  record Page(String name, Node content) {}

  private final HBox buttons = new HBox();
  private final List<Action> actions = new ArrayList<>();

  CostPages(Texts texts, List<Page> pages) {
    var group = new ToggleGroup();
    for (int i = 0; i < pages.size(); i++) {
      var page = pages.get(i);
      var button = new ToggleButton(texts.get("cost.page." + page.name()));
      button.setId("cost-page-" + page.name());
      button.setMnemonicParsing(false);
      button.setToggleGroup(group);
      button.getStyleClass().add(pill(i, pages.size()));
      buttons.getChildren().add(button);
      actions.add(
          Action.of(
              "cost." + page.name(),
              texts.get("cost.go", texts.get("cost.page." + page.name())),
              () -> button.setSelected(true)));
    }
    group
        .selectedToggleProperty()
        .addListener(
            (toggle, before, now) -> {
              if (now == null) {
                before.setSelected(true);
              } else {
                int at = buttons.getChildren().indexOf((ToggleButton) now);
                getChildren().setAll(pages.get(at).content());
              }
            });
    group.selectToggle(group.getToggles().getFirst());
  }

  private static String pill(int index, int count) {
    if (index == 0) {
      return "left-pill";
    }
    return index == count - 1 ? "right-pill" : "center-pill";
  }

  HBox buttons() {
    return buttons;
  }

  List<Action> actions() {
    return actions;
  }
}
