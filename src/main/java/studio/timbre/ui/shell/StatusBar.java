package studio.timbre.ui.shell;

import atlantafx.base.controls.Popover;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.PopupWindow;
import studio.timbre.ui.control.WhileShown;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.ModelWords;
import studio.timbre.ui.fx.Texts;

/** Always says what there is, and what training on it would cost. */
final class StatusBar extends HBox implements AutoCloseable {
  private final Texts texts;
  private final Runnable compare;
  private final StatusViewModel model;
  private final Label conversations = new Label();
  private final Label tokens = new Label();
  private Optional<Popover> prices = Optional.empty();
  private final Button price = new Button("", Icon.EXPAND.node());
  private final Label here = new Label();
  private final Button problems = new Button();
  private final ProblemFigures found;

  /**
   * @param check opens the room in which problems are told
   * @param compare goes where all models are compared
   */
  StatusBar(
      StatusViewModel model, ProblemFigures found, Texts texts, Runnable check, Runnable compare) {
    this.model = model;
    this.found = found;
    this.texts = texts;
    this.compare = compare;
    getStyleClass().add("status-bar");
    conversations.setId("status-conversations");
    tokens.setId("status-tokens");
    here.setId("status-here");
    price.setId("status-price");
    price.getStyleClass().addAll("flat", "price-button");
    price.setTooltip(new Tooltip(texts.get("status.price.tip")));
    price.setOnAction(event -> openPrices());
    price.setMnemonicParsing(false);
    problems.setId("status-problems");
    problems.getStyleClass().add("flat");
    problems.setMnemonicParsing(false);
    problems.setOnAction(event -> check.run());
    found.standing().subscribe(this::show);
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren().addAll(conversations, tokens, problems, price, gap, here);
    model.figures().subscribe(this::show);
    model.project().selected().subscribe(value -> show(model.figures().get()));
    model.project().shown().subscribe(value -> show(model.figures().get()));
    WhileShown.of(this, () -> texts.exchange().subscribe(rate -> show(model.figures().get())));
    model
        .secondsHere()
        .subscribe(
            seconds -> {
              here.setText(
                  seconds.isPresent()
                      ? texts.get("status.here", texts.duration(seconds.getAsDouble()))
                      : "");
              here.setVisible(seconds.isPresent());
              here.setManaged(seconds.isPresent());
            });
  }

  private void show(Optional<StatusViewModel.Figures> figures) {
    price.setVisible(figures.isPresent());
    figures.ifPresent(
        read -> {
          long all = read.totals().conversations();
          long shown = model.project().shown().get();
          long selected = model.project().selected().get();
          var text = new StringBuilder(texts.get("status.conversations", all));
          if (shown < all) {
            text.append(" · ").append(texts.get("status.shown", shown));
          }
          if (selected > 1) {
            text.append(" · ").append(texts.get("status.selected", selected));
          }
          conversations.setText(text.toString());
          tokens.setText(
              read.totals().uncounted() > 0
                  ? texts.get("status.counting", read.totals().tokens(), read.totals().uncounted())
                  : texts.get("status.tokens", read.totals().tokens()));
          price.setText(priceText(read));
        });
  }

  private void show(ProblemFigures.Standing standing) {
    problems.setVisible(!(standing instanceof ProblemFigures.Standing.Nothing));
    problems.setManaged(problems.isVisible());
    switch (standing) {
      case ProblemFigures.Standing.Nothing _ -> {}
      case ProblemFigures.Standing.Unlooked _ -> {
        problems.setGraphic(Icon.CHECK.node());
        problems.setText(texts.get("status.unlooked"));
        problems.setTooltip(new Tooltip(texts.get("status.unlooked.tip")));
      }
      case ProblemFigures.Standing.Found(long errors, long others) -> {
        problems.setGraphic(
            (errors > 0 ? Icon.ERROR : others > 0 ? Icon.WARNING : Icon.CHECK).node());
        problems.setText(texts.get("status.problems", errors + others));
        problems.setTooltip(new Tooltip(texts.get("check.summary", errors, others)));
      }
    }
  }

  private String priceText(StatusViewModel.Figures read) {
    var estimate = read.estimate();
    String name = ModelWords.name(texts, estimate.model());
    boolean isCounting = read.totals().uncounted() > 0;
    if (estimate.examples() == 0 && !isCounting) {
      return name;
    }
    String epochs = texts.get("status.epochs", estimate.epochs());
    return epochs
        + " · "
        + (estimate.costUsd().isPresent()
            ? texts.get(
                isCounting ? "status.price.soFar" : "status.price",
                texts.money(estimate.costUsd().getAsDouble()),
                name)
            : texts.get("status.noPrice", name));
  }

  private void openPrices() {
    // The popover passes on keys that nothing in it takes, as Enter: the button would open another
    // above it.
    if (prices.filter(PopupWindow::isShowing).isPresent()) {
      return;
    }
    var popover = new Popover(new PricePane(model, texts, compare));
    popover.setArrowLocation(Popover.ArrowLocation.BOTTOM_CENTER);
    popover.setDetachable(false);
    popover.setAnimated(false);
    prices = Optional.of(popover);
    // Whichever of its fields has the keyboard, Escape closes the whole.
    popover
        .getContentNode()
        .addEventFilter(
            KeyEvent.KEY_PRESSED,
            event -> {
              if (event.getCode() == KeyCode.ESCAPE) {
                popover.hide();
                event.consume();
              }
            });
    popover.show(price);
  }

  /** Another room was entered: what was done in the last one may have changed what training here takes. */
  void lookAgain() {
    model.lookAgain();
  }

  @Override
  public void close() {
    model.close();
    found.close();
  }
}
