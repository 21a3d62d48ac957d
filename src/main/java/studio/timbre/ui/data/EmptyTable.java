package studio.timbre.ui.data;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import studio.timbre.ui.control.EmptyState;
import studio.timbre.ui.fx.Action;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Texts;

/** What stands where the rows would be: that they are being read, that none match, or how to begin. */
final class EmptyTable {
  /** What has less height than this between the header and the frame says it in one line. */
  private static final double LOW = 248;

  private final StackPane place;
  private final DataViewModel model;
  private final DataActions actions;
  private final Texts texts;
  private final Runnable leave;

  /** @param leave gives the keyboard to the rows that come back, for the button that had it goes */
  EmptyTable(
      StackPane place, DataViewModel model, DataActions actions, Texts texts, Runnable leave) {
    this.place = place;
    this.model = model;
    this.actions = actions;
    this.texts = texts;
    this.leave = leave;
    model.all().subscribe(all -> show());
    model.ids().subscribe(this::show);
    place.heightProperty().map(height -> isLow()).subscribe(low -> show());
    place.setMinHeight(0);
    // However little room there is, the header of the table is never written over.
    var seen = new Rectangle();
    seen.widthProperty().bind(place.widthProperty());
    seen.heightProperty().bind(place.heightProperty());
    place.setClip(seen);
  }

  private boolean isLow() {
    return place.getHeight() > 0 && place.getHeight() < LOW;
  }

  private void show() {
    if (!model.ids().isEmpty()) {
      return;
    }
    place.getChildren().setAll(now());
  }

  private Node now() {
    if (model.all().get() < 0) {
      var wheel = new ProgressIndicator();
      wheel.getStyleClass().add("wheel");
      wheel.setAccessibleText(texts.get("data.loading"));
      return wheel;
    }
    if (model.narrowing().leavesAnythingOut()) {
      var all = new Button(texts.get("data.showAll"));
      all.setId("empty-show-all");
      all.setOnAction(
          event -> {
            leave.run();
            model.narrowing().showAll();
          });
      return empty(Icon.SEARCH, "data.noMatch.title", "data.noMatch.text", all);
    }
    var take = actions.importing().button("accent");
    return empty(
        Icon.DATA, "data.empty.title", "data.empty.text", take, paste(), actions.add().button());
  }

  /** In one word, so that all three fit beside each other in a narrow window. */
  private Button paste() {
    var whole = actions.pasting();
    var button =
        Action.of(whole.id(), texts.get("data.paste"), whole.run()).withIcon(Icon.COPY).button();
    button.setAccessibleText(whole.text());
    button.setTooltip(new Tooltip(whole.text()));
    return button;
  }

  private Node empty(Icon icon, String title, String text, Node... acts) {
    if (!isLow()) {
      return new EmptyState(icon, texts.get(title), texts.get(text), acts);
    }
    var name = new Label(texts.get(title));
    name.setAccessibleHelp(texts.get(text));
    var line = new FlowPane(name);
    line.getChildren().addAll(acts);
    line.getStyleClass().addAll("wrapping-buttons", "empty-line");
    return line;
  }
}
