package studio.timbre.ui.voice;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.timbre.app.VoiceStanding.State;
import studio.timbre.model.Range;
import studio.timbre.model.voice.VoiceScore;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.voice.VoiceViewModel.Figures;

/** How far scoring is, and how many conversations have which score: the worst first, each band a way to see them. */
final class StandingPane extends VBox {
  private static final List<Range> BANDS =
      List.of(
          Range.between(0, 49),
          Range.between(50, 69),
          Range.between(70, 89),
          Range.between(90, 99),
          Range.between(VoiceScore.FULL, VoiceScore.FULL));

  private final Texts texts;
  private final Label summary = new Label();
  private final ProgressBar bar = new ProgressBar();
  private final Button stop = new Button();
  private final Button goOn = new Button();
  private final List<Band> bands = new ArrayList<>();

  /** @param show puts conversations with such a score before the person */
  StandingPane(VoiceViewModel model, Texts texts, java.util.function.Consumer<Range> show) {
    this.texts = texts;
    setId("voice-standing");
    getStyleClass().add("column-8");
    summary.setId("voice-summary");
    summary.setWrapText(true);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setFocusTraversable(false);
    HBox.setHgrow(bar, Priority.ALWAYS);
    prepare(stop, "voice.pause", "voice-pause", model::pause);
    prepare(goOn, "voice.goOn", "voice-go-on", model::goOn);
    bar.managedProperty().bind(bar.visibleProperty());
    var row = new HBox(bar, stop, goOn);
    row.getStyleClass().add("row-8");
    var line = new FlowPane();
    line.getStyleClass().add("voice-bands");
    line.setAccessibleText(texts.get("voice.bands"));
    for (var range : BANDS) {
      var band = new Band(range, () -> show.accept(range));
      bands.add(band);
      line.getChildren().add(band);
    }
    getChildren().addAll(summary, row, line);
    model.figures().subscribe(this::show);
  }

  private void prepare(Button button, String key, String id, Runnable act) {
    button.setText(texts.get(key));
    button.setId(id);
    button.getStyleClass().add("small");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.managedProperty().bind(button.visibleProperty());
    button.setOnAction(event -> act.run());
  }

  private void show(Figures figures) {
    var standing = figures.standing();
    boolean judging = standing.state() == State.JUDGING;
    boolean paused = standing.state() == State.PAUSED;
    summary.setText(words(figures));
    bar.setVisible(judging);
    bar.setAccessibleText(summary.getText());
    bar.setProgress(
        standing.total() > 0
            ? standing.done() / (double) standing.total()
            : ProgressBar.INDETERMINATE_PROGRESS);
    stop.setVisible(judging);
    goOn.setVisible(paused);
    bands.forEach(band -> band.show(figures));
    bands.getFirst().getParent().setVisible(figures.scored() > 0);
    bands.getFirst().getParent().setManaged(figures.scored() > 0);
  }

  private String words(Figures figures) {
    var standing = figures.standing();
    return switch (standing.state()) {
      case JUDGING -> texts.get("voice.judging", standing.done(), standing.total());
      case PAUSED -> texts.get("voice.paused", standing.total() - standing.done());
      case NO_GUIDE, DONE ->
          figures.scored() == 0
              ? texts.get("voice.scored.none")
              : texts.get("voice.scored", figures.scored(), figures.mean());
    };
  }

  /** Conversations between two scores. */
  private final class Band extends Button {
    private final Range range;
    private final Label count = new Label();

    Band(Range range, Runnable act) {
      this.range = range;
      setId("voice-band-" + least());
      getStyleClass().add("voice-band");
      count.getStyleClass().add("number-tile-value");
      var name = new Label(name());
      name.getStyleClass().addAll("muted", "small-text");
      setGraphic(new VBox(name, count));
      setOnAction(event -> act.run());
    }

    private int least() {
      return range.from().orElse(0);
    }

    private int most() {
      return range.to().orElse(VoiceScore.FULL);
    }

    private String name() {
      return least() == most() ? texts.number(least()) : texts.get("voice.band", least(), most());
    }

    void show(Figures figures) {
      long number = figures.between(least(), most());
      count.setText(texts.number(number));
      setDisable(number == 0);
      setAccessibleText(texts.get("voice.band.show", name(), number));
    }
  }
}
