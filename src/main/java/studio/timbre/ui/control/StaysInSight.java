package studio.timbre.ui.control;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/** Lets a note below something high be read wherever one has scrolled to: what would lie under the edge is lifted over the end of it. */
public final class StaysInSight {
  private static final PseudoClass LIFTED = PseudoClass.getPseudoClass("lifted");

  private final Region note;
  private final Region above;

  private StaysInSight(Region note, Region above) {
    this.note = note;
    this.above = above;
  }

  /**
   * @param note lies in the same box as the other, directly below it
   */
  public static void below(Region above, Region note) {
    var keeping = new StaysInSight(note, above);
    note.setViewOrder(-1);
    WhileShown.of(note, keeping::listen);
  }

  private Subscription listen() {
    var own =
        Subscription.combine(
            note.visibleProperty().subscribe(value -> place()),
            note.heightProperty().subscribe(value -> place()),
            note.layoutYProperty().subscribe(value -> place()),
            above.localToSceneTransformProperty().subscribe(value -> place()));
    return pane()
        .map(pane -> own.and(pane.viewportBoundsProperty().subscribe(value -> place())))
        .orElse(own);
  }

  private Optional<ScrollPane> pane() {
    for (Parent parent = note.getParent(); parent != null; parent = parent.getParent()) {
      if (parent instanceof ScrollPane pane) {
        return Optional.of(pane);
      }
    }
    return Optional.empty();
  }

  private void place() {
    double lift = note.isVisible() ? pane().map(this::lift).orElse(0.0) : 0;
    note.setTranslateY(-lift);
    note.pseudoClassStateChanged(LIFTED, lift > 0);
  }

  /** Never above the beginning of what it belongs to. */
  private double lift(ScrollPane pane) {
    Node box = note.getParent();
    double bottom = box.localToScene(0, note.getLayoutY() + note.getHeight()).getY();
    double edge = pane.localToScene(0, pane.getInsets().getTop()).getY() + seen(pane);
    double most = note.getLayoutY() - above.getLayoutY();
    return Math.ceil(Math.clamp(bottom - edge, 0, Math.max(0, most)));
  }

  private static double seen(ScrollPane pane) {
    return pane.getViewportBounds().getHeight();
  }
}
