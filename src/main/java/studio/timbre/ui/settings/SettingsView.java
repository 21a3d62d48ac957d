package studio.timbre.ui.settings;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.StackPane;
import studio.timbre.ui.fx.Desk;
import studio.timbre.ui.fx.Screen;

/** The Settings screen. */
public final class SettingsView implements Screen {
  private final TabPane node = new TabPane();
  private final ModelsViewModel models;

  public SettingsView(Desk desk) {
    var texts = desk.texts();
    var timbre = desk.timbre();
    models = new ModelsViewModel(timbre.models(), desk.work(), desk.notices()::failed);
    node.getStyleClass().addAll("screen", "settings-screen");
    node.setAccessibleText(texts.get("room.settings"));
    node.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    node.getTabs()
        .setAll(
            tab(
                texts.get("settings.tab.look"),
                page(new LookPane(texts, timbre.preferences(), desk.appearance()))),
            tab(
                texts.get("settings.tab.models"),
                page(new ModelsPane(models, texts, desk.files(), timbre.preferences()))),
            tab(texts.get("settings.tab.prices"), new PricesPane(texts, timbre.catalogue())),
            tab(
                texts.get("settings.tab.about"),
                page(new AboutPane(texts, timbre.version(), timbre.folder().root()))));
  }

  private static Tab tab(String name, Node content) {
    return new Tab(name, content);
  }

  private static Node page(Node content) {
    var place = new StackPane(content);
    place.getStyleClass().addAll("pad-24", "top-left");
    var scroll = new ScrollPane(place);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("plain-scroll");
    return scroll;
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void shown() {
    models.refresh();
  }
}
