package studio.timbre.ui.review;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import studio.timbre.ui.fx.Action;
import studio.timbre.ui.fx.Desk;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.OpenProject;

/** All of reviewing that has a place on the Data screen. */
public final class ReviewSide implements AutoCloseable {
  private final ReviewViewModel review;
  private final ReviewModeViewModel mode;
  private final ReviewBar bar;
  private final ReviewLegend legend;
  private final Action go;

  /**
   * @param current the conversation in view
   * @param selection all that is selected
   * @param steps how the rows of the table are gone through
   */
  public ReviewSide(
      Desk desk,
      OpenProject project,
      ObservableValue<Optional<Long>> current,
      Supplier<long[]> selection,
      ReviewModeViewModel.Steps steps) {
    var texts = desk.texts();
    review = new ReviewViewModel(project, desk.work(), current, selection, desk.notices()::failed);
    mode = new ReviewModeViewModel(project, review, steps, texts, desk.work(), desk.notices());
    bar = new ReviewBar(review, texts);
    legend = new ReviewLegend(mode, texts);
    go =
        Action.of("review.mode", texts.get("review.mode"), mode::toggle)
            .withIcon(Icon.CHECK)
            .withShortcut("Shortcut+R");
  }

  /** The marks of the conversation in view. */
  public ReviewBar bar() {
    return bar;
  }

  /** What the keys do, while they do it. */
  public ReviewLegend legend() {
    return legend;
  }

  /** The conversation, with a line above it that leads to its history. */
  public Node around(Node conversation) {
    var line = new HBox(go.button("small", "flat"));
    line.getStyleClass().add("review-line");
    var side = new BorderPane(conversation);
    side.setTop(line);
    side.getStyleClass().add("review-side");
    return side;
  }

  /** Keys are taken where everything of the screen lies in. */
  public void listenAt(Node root) {
    ReviewKeys.on(root, mode, bar);
  }

  public List<Action> actions() {
    return List.of(go);
  }

  @Override
  public void close() {
    review.close();
  }
}
