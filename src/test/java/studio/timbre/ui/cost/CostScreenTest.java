package studio.timbre.ui.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.NodeQueryUtils;
import studio.timbre.app.CostReport.Offer;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.fx.Keyboard;
import studio.timbre.ui.shell.Window;

/** The Cost screen in the real frame, by keyboard alone and by mouse alone. */
@ExtendWith(ApplicationExtension.class)
class CostScreenTest {
  @TempDir Path home;
  private Window window;

  @Start
  void start(Stage stage) {
    window = new Window(home.resolve("home"));
    window.show(stage);
  }

  @AfterEach
  void closeWindow() throws Exception {
    assertThat(window.shell().lookupAll(".fault-notice")).isEmpty();
    Snapshots.onScreen(
        () -> {
          window.close();
          return true;
        });
  }

  @SuppressWarnings("unchecked")
  private TableView<Offer> table() {
    return (TableView<Offer>) window.shell().lookup("#offers");
  }

  private boolean hasOffers() {
    return table() != null && !table().getItems().isEmpty();
  }

  @Test
  void byKeyboardAlone(FxRobot robot) throws Exception {
    window.openSample();
    robot.press(KeyCode.SHORTCUT).type(KeyCode.DIGIT6).release(KeyCode.SHORTCUT);
    Snapshots.settle(this::hasOffers);
    var before = window.session().chosenModel();
    var calls = robot.lookup("#cost-calls").queryAs(TextField.class);
    robot.interact(
        () -> {
          Keyboard.give(calls);
          calls.selectAll();
        });
    robot.write("20000");
    Snapshots.settle(() -> table().getItems().getFirst().price().use().high().calls() == 20_000);
    robot.interact(
        () -> {
          table().requestFocus();
          table().getSelectionModel().selectFirst();
        });
    var first = table().getItems().getFirst().price().line();
    assertThat(first).isNotEqualTo(before);
    robot.type(KeyCode.ENTER);
    Snapshots.settle(() -> window.session().chosenModel().equals(first));
    // The price of the status bar is that of the chosen model now.
    Snapshots.settle(
        () -> ((Labeled) window.shell().lookup("#status-price")).getText().contains(first.model()));
  }

  @Test
  void byMouseAloneFromThePriceInTheStatusBar(FxRobot robot) throws Exception {
    window.openSample();
    Snapshots.settle(() -> window.shell().lookup("#status-price").isVisible());
    robot.clickOn("#status-price");
    Snapshots.settle(
        () -> robot.lookup("#price-all").match(NodeQueryUtils.isVisible()).tryQuery().isPresent());
    robot.clickOn("#price-all");
    Snapshots.settle(this::hasOffers);
    assertThat(window.shell().room()).isEqualTo(Optional.of("cost"));
    robot.interact(() -> table().getSelectionModel().selectLast());
    Snapshots.settle(() -> !robot.lookup("#offer-choose").query().isDisabled());
    robot.clickOn("#offer-choose");
    var last = table().getItems().getLast().price().line();
    Snapshots.settle(() -> window.session().chosenModel().equals(last));
  }

  @Test
  void whatMakesNoSenseIsSaidInWords(FxRobot robot) throws Exception {
    window.openSample();
    robot.interact(() -> window.shell().go("cost"));
    Snapshots.settle(() -> robot.lookup("#cost-calls").tryQuery().isPresent());
    robot.interact(() -> robot.lookup("#cost-calls").queryAs(TextField.class).setText("many"));
    var said = robot.lookup("#cost-wrong").queryAs(Label.class);
    assertThat(said.isVisible()).isTrue();
    assertThat(said.getText()).startsWith("Calls a month: a number, 0 or more.");
    robot.interact(() -> robot.lookup("#cost-calls").queryAs(TextField.class).setText("50.000"));
    assertThat(said.isVisible()).isFalse();
    robot.interact(() -> window.shell().go("cost", "cost.local"));
    Snapshots.settle(() -> robot.lookup("#local-watts").tryQuery().isPresent());
    robot.interact(() -> robot.lookup("#local-watts").queryAs(TextField.class).setText("-5"));
    assertThat(robot.lookup("#local-wrong").queryAs(Label.class).getText())
        .startsWith("Watts while it trains: ");
  }

  @Test
  void anotherCurrencyIsShownEverywhereAndRemembered(FxRobot robot) throws Exception {
    window.openSample();
    robot.interact(
        () -> {
          window.session().chooseEpochs(OptionalInt.of(3));
          window.shell().go("cost", "cost.currency");
        });
    Snapshots.settle(() -> robot.lookup("#currency").tryQuery().isPresent());
    robot.interact(
        () ->
            robot
                .lookup("#currency")
                .<ComboBox<Currency>>query()
                .setValue(Currency.getInstance("EUR")));
    var status = robot.lookup("#status-price").queryAs(Labeled.class);
    assertThat(status.getText()).doesNotContain("€");
    robot.interact(
        () -> {
          robot.lookup("#currency-rate").queryAs(TextField.class).setText("0.5");
          robot
              .lookup("#currency-day")
              .queryAs(DatePicker.class)
              .setValue(LocalDate.of(2026, 11, 20));
        });
    Snapshots.settle(() -> status.getText().contains("€") && status.getText().contains("($"));
    assertThat(robot.lookup("#currency-outcome").queryAs(Label.class).getText())
        .isEqualTo("$10.00 are shown as €5.00, at the rate of Nov 20, 2026.");
    Snapshots.settle(() -> window.timbre().pricePreferences().exchangeRate().isPresent());
  }
}
