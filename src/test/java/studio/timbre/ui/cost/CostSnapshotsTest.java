package studio.timbre.ui.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.model.Electricity;
import studio.timbre.model.ExchangeRate;
import studio.timbre.ui.CutTexts;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.shell.Theme;

/** Pictures of the Cost screen, to be looked at; nothing in them is cut off or without a name. */
class CostSnapshotsTest {
  private static final ExchangeRate REAL =
      new ExchangeRate(Currency.getInstance("BRL"), 5.4, LocalDate.of(2026, 11, 20));

  @TempDir Path folder;
  private PricedProject priced;
  private final List<CostView> views = new ArrayList<>();
  private Node shown = new StackPane();
  private Optional<ExchangeRate> rate = Optional.empty();

  @BeforeEach
  void open() throws Exception {
    priced = new PricedProject(folder);
  }

  @AfterEach
  void close() throws Exception {
    Snapshots.onScreen(
        () -> {
          views.forEach(CostView::close);
          return true;
        });
    priced.close();
  }

  @Test
  void allModels() throws Exception {
    priced.addHellos(120);
    take("cost-compare", view -> {}, this::hasOffers);
    assertThat(Path.of("target/snapshots/cost-compare-dark-pt.png")).exists();
  }

  /** In a window of 1280 by 800, of which the rail takes its part, and in the smallest one. */
  @Test
  void theNamesOfModelsAndColumnsAreWhole() throws Exception {
    priced.addHellos(3);
    for (var language : Texts.LANGUAGES) {
      for (double[] size : new double[][] {{1184, 700}, {864, 540}}) {
        var scene =
            Snapshots.onScreen(
                () -> {
                  var made = new Scene(build(Texts.of(language), view -> {}), size[0], size[1]);
                  Theme.LIGHT.apply(made);
                  return made;
                });
        Snapshots.settle(this::hasOffers);
        var cut =
            Snapshots.onScreen(
                () -> {
                  scene.getRoot().applyCss();
                  scene.getRoot().layout();
                  var names = scene.getRoot().lookupAll(".offer-name");
                  assertThat(names).hasSizeGreaterThan(3);
                  var heads = scene.getRoot().lookupAll(".offers-head");
                  assertThat(heads).hasSize(8);
                  return Stream.concat(names.stream(), heads.stream())
                      .map(Node::getParent)
                      .flatMap(head -> CutTexts.in(head).stream())
                      .toList();
                });
        Snapshots.write("cost-names-" + (int) size[0], Theme.LIGHT, language, scene);
        assertThat(cut).as(language + " at " + size[0]).isEmpty();
      }
    }
  }

  @Test
  void inAnotherCurrencyForAYear() throws Exception {
    priced.addHellos(120);
    priced.timbre.pricePreferences().setExchangeRate(Optional.of(REAL));
    rate = Optional.of(REAL);
    take("cost-year-real", view -> button("#cost-YEAR").fire(), this::hasOffers);
    assertThat(Path.of("target/snapshots/cost-year-real-light-en.png")).exists();
  }

  @Test
  void aShorterPrompt() throws Exception {
    priced.addHellos(120);
    take(
        "cost-diet",
        view -> {
          button("#cost-page-diet").setSelected(true);
        },
        () -> shown.lookup("#diet") instanceof TableView<?> table && !table.getItems().isEmpty());
    assertThat(Path.of("target/snapshots/cost-diet-dark-pt.png")).exists();
  }

  @Test
  void aPromptThatIsAboutToBeChanged() throws Exception {
    priced.addHellos(12);
    take(
        "cost-diet-question",
        view -> {
          button("#cost-page-diet").setSelected(true);
          view.diet().after().set("Warm and brief.");
        },
        () -> {
          var diet = views.getLast().diet();
          if (diet.figures().get() instanceof DietFigures.Saved && diet.preview().get().isEmpty()) {
            diet.lookAtChange();
          }
          return has("#diet-change");
        });
    assertThat(Path.of("target/snapshots/cost-diet-question-light-en.png")).exists();
  }

  @Test
  void theCurrency() throws Exception {
    priced.addHellos(3);
    rate = Optional.of(REAL);
    take(
        "cost-currency",
        view -> button("#cost-page-currency").setSelected(true),
        () -> has("#currency-outcome"));
    assertThat(Path.of("target/snapshots/cost-currency-light-en.png")).exists();
  }

  @Test
  void thisComputer() throws Exception {
    priced.addHellos(3);
    priced
        .timbre
        .pricePreferences()
        .setElectricity(
            new Electricity(
                OptionalDouble.of(180), OptionalDouble.of(0.85), Currency.getInstance("BRL")));
    take(
        "cost-local",
        view -> button("#cost-page-local").setSelected(true),
        () -> has("#local-watts"));
    assertThat(Path.of("target/snapshots/cost-local-light-en.png")).exists();
  }

  @Test
  void nothingToTrainOn() throws Exception {
    take("cost-empty", view -> {}, () -> has("#cost-first-step"));
    assertThat(Path.of("target/snapshots/cost-empty-light-en.png")).exists();
  }

  private ToggleButton button(String id) {
    return (ToggleButton) shown.lookup(id);
  }

  /** Panes that scroll take their content in with their looks. */
  private boolean has(String id) {
    shown.applyCss();
    return shown.lookup(id) != null;
  }

  private boolean hasOffers() {
    shown.applyCss();
    return shown.lookup("#offers") instanceof TableView<?> table && !table.getItems().isEmpty();
  }

  private void take(String name, Consumer<CostView> prepare, Callable<Boolean> ready)
      throws Exception {
    Snapshots.take(name, texts -> build(texts, prepare), ready);
  }

  private Parent build(Texts texts, Consumer<CostView> prepare) {
    texts.exchange().set(rate);
    var view = new CostView(priced.desk(texts), priced.project);
    views.add(view);
    shown = view.node();
    view.shown();
    var frame = new StackPane(view.node());
    prepare.accept(view);
    return frame;
  }
}
