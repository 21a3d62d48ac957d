package studio.timbre.ui.cost;

import java.util.Currency;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import studio.timbre.app.CostReport;
import studio.timbre.app.CostReport.Local;
import studio.timbre.model.Electricity;
import studio.timbre.model.ExchangeRate;
import studio.timbre.model.LocalPrice;
import studio.timbre.ui.control.Facts;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.fx.TypedNumber;

/** What training takes on this computer: time, and electricity where its price was told. */
final class LocalPane extends VBox {
  private final CostViewModel model;
  private final Texts texts;
  private final FormField watts;
  private final Label wrong = new Label();
  private final FormField price;
  private final VBox models = new VBox();
  private final Hyperlink toModels;

  /** @param addModel goes where models come from */
  LocalPane(CostViewModel model, Texts texts, Runnable addModel) {
    this.model = model;
    this.texts = texts;
    getStyleClass().addAll("column-16", "cost-page");
    var title = new Label(texts.get("cost.local.title"));
    title.getStyleClass().add("section-title");
    var text = new Label(texts.get("cost.local.text"));
    text.setWrapText(true);
    text.getStyleClass().add("muted");
    watts = new FormField("local-watts", texts.get("cost.local.watts"));
    price = new FormField("local-price", "");
    fill(watts, model.electricity().get().watts());
    fill(price, model.electricity().get().kilowattHour());
    watts.field().textProperty().addListener((value, before, now) -> typed());
    price.field().textProperty().addListener((value, before, now) -> typed());
    texts.exchange().subscribe(rate -> namePrice());
    var row = new FlowPane(watts, price);
    row.getStyleClass().add("use-pane");
    models.getStyleClass().add("column-16");
    toModels = new Hyperlink(texts.get("cost.local.add"));
    toModels.setOnAction(event -> addModel.run());
    wrong.setId("local-wrong");
    wrong.setWrapText(true);
    wrong.getStyleClass().addAll("danger-text", "small-text");
    wrong.managedProperty().bind(wrong.visibleProperty());
    wrong.visibleProperty().bind(wrong.textProperty().isNotEmpty());
    getChildren().addAll(title, text, row, wrong, models);
  }

  private void fill(FormField field, OptionalDouble number) {
    if (number.isPresent()) {
      var format = java.text.NumberFormat.getNumberInstance(texts.locale());
      format.setGroupingUsed(false);
      field.field().setText(format.format(number.getAsDouble()));
    }
  }

  /** A price that was told before stays in its own currency until another one is typed. */
  private Currency currency() {
    var told = model.electricity().get();
    return told.kilowattHour().isPresent()
        ? told.currency()
        : texts.exchange().get().map(ExchangeRate::currency).orElse(ExchangeRate.DOLLAR);
  }

  private void namePrice() {
    price.setName(texts.get("cost.local.price", currency().getCurrencyCode()));
  }

  private void typed() {
    var newWatts = number(watts);
    var newPrice = number(price);
    watts.setWrong(!watts.field().getText().isBlank() && newWatts.isEmpty());
    price.setWrong(!price.field().getText().isBlank() && newPrice.isEmpty());
    wrong.setText(
        Stream.of(watts, price)
            .filter(FormField::isWrong)
            .map(field -> texts.get("cost.local.wrong", field.name()))
            .collect(Collectors.joining("\n")));
    model.electricity().set(new Electricity(newWatts, newPrice, currency()));
    namePrice();
  }

  private OptionalDouble number(FormField field) {
    var typed = TypedNumber.parse(field.field().getText(), texts.locale());
    return typed.isPresent() && typed.getAsDouble() >= 0 ? typed : OptionalDouble.empty();
  }

  void show(CostReport report) {
    models.getChildren().clear();
    if (report.local().isEmpty()) {
      var none = new Label(texts.get("cost.local.none"));
      none.setWrapText(true);
      models.getChildren().addAll(none, toModels);
      return;
    }
    for (var local : report.local()) {
      models.getChildren().add(card(local));
    }
  }

  private VBox card(Local local) {
    var name = new Label(local.model().title());
    name.getStyleClass().add("strong");
    var facts = new Facts();
    facts.add(
        texts.get("cost.local.time"),
        local
            .price()
            .map(LocalPrice::seconds)
            .filter(OptionalDouble::isPresent)
            .map(seconds -> texts.get("train.plan.about", texts.duration(seconds.getAsDouble())))
            .orElseGet(() -> texts.get("cost.local.unmeasured")));
    local.price().ifPresent(price -> electricity(facts, price));
    var card = new VBox(name, facts);
    card.getStyleClass().addAll("card-pane", "column-8");
    return card;
  }

  private void electricity(Facts facts, LocalPrice price) {
    if (price.kilowattHours().isPresent()) {
      facts.add(
          texts.get("cost.local.energy"),
          texts.get("cost.local.kwh", significant(price.kilowattHours().getAsDouble())));
    }
    if (price.electricity().isPresent()) {
      facts.add(
          texts.get("cost.local.electricity"),
          texts.amount(price.electricity().getAsDouble(), model.electricity().get().currency()));
    }
  }

  /** Small figures keep two digits that mean something. */
  private String significant(double number) {
    return number == 0 || number >= 1
        ? texts.number(number, 1)
        : texts.number(number, (int) Math.ceil(-Math.log10(number)) + 1);
  }
}
