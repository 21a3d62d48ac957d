package studio.timbre.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import studio.timbre.ui.Snapshots;

class StaysInSightTest {
  private static final double HEIGHT = 200;

  @Test
  void aNoteUnderTheEdgeIsLiftedAndLiesInItsPlaceOnceThatIsSeen() throws Exception {
    Snapshots.onScreen(
        () -> {
          var above = new Region();
          above.setMinHeight(600);
          var note = new Label("Line 1 is wrong.");
          StaysInSight.below(above, note);
          var pane = new ScrollPane(new VBox(above, note));
          new Scene(pane, 300, HEIGHT);
          layOut(pane);
          assertThat(place(note).getMaxY()).isBetween(HEIGHT - 8, HEIGHT);
          pane.setVvalue(1);
          layOut(pane);
          assertThat(note.getTranslateY()).isZero();
          assertThat(place(note).getMinY()).isGreaterThanOrEqualTo(place(above).getMaxY() - 0.5);
          return true;
        });
  }

  @Test
  void itNeverLeavesWhatItBelongsTo() throws Exception {
    Snapshots.onScreen(
        () -> {
          var before = new Region();
          before.setMinHeight(500);
          var above = new Region();
          above.setMinHeight(300);
          var note = new Label("Line 1 is wrong.");
          StaysInSight.below(above, note);
          var pane = new ScrollPane(new VBox(before, new VBox(above, note)));
          new Scene(pane, 300, HEIGHT);
          layOut(pane);
          assertThat(place(note).getMinY()).isGreaterThanOrEqualTo(place(above).getMinY() - 0.5);
          return true;
        });
  }

  private static void layOut(ScrollPane pane) {
    for (int i = 0; i < 3; i++) {
      pane.applyCss();
      pane.layout();
    }
  }

  private static Bounds place(Region node) {
    return node.localToScene(node.getLayoutBounds());
  }
}
