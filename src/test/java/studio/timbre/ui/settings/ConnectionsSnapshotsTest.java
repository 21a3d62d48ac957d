package studio.timbre.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.app.CheckOutcome;
import studio.timbre.app.Connections;
import studio.timbre.app.MadeConnections;
import studio.timbre.app.NewKey;
import studio.timbre.model.ApiKey;
import studio.timbre.model.Provider;
import studio.timbre.ui.SilentNotices;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.fx.Action;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.fx.Work;

/** Pictures of the connections, to be looked at; nothing in them is cut off or without a name. */
class ConnectionsSnapshotsTest {
  private static final char[] PASSPHRASE = "four harbour gulls at dawn".toCharArray();
  private static final NewKey KEY = new NewKey.Typed(new ApiKey("sk-canary-7f3a9b"));

  @TempDir Path folder;
  private Connections connections;
  private boolean end;

  @BeforeEach
  void onAComputerWithAStore() {
    connections = MadeConnections.withStore(folder, Map.of("OPENAI_API_KEY", "sk-canary-0"));
  }

  @Test
  void none() throws Exception {
    take("connections-none", model -> {}, pane -> {});
    assertThat(Path.of("target/snapshots/connections-none-light-en.png")).exists();
  }

  @Test
  void some() throws Exception {
    fill();
    take(
        "connections-list",
        model -> {},
        pane -> ((Button) pane.lookupAll("#connection-remove").toArray()[1]).fire());
    assertThat(Path.of("target/snapshots/connections-list-dark-pt.png")).exists();
  }

  @Test
  void locked() throws Exception {
    connections = MadeConnections.withFile(folder, Map.of());
    connections.keys().unlock(PASSPHRASE.clone());
    connections.add(Provider.NEBIUS, "Nebius", "https://api.tokenfactory.nebius.com/v1", KEY);
    connections = MadeConnections.withFile(folder, Map.of());
    take("connections-locked", model -> {}, pane -> ((Button) pane.lookup("#keys-aside")).fire());
    assertThat(Path.of("target/snapshots/connections-locked-light-id.png")).exists();
  }

  @Test
  void form() throws Exception {
    take("connections-form", ConnectionsViewModel::add, pane -> {});
    assertThat(Path.of("target/snapshots/connections-form-light-en.png")).exists();
  }

  @Test
  void formWithAPassphraseAndAWrongAddress() throws Exception {
    connections = MadeConnections.withFile(folder, Map.of());
    end = true;
    take(
        "connections-form-azure",
        model -> {
          model.add();
          var form = model.form().get().orElseThrow();
          form.provider().set(Provider.AZURE);
          form.address().set("https://gull.openai.azure.com");
          form.key().set("sk-canary-7f3a9b");
          form.test();
        },
        pane -> {});
    assertThat(Path.of("target/snapshots/connections-form-azure-dark-id.png")).exists();
  }

  /** Every sentence that a test can end in, in every language, fits the narrow window. */
  @Test
  void everyOutcomeInWords() throws Exception {
    var outcomes =
        List.of(
            new CheckOutcome.Works(
                Collections.nCopies(84, "a"),
                List.of("a", "b"),
                List.of(new CheckOutcome.End("<b>gpt-4o</b>", LocalDate.of(2027, 1, 14)))),
            new CheckOutcome.Works(List.of(), List.of(), List.of()),
            new CheckOutcome.KeyRefused(),
            new CheckOutcome.NotAllowed(),
            new CheckOutcome.NoSuchAddress(),
            new CheckOutcome.PointsElsewhere("https://other.gull.example"),
            new CheckOutcome.PointsElsewhere(""),
            new CheckOutcome.NotReached(CheckOutcome.Reason.NAME),
            new CheckOutcome.NotReached(CheckOutcome.Reason.REFUSED),
            new CheckOutcome.NotReached(CheckOutcome.Reason.SECURITY),
            new CheckOutcome.NotReached(CheckOutcome.Reason.TIMEOUT),
            new CheckOutcome.NotReached(CheckOutcome.Reason.BROKEN),
            new CheckOutcome.Limit(true),
            new CheckOutcome.Limit(false),
            new CheckOutcome.Trouble(503));
    Snapshots.take(
        "connections-outcomes",
        texts -> {
          var column = new javafx.scene.layout.VBox();
          column.getStyleClass().addAll("screen", "column-8", "pad-24");
          for (var outcome : outcomes) {
            var line = new OutcomeLine(texts);
            line.outcome(outcome);
            column.getChildren().add(line);
          }
          return column;
        },
        () -> true);
    assertThat(Path.of("target/snapshots/connections-outcomes-light-pt.png")).exists();
  }

  private void fill() throws Exception {
    connections.add(Provider.OPENAI, "Gull & Harbour", "https://api.openai.com/v1", KEY);
    connections.add(
        Provider.AZURE,
        "Azure, Western Europe",
        "https://gull-and-harbour-western-europe.openai.azure.com/openai/v1",
        KEY);
    connections.add(
        Provider.OPENAI,
        "From the environment",
        "https://eu.api.openai.com/v1",
        new NewKey.FromEnvironment("OPENAI_API_KEY"));
    connections.add(
        Provider.COMPATIBLE,
        "Our gateway",
        "https://gateway.gull.example/v1",
        new NewKey.Unchanged());
  }

  private void take(String name, Consumer<ConnectionsViewModel> before, Consumer<Parent> after)
      throws Exception {
    Snapshots.take(name, texts -> build(texts, before, after), () -> true);
  }

  private Parent build(Texts texts, Consumer<ConnectionsViewModel> before, Consumer<Parent> after) {
    var model =
        new ConnectionsViewModel(
            connections, new Work(Runnable::run, Runnable::run), new SilentNotices()::failed);
    var pane =
        new ConnectionsPane(
            model,
            texts,
            provider -> connections.closing(provider, LocalDate.of(2026, 11, 22)),
            Action.of("connections.add", texts.get("connections.add"), model::add),
            sentence -> {});
    model.refresh();
    before.accept(model);
    var place = new StackPane(pane);
    place.getStyleClass().addAll("pad-24", "top-left");
    var scroll = new ScrollPane(place);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("plain-scroll");
    scroll.setVvalue(end ? 1 : 0);
    after.accept(pane);
    var screen = new StackPane(scroll);
    screen.getStyleClass().add("screen");
    return screen;
  }
}
