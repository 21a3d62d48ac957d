package studio.timbre.ui.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.app.CostReport;
import studio.timbre.app.CostReport.Offer;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.cost.UseForm.Horizon;
import studio.timbre.ui.fx.Texts;

class CostViewModelTest {
  private static final Offset<Double> ROUNDING = within(1e-9);

  @TempDir Path folder;
  private PricedProject priced;
  private CostViewModel model;

  @BeforeEach
  void open() throws Exception {
    priced = new PricedProject(folder);
    priced.addHellos(10);
    priced.session.chooseEpochs(OptionalInt.of(10));
    look();
  }

  private void look() throws Exception {
    model = Snapshots.onScreen(() -> new CostViewModel(priced.desk(texts()), priced.project));
    Snapshots.onScreen(
        () -> {
          model.setSeen(true);
          return true;
        });
    PricedProject.settle(
        () -> model.figures().get() instanceof CostFigures.Priced now && !now.isOld());
  }

  private static Texts texts() {
    return Texts.of(java.util.Locale.ENGLISH);
  }

  @AfterEach
  void close() throws Exception {
    Snapshots.onScreen(
        () -> {
          model.close();
          return true;
        });
    priced.close();
  }

  /**
   * Ten conversations of 113 tokens, 10 passes: 11,300 tokens. At 3.00 a million 0.0339. A call asks 108 tokens and answers 1:
   * 108 x 0.3 + 1 x 1.2 = 33.6 millionths, a thousand calls 0.0336. First month 0.0675; first year 0.0339 + 12 x 0.0336 = 0.4371.
   */
  @Test
  void theTotalIsTrainingAndTheMonths() throws Exception {
    assertThat(usd("cheap")).isCloseTo(0.0675, ROUNDING);
    type(() -> model.form().horizon().set(Horizon.YEAR));
    assertThat(usd("cheap")).isCloseTo(0.4371, ROUNDING);
  }

  /** 20,000 calls cost 0.672 at 33.6 millionths; with 1,000 tokens asked and 100 answered 20,000 x 420 millionths, 8.40. */
  @Test
  void whatIsTypedPricesAnewAtOnce() throws Exception {
    type(() -> model.form().calls().text().set("20,000"));
    assertThat(usd("cheap")).isCloseTo(0.0339 + 0.672, ROUNDING);
    type(
        () -> {
          model.form().prompt().text().set("1000");
          model.form().answer().text().set("100");
        });
    assertThat(usd("cheap")).isCloseTo(0.0339 + 8.40, ROUNDING);
  }

  @Test
  void whatMakesNoSenseLeavesThePricesAsTheyWere() throws Exception {
    type(() -> model.form().calls().text().set("many"));
    assertThat(model.form().calls().isWrong()).isTrue();
    assertThat(usd("cheap")).isCloseTo(0.0675, ROUNDING);
    type(() -> model.form().hours().text().set("745"));
    assertThat(model.form().hours().isWrong()).isTrue();
  }

  @Test
  void theCheapestStandsFirstAndWhatIsNotKnownLast() {
    var own =
        report().offers().stream()
            .filter(offer -> offer.price().line().provider().matches("Own|Club"))
            .map(offer -> offer.price().model())
            .toList();
    assertThat(own).containsExactly("members", "cheap", "dear", "secret");
    assertThat(offer("secret").price().whole()).isEmpty();
  }

  @Test
  void whoIsNoCustomerSeesNoModelsForCustomersAlone() throws Exception {
    type(() -> model.customer().set(model.customer().get().with("Club", Optional.of(false))));
    assertThat(report().offers()).noneMatch(offer -> offer.price().model().equals("members"));
    assertThat(report().closed()).extracting(line -> line.model()).contains("members");
    // It is remembered for all projects.
    PricedProject.settle(
        () -> priced.timbre.pricePreferences().customerOf().of("Club").equals(Optional.of(false)));
  }

  @Test
  void aChosenModelIsTheProjects() throws Exception {
    var dear = offer("dear").price().line();
    type(() -> model.choose(dear));
    PricedProject.settle(() -> priced.session.chosenModel().equals(dear));
    assertThat(priced.notices.said).containsExactly("dear is the chosen model now");
    assertThat(model.chosen().get()).contains(dear);
  }

  @Test
  void theEpochsAreThoseOfTheStatusBar() throws Exception {
    assertThat(model.form().epochs().text().get()).isEqualTo("10");
    type(() -> model.form().epochs().text().set("4"));
    PricedProject.settle(() -> priced.session.chosenEpochs().equals(OptionalInt.of(4)));
    assertThat(offer("cheap").price().training().billed().high()).isEqualTo(4_520);
  }

  @Test
  void theProjectRemembersTheUse() throws Exception {
    type(
        () -> {
          model.form().calls().text().set("5000");
          model.form().horizon().set(Horizon.YEAR);
        });
    PricedProject.settle(
        () -> priced.session.setting("timbre.cost.use").equals(Optional.of("5000;;;730;YEAR")));
    type(model::close);
    look();
    assertThat(model.form().calls().text().get()).isEqualTo("5000");
    assertThat(model.form().horizon().get()).isEqualTo(Horizon.YEAR);
  }

  @Test
  void newConversationsAreCounted() throws Exception {
    priced.addHellos(5);
    PricedProject.settle(() -> report().conversations() == 15);
    assertThat(offer("cheap").price().training().billed().high()).isEqualTo(16_950);
  }

  @Test
  void aStoppedCountIsTakenUpAgain() throws Exception {
    type(model::close);
    model = Snapshots.onScreen(() -> new CostViewModel(priced.desk(texts()), priced.project));
    type(
        () -> {
          model.setSeen(true);
          model.stop();
        });
    priced.addHellos(1);
    assertThat(Snapshots.onScreen(() -> model.figures().get()))
        .isInstanceOf(CostFigures.Stopped.class);
    type(model::countAgain);
    PricedProject.settle(() -> model.figures().get() instanceof CostFigures.Priced);
    assertThat(report().conversations()).isEqualTo(11);
  }

  private void type(Runnable act) throws Exception {
    Snapshots.onScreen(
        () -> {
          act.run();
          return true;
        });
  }

  private CostReport report() {
    return ((CostFigures.Priced) model.figures().get()).report();
  }

  private Offer offer(String name) {
    List<Offer> found =
        report().offers().stream().filter(offer -> offer.price().model().equals(name)).toList();
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private double usd(String name) {
    var whole = offer(name).price().whole().orElseThrow();
    assertThat(whole.isExact()).isTrue();
    return whole.high();
  }
}
