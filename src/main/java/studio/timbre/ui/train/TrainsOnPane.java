package studio.timbre.ui.train;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import studio.timbre.model.Review;
import studio.timbre.model.Status;
import studio.timbre.ui.fx.Texts;

/** The choice of what is trained on; every tick counts at once. */
final class TrainsOnPane extends VBox {
  private final TrainsOnViewModel model;
  private final Texts texts;

  TrainsOnPane(TrainsOnViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().addAll("trains-on-pane", "column-16");
    var known = model.state().get();
    var title = new Label(texts.get("training.title"));
    title.getStyleClass().add("section-title");
    getChildren().addAll(title, statuses());
    if (known.isPresent() && !known.get().tags().isEmpty()) {
      getChildren().add(tags(known.get().tags()));
    }
    getChildren().add(stars());
    var note = new Label(texts.get("training.note"));
    note.setWrapText(true);
    note.getStyleClass().addAll("muted", "small-text");
    getChildren().add(note);
  }

  private VBox statuses() {
    var box = new VBox();
    box.getStyleClass().add("column-8");
    for (var status : List.of(Status.APPROVED, Status.DRAFT, Status.IN_REVIEW, Status.REJECTED)) {
      var tick = tick(texts.get("training.status." + status.name()), now -> model.use(status, now));
      tick.setId("trains-on-" + status.name());
      model
          .state()
          .subscribe(
              state ->
                  state.ifPresent(
                      now -> {
                        var statuses = now.filter().statuses();
                        tick.setSelected(statuses.contains(status));
                        tick.setDisable(statuses.size() == 1 && statuses.contains(status));
                      }));
      box.getChildren().add(tick);
    }
    return box;
  }

  private static CheckBox tick(String name, Consumer<Boolean> ticked) {
    var tick = new CheckBox(name);
    tick.setMnemonicParsing(false);
    tick.setOnAction(event -> ticked.accept(tick.isSelected()));
    return tick;
  }

  private VBox tags(List<String> tags) {
    var label = new Label(texts.get("training.tags"));
    label.getStyleClass().add("strong");
    var ticks = new FlowPane();
    ticks.getStyleClass().add("wrapping-buttons");
    for (var tag : tags) {
      var tick = tick(tag, now -> model.use(tag, now));
      model
          .state()
          .subscribe(
              state -> state.ifPresent(now -> tick.setSelected(now.filter().tags().contains(tag))));
      ticks.getChildren().add(tick);
    }
    var box = new VBox(label, ticks);
    box.getStyleClass().add("column-8");
    return box;
  }

  private VBox stars() {
    var label = new Label(texts.get("training.stars"));
    label.getStyleClass().add("strong");
    var choice = new ComboBox<Integer>();
    choice.setId("trains-on-stars");
    label.setLabelFor(choice);
    choice.setAccessibleText(texts.get("training.stars"));
    IntStream.rangeClosed(0, Review.MOST_STARS).forEach(choice.getItems()::add);
    choice.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Integer stars) {
            return stars == null || stars == 0
                ? texts.get("training.stars.any")
                : texts.get("training.rated", stars);
          }

          @Override
          public Integer fromString(String text) {
            throw new UnsupportedOperationException("the box is not edited");
          }
        });
    model.state().get().ifPresent(now -> choice.setValue(now.filter().leastRating()));
    choice.setOnAction(event -> model.useLeastRating(choice.getValue()));
    var box = new VBox(label, choice);
    box.getStyleClass().add("column-8");
    return box;
  }
}
