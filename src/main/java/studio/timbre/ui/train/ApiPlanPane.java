package studio.timbre.ui.train;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import studio.timbre.app.ApiTraining.Forecast;
import studio.timbre.app.ProviderFacts;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.model.Connection;
import studio.timbre.model.PriceRange;
import studio.timbre.ui.budget.BudgetPane;
import studio.timbre.ui.budget.Payable;
import studio.timbre.ui.control.ConfirmBar;
import studio.timbre.ui.control.Facts;
import studio.timbre.ui.control.WhileShown;
import studio.timbre.ui.fx.Fault;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.MoneyWords;
import studio.timbre.ui.fx.OpenProject.Spotlight;
import studio.timbre.ui.fx.Texts;

/** What the job would come to, what should be known before, what happens to the data, and the one button with the price on it. */
final class ApiPlanPane extends PlanFrame {
  private final ApiTrainViewModel model;
  private final Texts texts;
  private final Facts facts = new Facts();
  private final Label way = new Label();
  private final Label source = new Label();
  private final ApiFindingsBox findings;
  private final Label promise = new Label();
  private final Label promiseSource = new Label();
  private final BudgetPane budget;
  private final ConfirmBar confirm = new ConfirmBar();

  /** @param showData puts conversations before the person, in Data */
  ApiPlanPane(ApiTrainViewModel model, Texts texts, Consumer<Spotlight> showData) {
    super("api", model.name(), model::nameByHand);
    this.model = model;
    this.texts = texts;
    this.findings = new ApiFindingsBox(texts, showData);
    findings.setId("api-findings");
    this.budget = new BudgetPane(model.projectBudget(), Payable.JOB, texts);
    var figures = new VBox(facts, way, source);
    figures.getStyleClass().add("column-8");
    for (var remark : List.of(way, source)) {
      remark.setWrapText(true);
      remark.managedProperty().bind(remark.visibleProperty());
      remark.visibleProperty().bind(remark.textProperty().isNotEmpty());
      remark.getStyleClass().addAll("muted", "small-text");
    }
    head(texts.get("api.plan"), texts.get("api.name"), figures, findings, promiseBox());
    foot(this::begin, budget, confirm);
    model.outlook().subscribe(outlook -> show());
    WhileShown.of(this, () -> texts.exchange().subscribe(rate -> show()));
    model.starting().subscribe(starting -> show());
    model.budget().text().subscribe(budget -> show());
    model.form().recipe().subscribe(recipe -> show());
    model.projectBudget().standing().subscribe(standing -> show());
    model.connection().subscribe(this::showPromise);
  }

  private VBox promiseBox() {
    var title = new Label(texts.get("api.promise"));
    title.getStyleClass().add("strong");
    promise.setWrapText(true);
    promise.setId("api-promise");
    promiseSource.setWrapText(true);
    promiseSource.getStyleClass().addAll("muted", "small-text");
    var box = new VBox(title, promise, promiseSource);
    box.getStyleClass().add("column-4");
    return box;
  }

  private void showPromise(Optional<Connection> connection) {
    var known = connection.map(Connection::provider).map(ProviderFacts::of);
    var told = known.flatMap(ProviderFacts::promise);
    promise.setText(told.map(words -> words.in(texts.locale().toLanguageTag())).orElse(""));
    String from = told.map(ProviderFacts.Promise::source).orElse("");
    promiseSource.setText(
        from.isEmpty() ? "" : texts.get("api.promise.source", from, told.orElseThrow().asOf()));
    show();
  }

  /** A price that is not known is asked about once more. */
  private void begin() {
    if (model.usd().isPresent()) {
      model.start();
      return;
    }
    confirm.ask(
        texts.get("api.start.unpriced.question", where()),
        texts.get("api.start.unpriced.act"),
        texts.get("api.start.unpriced.keep"),
        model::start);
  }

  private String where() {
    return model.connection().get().map(Connection::name).orElse("");
  }

  private void show() {
    start().setDisable(!model.canStart());
    start().setText(startText());
    budget.show(
        model.outlook().get() instanceof ApiOutlook.Forecasted
            ? Optional.of(model.usd())
            : Optional.empty());
    facts.clear();
    way.setText("");
    source.setText("");
    findings.getChildren().clear();
    switch (model.outlook().get()) {
      case ApiOutlook.Nothing _ -> say(Icon.INFO, "muted", "");
      case ApiOutlook.Counting _ -> say(Icon.CLOCK, "muted", texts.get("api.counting"));
      case ApiOutlook.Forecasted known -> showForecast(known);
      case ApiOutlook.Failed failed ->
          say(Icon.ERROR, "danger-icon", Fault.of(failed.problem(), texts).sentence());
    }
    model.hindrance().ifPresent(this::sayWhyNot);
    if (model.starting().get()) {
      say(Icon.CLOCK, "muted", texts.get("api.starting"));
    }
  }

  private String startText() {
    if (!(model.outlook().get() instanceof ApiOutlook.Forecasted)) {
      return texts.get("api.start", where());
    }
    return model.usd().isPresent()
        ? texts.get(
            "api.start.price",
            where(),
            PriceWords.unbroken(MoneyWords.charged(texts, model.usd().get())))
        : texts.get("api.start.unpriced", where());
  }

  private void showForecast(ApiOutlook.Forecasted known) {
    Forecast forecast = known.forecast();
    var quote = forecast.quote();
    add("train.plan.examples", texts.number(quote.conversations()));
    add("train.plan.heldOut", texts.number(model.validate().get() ? forecast.heldOut() : 0));
    boolean left = model.form().recipe().get().map(this::leavesEpochs).orElse(false);
    String epochs = texts.number(quote.epochs());
    add("train.number.epochs", left ? texts.get("api.plan.probably", epochs) : epochs);
    add("api.plan.tokens", PriceWords.tokens(texts, quote.tokens()));
    add(
        "api.plan.price",
        PriceWords.about(texts, quote.usd()).orElseGet(() -> texts.get("api.plan.noPrice")));
    add("train.plan.time", texts.get("api.plan.timeUnknown"));
    way.setText(PriceWords.way(texts, quote.way()));
    source.setText(
        quote
            .entry()
            .filter(line -> line.trainingUsdPerMillionTokens().isPresent())
            .map(this::source)
            .orElse(""));
    known.findings().ifPresent(findings::show);
    if (known.findings().isEmpty()) {
      say(Icon.CLOCK, "muted", texts.get("api.looking"));
    } else {
      say(Icon.INFO, "muted", "");
    }
  }

  private boolean leavesEpochs(studio.timbre.model.ApiRecipe recipe) {
    return recipe.numbers().epochs().isEmpty()
        && model.budget().usd().isEmpty()
        && model.projectBudget().standing().get().usd().isEmpty();
  }

  private String source(CatalogueEntry line) {
    return texts.get("api.plan.source", line.source(), line.asOf());
  }

  private void add(String key, String value) {
    facts.add(texts.get(key), value);
  }

  private void sayWhyNot(ApiHindrance hindrance) {
    String price = model.usd().map(usd -> texts.dollars(usd.high())).orElse("");
    boolean isExact = model.usd().map(PriceRange::isExact).orElse(true);
    String budget =
        model.budget().usd().isPresent() ? texts.dollars(model.budget().usd().getAsDouble()) : "";
    say(
        Icon.ERROR,
        "danger-icon",
        switch (hindrance) {
          case NO_MODEL -> texts.get("api.reason.noModel");
          case WRONG_NUMBER -> texts.get("train.reason.wrongNumber");
          case NO_GRADER -> texts.get("api.reason.noGrader");
          case WRONG_SCHEMA -> texts.get("api.reason.wrongSchema");
          case WRONG_BUDGET -> texts.get("api.reason.wrongBudget");
          case OVER_BUDGET ->
              texts.get(
                  isExact ? "api.reason.overBudget" : "api.reason.mayBeOverBudget", price, budget);
          case BUDGET_WITHOUT_PRICE -> texts.get("api.reason.budgetWithoutPrice");
          case OVER_PROJECT_BUDGET -> texts.get("api.reason.overProjectBudget");
          case BLOCKED -> texts.get("api.reason.blocked");
        });
  }
}
