package studio.timbre.ui.data;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.timbre.model.Range;
import studio.timbre.model.Spread;
import studio.timbre.ui.control.BarList;
import studio.timbre.ui.control.Histogram;
import studio.timbre.ui.control.Histogram.Stretch;
import studio.timbre.ui.data.OverviewViewModel.Picture;
import studio.timbre.ui.fx.Texts;

/** One side of the overview: its name, a line that says it in words, and the bars. */
final class OverviewSide extends VBox {
  private final OverviewViewModel model;
  private final FilterGroup side;
  private final Texts texts;
  private final FilterWords words;
  private final Label summary = new Label();
  private final Button all;
  private final Histogram histogram;
  private final BarList names;
  private List<Spread.Bar> bars = List.of();
  private List<FilterChoice> choices = List.of();
  private Optional<Object> followed = Optional.empty();

  OverviewSide(OverviewViewModel model, FilterGroup side, Texts texts) {
    this.model = model;
    this.side = side;
    this.texts = texts;
    words = FilterWords.of(texts);
    setId("overview-" + side.name().toLowerCase(Locale.ROOT));
    getStyleClass().add("overview-side");
    var title = new Label(words.of(side));
    title.getStyleClass().add("section-title");
    summary.getStyleClass().addAll("muted", "small-text");
    summary.setWrapText(true);
    summary.setMinHeight(Region.USE_PREF_SIZE);
    all = new Button(texts.get("overview.all"));
    all.setAccessibleText(texts.get("overview.all.of", words.of(side)));
    all.getStyleClass().addAll("small", "flat");
    all.setMinWidth(Region.USE_PREF_SIZE);
    all.setOnAction(event -> model.clear(side));
    histogram =
        new Histogram(
            words.of(side),
            texts.get("overview.keys"),
            stretch -> model.choose(side, bars.get(stretch.first()), bars.get(stretch.last())));
    names = new BarList(chosen -> model.toggle(choices.get(chosen)));
    title.setWrapText(true);
    title.setMinHeight(Region.USE_PREF_SIZE);
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    var head = new HBox(title, all);
    head.getStyleClass().addAll("row-8", "overview-head");
    getChildren().addAll(head, summary, histogram, names);
    summary.visibleProperty().bind(summary.textProperty().isNotEmpty());
    for (var part : List.of(summary, histogram, names, all)) {
      part.managedProperty().bind(part.visibleProperty());
    }
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && all.isVisible()) {
            model.clear(side);
            event.consume();
          }
        });
    model.picture(side).subscribe(this::show);
  }

  /**
   * Something that can be done about a name.
   *
   * @param words of the menu
   * @param key does it without the menu
   * @param offered to which names
   */
  record Offer(
      String words,
      Optional<KeyCode> key,
      Consumer<FilterChoice> act,
      Predicate<FilterChoice> offered) {}

  /** Offers acts about its names, in a menu of each. */
  void offer(Offer... offers) {
    names.offer(
        Stream.of(offers)
            .map(
                offer ->
                    new BarList.Act(
                        offer.words(),
                        offer.key(),
                        place -> offer.act().accept(choices.get(place)),
                        place -> offer.offered().test(choices.get(place))))
            .toList());
  }

  /** Gives the keyboard to the bar of a value when the bars are shown next. */
  void follow(Object value) {
    followed = Optional.of(value);
  }

  /** Gives the keyboard to the bar of a value, if there is one. */
  void giveKeyboard(Object value) {
    names.giveKeyboard(choices.stream().map(FilterChoice::value).toList().indexOf(value));
  }

  private void show(Picture picture) {
    histogram.setVisible(picture instanceof Picture.Numbers);
    names.setVisible(picture instanceof Picture.Names);
    all.setVisible(false);
    switch (picture) {
      case Picture.Counting(long done, long of) ->
          summary.setText(
              of == 0 ? texts.get("overview.counting") : texts.get("check.checkingSo", done, of));
      case Picture.Nothing() ->
          summary.setText(
              texts.get(side == FilterGroup.TOPIC ? "overview.topics.none" : "overview.nothing"));
      case Picture.Numbers numbers -> show(numbers);
      case Picture.Names(var counted, var filter) -> {
        choices = counted;
        var chosen = FilterValues.chosen(filter, side);
        summary.setText("");
        all.setVisible(!chosen.isEmpty());
        names.show(
            counted.stream()
                .map(
                    each ->
                        new BarList.Bar(
                            each.name(),
                            texts.number(each.count().orElse(0)),
                            each.count().orElse(0),
                            chosen.contains(each.value())))
                .toList());
        followed.ifPresent(this::giveKeyboard);
        followed = Optional.empty();
      }
    }
  }

  private void show(Picture.Numbers numbers) {
    bars = numbers.bars();
    var spread = numbers.spread();
    summary.setText(words(spread.least(), spread.most(), spread.quantile(0.5)));
    all.setVisible(!numbers.chosen().isAny());
    histogram.show(bars.stream().map(this::bar).toList(), stretch(bars, numbers.chosen()));
  }

  private String words(int least, int most, int middle) {
    if (least == most) {
      return texts.get("overview.numbers.same", least);
    }
    boolean edge = middle == least || middle == most;
    return texts.get(edge ? "overview.numbers.edge" : "overview.numbers", least, most, middle);
  }

  private Histogram.Bar bar(Spread.Bar bar) {
    String range = words.of(side, bar.range());
    return new Histogram.Bar(
        texts.get("data.filter.choice", range, bar.count()),
        texts.number(bar.range().from().orElse(0)),
        bar.count());
  }

  /** The bars of which anything lies in the range. */
  private static Optional<Stretch> stretch(List<Spread.Bar> bars, Range range) {
    if (range.isAny()) {
      return Optional.empty();
    }
    var within =
        IntStream.range(0, bars.size())
            .filter(bar -> meet(bars.get(bar).range(), range))
            .summaryStatistics();
    return within.getCount() == 0
        ? Optional.empty()
        : Optional.of(new Stretch(within.getMin(), within.getMax()));
  }

  private static boolean meet(Range one, Range other) {
    return one.from().orElse(Integer.MIN_VALUE) <= other.to().orElse(Integer.MAX_VALUE)
        && other.from().orElse(Integer.MIN_VALUE) <= one.to().orElse(Integer.MAX_VALUE);
  }
}
