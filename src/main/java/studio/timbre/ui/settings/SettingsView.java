package studio.timbre.ui.settings;

import java.time.LocalDate;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.StackPane;
import studio.timbre.ui.fx.Action;
import studio.timbre.ui.fx.Desk;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Screen;

/** The Settings screen. */
public final class SettingsView implements Screen {
  private final TabPane node = new TabPane();
  private final ModelsViewModel models;
  private final ConnectionsViewModel connections;
  private final Action addConnection;

  public SettingsView(Desk desk) {
    var texts = desk.texts();
    var timbre = desk.timbre();
    models = new ModelsViewModel(timbre.models(), desk.work(), desk.notices()::failed);
    connections =
        new ConnectionsViewModel(timbre.connections(), desk.work(), desk.notices()::failed);
    var accounts = new Tab(texts.get("settings.tab.connections"));
    addConnection =
        Action.of(
                "connections.add",
                texts.get("connections.add"),
                () -> {
                  node.getSelectionModel().select(accounts);
                  connections.add();
                })
            .withIcon(Icon.ADD);
    accounts.setContent(
        page(
            new ConnectionsPane(
                connections,
                texts,
                provider -> timbre.connections().closing(provider, LocalDate.now()),
                addConnection,
                desk.notices()::say)));
    // The system may ask to unlock its key store: not before somebody looks for keys.
    accounts
        .selectedProperty()
        .subscribe(
            selected -> {
              if (selected) {
                connections.refresh();
              }
            });
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
            accounts,
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

  /** What was typed into a form is not left lying there. */
  @Override
  public void hidden() {
    connections.closeForm();
  }

  @Override
  public List<Action> actions() {
    return List.of(addConnection);
  }
}
