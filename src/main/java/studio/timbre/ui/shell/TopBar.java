package studio.timbre.ui.shell;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import studio.timbre.ui.fx.Action;
import studio.timbre.ui.fx.Texts;

/** The project's name with its menu, undo and redo, and the way to the command palette. */
final class TopBar extends HBox {
  private static final double TIP_WIDTH = 360;

  TopBar(
      ShellViewModel model,
      Texts texts,
      ProjectActions actions,
      List<Action> exchange,
      Action palette) {
    getStyleClass().add("top-bar");
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren()
        .addAll(
            projectMenu(model, texts, actions, exchange),
            actions.undo().iconButton(),
            actions.redo().iconButton(),
            packLine(model, texts),
            gap,
            paletteButton(palette));
  }

  private static MenuButton projectMenu(
      ShellViewModel model, Texts texts, ProjectActions actions, List<Action> exchange) {
    var menu = new MenuButton();
    menu.setId("project-menu");
    menu.getStyleClass().addAll("flat", "project-menu");
    menu.textProperty()
        .bind(
            model
                .project()
                .map(open -> open.map(project -> project.session().name()).orElse("Timbre")));
    menu.setMnemonicParsing(false);
    menu.setAccessibleHelp(texts.get("project.menu"));
    var recent = new Menu(texts.get("project.recent"));
    recent.setMnemonicParsing(false);
    menu.setOnShowing(
        event ->
            recent
                .getItems()
                .setAll(
                    model.recent().get().stream()
                        .map(file -> ProjectActions.recent(model, texts, file).menuItem())
                        .toList()));
    model.recent().subscribe(files -> recent.setDisable(files.isEmpty()));
    // A submenu without an entry would not open: one is put in before the first showing.
    recent.getItems().add(new MenuItem());
    menu.getItems()
        .addAll(
            actions.create().menuItem(),
            actions.open().menuItem(),
            recent,
            actions.sample().menuItem(),
            new SeparatorMenuItem(),
            actions.copy().menuItem());
    exchange.forEach(action -> menu.getItems().add(action.menuItem()));
    menu.getItems().addAll(new SeparatorMenuItem(), actions.close().menuItem());
    return menu;
  }

  /** Says of a review pack that it is one, and what becomes of what is done in it. */
  private static Label packLine(ShellViewModel model, Texts texts) {
    var line = new Label();
    line.setId("pack-line");
    line.getStyleClass().addAll("muted", "small-text");
    line.setMinWidth(0);
    var help = new Tooltip(texts.get("project.pack.tip"));
    help.setWrapText(true);
    help.setMaxWidth(TIP_WIDTH);
    line.setTooltip(help);
    line.setAccessibleHelp(help.getText());
    model
        .packOrigin()
        .subscribe(
            origin -> {
              line.setText(
                  origin
                      .map(from -> texts.get("project.pack", from.projectName(), from.recipient()))
                      .orElse(""));
              line.setVisible(origin.isPresent());
              line.setManaged(origin.isPresent());
            });
    return line;
  }

  private static Button paletteButton(Action palette) {
    var button = palette.button("palette-button");
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var keys =
        new Label(palette.shortcut().map(combination -> combination.getDisplayText()).orElse(""));
    keys.getStyleClass().addAll("muted", "small-text");
    var content =
        new HBox(palette.icon().orElseThrow().node(), new Label(palette.text()), gap, keys);
    content.getStyleClass().addAll("row-8", "muted");
    button.setText("");
    button.setGraphic(content);
    return button;
  }
}
