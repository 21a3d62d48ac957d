package studio.timbre.ui.fx;

import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.shape.SVGPath;

/** Line icons on a grid of 16 by 16. Their colour and size are those of the style classes {@code icon} and {@code icon-line}. */
public enum Icon {
  DATA("M2 3h12v10h-12z M2 6.5h12 M6.5 6.5v6.5"),
  CHECK("M14 8a6 6 0 1 1-12 0a6 6 0 1 1 12 0z M5.4 8.2l1.8 1.8 3.5-3.8"),
  TRAIN("M2 2v12h12 M4.5 4.5c.8 4.8 3.2 6.5 8.5 6.5"),
  HEAR("M2 6.5v3 M5 4v8 M8 2v12 M11 4.5v7 M14 6.5v3"),
  RUNS("M6 4h8 M6 8h8 M6 12h8 M2.4 4h.2 M2.4 8h.2 M2.4 12h.2"),
  COST(
      "M14 8a6 6 0 1 1-12 0a6 6 0 1 1 12 0z M10 6.2a2 1.5 0 0 0-2-1.2c-1.2 0-2 .6-2 1.5s.8 1.3 2 1.5s2 .6 2 1.5s-.8 1.5-2 1.5a2 1.5 0 0 1-2-1.2 M8 4v1 M8 11v1"),
  SETTINGS(
      "M2 5h6.2 M11.8 5h2.2 M2 11h2.2 M7.8 11h6.2 M10 3.2a1.8 1.8 0 1 1 0 3.6a1.8 1.8 0 1 1 0-3.6z"
          + " M6 9.2a1.8 1.8 0 1 1 0 3.6a1.8 1.8 0 1 1 0-3.6z"),
  UNDO("M5.5 3l-3 3 3 3 M2.5 6h7a3.75 3.75 0 0 1 0 7.5h-3"),
  REDO("M10.5 3l3 3-3 3 M13.5 6h-7a3.75 3.75 0 0 0 0 7.5h3"),
  SEARCH("M11 6.8a4.2 4.2 0 1 1-8.4 0a4.2 4.2 0 1 1 8.4 0z M9.9 9.9l3.7 3.7"),
  ADD("M8 3v10 M3 8h10"),
  DELETE("M3 4.5h10 M6.3 4.5v-2h3.4v2 M4.2 4.5l.6 9h6.4l.6-9 M6.8 7v4 M9.2 7v4"),
  COPY("M5.5 5.5h8v8h-8z M10.5 5.5v-3h-8v8h3"),
  UP("M8 13v-10 M4 7l4-4 4 4"),
  DOWN("M8 3v10 M4 9l4 4 4-4"),
  CLOSE("M4 4l8 8 M12 4l-8 8"),
  EXPAND("M4 6l4 4 4-4"),
  UNFOLD("M6 4l4 4-4 4"),
  IMPORT("M8 2.5v8 M4.8 7.3l3.2 3.2 3.2-3.2 M2.5 11.5v2h11v-2"),
  EXPORT("M8 10.5v-8 M4.8 5.7l3.2-3.2 3.2 3.2 M2.5 11.5v2h11v-2"),
  WARNING("M8 2.5l6 11h-12z M8 6.5v3.2 M8 11.5v.1"),
  ERROR("M14 8a6 6 0 1 1-12 0a6 6 0 1 1 12 0z M8 5v3.6 M8 10.9v.1"),
  INFO("M14 8a6 6 0 1 1-12 0a6 6 0 1 1 12 0z M8 7.4v3.6 M8 5v.1"),
  FILE("M4 2h5l3.5 3.5v8.5h-8.5z M9 2v3.5h3.5"),
  FOLDER("M2 4h4.5l1.5 2h6v7h-12z"),
  MORE("M3.4 8h.2 M7.9 8h.2 M12.4 8h.2"),
  PLAY("M5 3l8 5-8 5z"),
  STOP("M4 4h8v8h-8z"),
  PAUSE("M5.5 3.5v9 M10.5 3.5v9"),
  EDIT("M3 13l.7-3 6.8-6.8 2.3 2.3-6.8 6.8z M9 4.7l2.3 2.3"),
  DICE("M3 3h10v10h-10z M5.9 6h.2 M9.9 6h.2 M5.9 10h.2 M9.9 10h.2 M7.9 8h.2"),
  STAR("M8 1.8l1.9 4 4.3.6-3.1 3 .8 4.3-3.9-2.1-3.9 2.1.8-4.3-3.1-3 4.3-.6z"),
  REPLACE("M3 5h9.5 M10 2.5l2.5 2.5-2.5 2.5 M13 11h-9.5 M6 8.5l-2.5 2.5 2.5 2.5"),
  CLOCK("M14 8a6 6 0 1 1-12 0a6 6 0 1 1 12 0z M8 4.8v3.4l2.2 1.4"),
  GRIP("M6 3.5h.1 M10 3.5h.1 M6 8h.1 M10 8h.1 M6 12.5h.1 M10 12.5h.1"),
  SWAP("M3 5.5h9 M9.5 3l2.5 2.5-2.5 2.5 M13 10.5h-9 M6.5 8l-2.5 2.5 2.5 2.5"),
  SAMPLE(
      "M3 5.5h8v4.5a3 3 0 0 1-3 3h-2a3 3 0 0 1-3-3z M11 6.5h1.2a1.6 1.6 0 0 1 0 3.4h-1.2 M5.5 2v1.5"
          + " M8.5 2v1.5");

  private final String path;

  Icon(String path) {
    this.path = path;
  }

  /** A new node of this icon; it says nothing to a screen reader, the control that bears it does. */
  public Node node() {
    var line = new SVGPath();
    line.setContent(path);
    line.getStyleClass().add("icon-line");
    var box = new Pane(line);
    box.getStyleClass().add("icon");
    box.setMouseTransparent(true);
    return box;
  }
}
