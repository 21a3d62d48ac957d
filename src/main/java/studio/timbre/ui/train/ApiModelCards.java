package studio.timbre.ui.train;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import studio.timbre.model.ModelOffer;
import studio.timbre.ui.control.EqualColumns;
import studio.timbre.ui.control.Facts;
import studio.timbre.ui.fx.Fault;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.OutcomeTexts;
import studio.timbre.ui.fx.Texts;

/** The models of a provider: those that are open, those that are closed with the reason, and any other by its name. */
final class ApiModelCards extends VBox {
  private static final double NARROWEST = 272;

  private final ApiTrainViewModel model;
  private final Texts texts;
  private final EqualColumns open = new EqualColumns(NARROWEST);
  private final EqualColumns tuned = new EqualColumns(NARROWEST);
  private final VBox tunedBox;
  private final ToggleButton fold = new ToggleButton("", Icon.UNFOLD.node());
  private final Facts closed = new Facts();
  private final TextField name = new TextField();
  private final Label asking = new Label();
  private final Label why = new Label();
  private final Hyperlink ask = new Hyperlink();
  private List<ApiModelCard> cards = List.of();

  ApiModelCards(ApiTrainViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("column-8");
    var title = new Label(texts.get("api.model"));
    title.getStyleClass().add("section-title");
    var tunedTitle = new Label(texts.get("api.model.tuned"));
    tunedTitle.getStyleClass().add("strong");
    tunedBox = new VBox(tunedTitle, tuned);
    tunedBox.getStyleClass().add("column-8");
    tunedBox.managedProperty().bind(tunedBox.visibleProperty());
    getChildren().addAll(new VBox(title, asked()), open, tunedBox, fold(), closed, byName());
    model.offers().all().subscribe(offers -> build());
    model.offers().asked().subscribe(this::showAsked);
    model.form().model().subscribe(chosen -> mark());
  }

  private Node asked() {
    asking.setWrapText(true);
    asking.getStyleClass().add("muted");
    ask.setId("api-ask");
    ask.setText(texts.get("api.model.ask"));
    ask.setOnAction(event -> model.offers().ask());
    var row = new FlowPane(asking, ask);
    row.getStyleClass().add("wrapping-buttons");
    why.setId("api-asked-why");
    why.setWrapText(true);
    why.managedProperty().bind(why.visibleProperty());
    return new VBox(row, why);
  }

  private void showAsked(ApiOffers.Asking state) {
    asking.setText(
        texts.get(
            state.busy()
                ? "api.model.asking"
                : state.done() ? "api.model.asked" : "api.model.notAsked"));
    ask.setVisible(!state.busy());
    ask.setManaged(!state.busy());
    why.setText(
        state
            .trouble()
            .map(trouble -> OutcomeTexts.of(texts, trouble))
            .or(() -> state.problem().map(problem -> Fault.of(problem, texts).sentence()))
            .orElse(""));
    why.setVisible(!why.getText().isEmpty());
  }

  private Node fold() {
    fold.setId("api-closed");
    fold.getStyleClass().add("fold-toggle");
    closed.visibleProperty().bind(fold.selectedProperty().and(fold.visibleProperty()));
    closed.managedProperty().bind(closed.visibleProperty());
    fold.managedProperty().bind(fold.visibleProperty());
    fold.selectedProperty()
        .subscribe(shown -> fold.setGraphic((shown ? Icon.EXPAND : Icon.UNFOLD).node()));
    return fold;
  }

  private Node byName() {
    var label = new Label(texts.get("api.model.byName"));
    label.setLabelFor(name);
    label.setWrapText(true);
    name.setId("api-model-name");
    name.setAccessibleText(texts.get("api.model.byName"));
    name.setPrefColumnCount(32);
    name.setMaxWidth(USE_PREF_SIZE);
    name.textProperty().bindBidirectional(model.form().model());
    return new VBox(label, name);
  }

  private void build() {
    var group = new ToggleGroup();
    var today = LocalDate.now(ZoneOffset.UTC);
    var built = new ArrayList<ApiModelCard>();
    closed.clear();
    int ended = 0;
    for (var offer : model.offers().all().get()) {
      if (ApiOffers.isOpen(offer)) {
        built.add(new ApiModelCard(offer, group, texts, () -> choose(offer)));
      } else {
        closed.add(offer.model(), ApiTexts.closed(texts, offer, today));
        ended++;
      }
    }
    cards = List.copyOf(built);
    open.getChildren().setAll(cards.stream().filter(card -> !card.offer().tuned()).toList());
    tuned.getChildren().setAll(cards.stream().filter(card -> card.offer().tuned()).toList());
    tunedBox.setVisible(!tuned.getChildren().isEmpty());
    fold.setText(texts.get("api.model.closedOnes", ended));
    fold.setVisible(ended > 0);
    mark();
  }

  private void choose(ModelOffer offer) {
    model.form().model().set(offer.model());
  }

  private void mark() {
    var chosen = model.form().model().get().strip();
    cards.forEach(card -> card.select(card.offer().model().equals(chosen)));
  }
}
