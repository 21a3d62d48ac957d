package studio.timbre.ui.hear;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import studio.timbre.model.LibraryModel;
import studio.timbre.model.RunSummary;
import studio.timbre.ui.fx.Navigator;
import studio.timbre.ui.fx.Texts;

/** Who speaks: the untuned voice on the left, the tuned one on the right. */
final class VoicesBar extends GridPane {
  private final HearViewModel model;
  private final Texts texts;
  private final Label base = new Label();
  private final ComboBox<LibraryModel> bases = new ComboBox<>();
  private final ComboBox<RunSummary> runs = new ComboBox<>();
  private final HBox none = new HBox();

  VoicesBar(HearViewModel model, Texts texts, Navigator navigator) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("voices");
    for (int column = 0; column < 2; column++) {
      var half = new ColumnConstraints();
      half.setPercentWidth(50);
      getColumnConstraints().add(half);
    }
    bases.setId("hear-base");
    bases.setItems(model.models());
    bases.setConverter(named(LibraryModel::title));
    bases.setAccessibleText(texts.get("hear.base"));
    bases.valueProperty().addListener((source, before, now) -> choose(now));
    runs.setId("hear-run");
    runs.setItems(model.tuned());
    runs.setConverter(named(RunSummary::name));
    runs.setAccessibleText(texts.get("hear.tuned"));
    runs.setMaxWidth(Double.MAX_VALUE);
    runs.valueProperty()
        .addListener(
            (source, before, now) -> {
              if (now != null) {
                model.chosen().set(Optional.of(now.id()));
              }
            });
    base.getStyleClass().add("strong");
    add(voice("hear.base", base, bases), 0, 0);
    add(voice("hear.tuned", runs, none(navigator)), 1, 0);
    model.chosen().subscribe(run -> show());
    model.base().subscribe(chosen -> show());
    model.tuned().addListener((javafx.beans.Observable change) -> show());
    model.read().subscribe(read -> show());
  }

  private VBox voice(String key, Node... nodes) {
    var name = new Label(texts.get(key));
    name.getStyleClass().addAll("muted", "small-text");
    var row = new HBox(nodes);
    row.getStyleClass().add("row-8");
    HBox.setHgrow(runs, Priority.ALWAYS);
    return new VBox(name, row);
  }

  private HBox none(Navigator navigator) {
    var text = new Label(texts.get("hear.noRun"));
    text.setWrapText(true);
    HBox.setHgrow(text, Priority.ALWAYS);
    var go = new Button(texts.get("runs.nothing.train"));
    go.setId("hear-no-run-train");
    go.setMinWidth(USE_PREF_SIZE);
    go.setOnAction(event -> navigator.go("train"));
    none.getChildren().addAll(text, go);
    none.getStyleClass().add("row-8");
    HBox.setHgrow(none, Priority.ALWAYS);
    return none;
  }

  private void show() {
    boolean tuned = model.run().isPresent();
    model.run().ifPresent(runs::setValue);
    put(runs, tuned);
    put(none, model.read().get() && !tuned);
    put(base, tuned);
    base.setText(model.baseName().orElse(""));
    put(bases, !tuned);
    model.base().get().ifPresent(bases::setValue);
  }

  private void choose(@Nullable LibraryModel chosen) {
    if (chosen != null) {
      model.base().set(Optional.of(chosen));
    }
  }

  private static <T> StringConverter<T> named(java.util.function.Function<T, String> name) {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable T thing) {
        return thing == null ? "" : name.apply(thing);
      }

      @Override
      public T fromString(String text) {
        throw new UnsupportedOperationException("nothing is typed here");
      }
    };
  }

  private static void put(Node node, boolean there) {
    node.setVisible(there);
    node.setManaged(there);
  }
}
