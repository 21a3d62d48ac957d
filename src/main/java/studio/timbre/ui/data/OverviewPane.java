package studio.timbre.ui.data;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import studio.timbre.ui.fx.Notices;
import studio.timbre.ui.fx.Texts;

/** How the conversations spread over their sides; what is clicked there is shown alone in the table. */
final class OverviewPane extends ScrollPane {
  OverviewPane(OverviewViewModel model, Texts texts, Notices notices) {
    super();
    setId("overview");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    getStyleClass().addAll("plain-scroll", "overview");
    var help = new Label(texts.get("overview.help"));
    help.setWrapText(true);
    help.getStyleClass().addAll("muted", "small-text");
    var content = new VBox(help);
    content.getStyleClass().addAll("column-16", "overview-content");
    for (var side : OverviewViewModel.SIDES) {
      var bars = new OverviewSide(model, side, texts);
      content
          .getChildren()
          .add(
              side == FilterGroup.TOPIC
                  ? new TopicsSide(bars, model.topics(), texts, notices, this::reveal)
                  : bars);
    }
    setContent(content);
  }

  /** Scrolls as far as is needed to see a part of it. */
  private void reveal(Node part) {
    applyCss();
    layout();
    double hidden = getContent().getBoundsInLocal().getHeight() - getViewportBounds().getHeight();
    if (hidden > 0) {
      var place = getContent().sceneToLocal(part.localToScene(part.getBoundsInLocal()));
      double top = getVvalue() * hidden;
      double lowest = Math.min(top, place.getMinY());
      setVvalue(Math.max(lowest, place.getMaxY() - getViewportBounds().getHeight()) / hidden);
    }
  }
}
