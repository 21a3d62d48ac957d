package studio.timbre.ui.voice;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.timbre.model.voice.LearnedRule;
import studio.timbre.model.voice.VoiceLesson;
import studio.timbre.ui.control.HeadRow;
import studio.timbre.ui.fx.Texts;

/** What approved examples show, rule by rule with its evidence, to be taken over one by one or all at once. */
final class LessonPane extends VBox {
  private final VoiceViewModel model;
  private final Texts texts;
  private final VoiceWords words;
  private final Runnable toData;
  private final ProgressBar bar = new ProgressBar();
  private final Label howFar = new Label();
  private final List<Row> rows = new ArrayList<>();

  /** @param toData goes where answers are approved */
  LessonPane(VoiceViewModel model, Texts texts, Runnable toData) {
    this.model = model;
    this.texts = texts;
    this.words = new VoiceWords(texts);
    this.toData = toData;
    setId("voice-lesson");
    getStyleClass().addAll("card-pane", "column-16");
    managedProperty().bind(visibleProperty());
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setFocusTraversable(false);
    bar.setAccessibleText(texts.get("voice.learning.begin"));
    setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            model.learning().putAway();
            event.consume();
          }
        });
    model.learning().state().subscribe(this::show);
    model.guide().subscribe(guide -> rows.forEach(Row::refresh));
  }

  private void show(Learning.State learning) {
    setVisible(!(learning instanceof Learning.State.Idle));
    switch (learning) {
      case Learning.State.Idle _ -> {
        rows.clear();
        getChildren().clear();
      }
      case Learning.State.Reading(long done, long total) -> {
        bar.setProgress(total > 0 ? done / (double) total : ProgressBar.INDETERMINATE_PROGRESS);
        howFar.setText(
            total > 0
                ? texts.get("voice.learning", done, total)
                : texts.get("voice.learning.begin"));
        if (!getChildren().contains(bar)) {
          var cancel = button("common.cancel", "voice-lesson-cancel", model.learning()::putAway);
          getChildren().setAll(new HeadRow(new HBox(howFar), new HBox(cancel)), bar);
        }
      }
      case Learning.State.Learned(VoiceLesson lesson) -> {
        if (lesson.missing() > 0) {
          few(lesson);
        } else {
          list(lesson);
        }
      }
    }
  }

  private void few(VoiceLesson lesson) {
    var text = new Label(texts.get("voice.lesson.few", lesson.missing(), lesson.fewest()));
    text.setId("voice-lesson-few");
    text.setWrapText(true);
    var buttons =
        new HBox(
            button("voice.lesson.go", "voice-lesson-go", toData),
            button("voice.lesson.close", "voice-lesson-close", model.learning()::putAway));
    buttons.getStyleClass().add("row-8");
    getChildren().setAll(text, buttons);
  }

  private void list(VoiceLesson lesson) {
    var title = new Label(texts.get("voice.lesson.title", lesson.examples()));
    title.getStyleClass().add("section-title");
    var text = new Label(texts.get("voice.lesson.text"));
    text.setWrapText(true);
    text.getStyleClass().add("muted");
    var all = button("voice.lesson.all", "voice-lesson-all", () -> model.takeAll(lesson));
    var buttons =
        new HBox(
            all, button("voice.lesson.close", "voice-lesson-close", model.learning()::putAway));
    buttons.getStyleClass().addAll("row-8", "right");
    rows.clear();
    lesson.rules().forEach(rule -> rows.add(new Row(rule)));
    var list = new VBox();
    list.getStyleClass().add("column-8");
    list.getChildren().addAll(rows);
    getChildren().setAll(new HeadRow(new HBox(title), buttons), text, list);
  }

  private Button button(String key, String id, Runnable act) {
    var button = new Button(texts.get(key));
    button.setId(id);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> act.run());
    return button;
  }

  /** One thing that was learned. */
  private final class Row extends HBox {
    private final LearnedRule learned;
    private final Button take = new Button();

    Row(LearnedRule learned) {
      this.learned = learned;
      String sentence = words.of(learned.rule());
      var what = new Label(sentence);
      what.setWrapText(true);
      var evidence = new Label(words.evidence(learned));
      evidence.setWrapText(true);
      evidence.getStyleClass().addAll("muted", "small-text");
      var text = new VBox(what, evidence);
      HBox.setHgrow(text, Priority.ALWAYS);
      take.getStyleClass().add("small");
      take.setMinWidth(Region.USE_PREF_SIZE);
      take.setAccessibleText(texts.get("voice.lesson.take.of", sentence));
      take.setOnAction(event -> model.take(learned));
      getStyleClass().addAll("row-16", "voice-learned");
      getChildren().addAll(text, take);
      refresh();
    }

    void refresh() {
      boolean taken = model.isTaken(learned);
      take.setText(texts.get(taken ? "voice.lesson.taken" : "voice.lesson.take"));
      take.setDisable(taken);
    }
  }
}
