package studio.timbre.ui.train;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Texts;

/** Leads from a job that is thought out to the other places where the same data could go. */
final class MoveDoor extends VBox {
  private final ApiTrainViewModel job;
  private final WhereViewModel where;
  private final MoveViewModel moves;
  private final MovePane pane;
  private final FlowPane door;

  /** @param connect leads to where a connection is added */
  MoveDoor(
      ApiTrainViewModel job,
      WhereViewModel where,
      MoveViewModel moves,
      Texts texts,
      Runnable connect) {
    this.job = job;
    this.where = where;
    this.moves = moves;
    pane = new MovePane(moves, texts, connect, () -> open(false));
    var look = new Button(texts.get("move.title"), Icon.EXPORT.node());
    look.setId("move-look");
    look.setMnemonicParsing(false);
    look.disableProperty().bind(job.form().recipe().map(Optional::isEmpty));
    look.setOnAction(event -> open(true));
    door = new FlowPane(look);
    door.getStyleClass().add("wrapping-buttons");
    getChildren().addAll(door, pane);
    for (var part : List.of(door, pane)) {
      part.managedProperty().bind(part.visibleProperty());
    }
    open(false);
    // What was found is about the job as it was then.
    job.form().recipe().subscribe(recipe -> open(false));
    job.connection().subscribe(connection -> open(false));
  }

  private void open(boolean shown) {
    var now = job.movable();
    if (shown && now.isPresent()) {
      moves.lookAt(now.get(), where.connections(), LocalDate.now(ZoneOffset.UTC));
    }
    pane.setVisible(shown && now.isPresent());
    door.setVisible(!pane.isVisible());
  }
}
