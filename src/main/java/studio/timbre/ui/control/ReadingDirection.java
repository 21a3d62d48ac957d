package studio.timbre.ui.control;

import javafx.css.PseudoClass;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;

/** The direction in which a text is read: that of its first letter with one (Unicode Bidirectional Algorithm, rules P2 and P3). */
public final class ReadingDirection {
  private static final PseudoClass RIGHT_TO_LEFT = PseudoClass.getPseudoClass("right-to-left");

  private ReadingDirection() {}

  /** Turns what shows a text into its direction; the style sheet has letters that suit it. */
  public static void turn(Node node, String text) {
    turn(node, of(text));
  }

  /** As the other, where the direction is known. */
  public static void turn(Node node, NodeOrientation direction) {
    if (node.getNodeOrientation() != direction) {
      node.setNodeOrientation(direction);
      node.pseudoClassStateChanged(RIGHT_TO_LEFT, direction == NodeOrientation.RIGHT_TO_LEFT);
    }
  }

  /** A text without such a letter follows what is around it. */
  public static NodeOrientation of(String text) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      switch (Character.getDirectionality(text.codePointAt(i))) {
        case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> {
          return NodeOrientation.LEFT_TO_RIGHT;
        }
        case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
            Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> {
          return NodeOrientation.RIGHT_TO_LEFT;
        }
        default -> {
          // Digits, signs and spaces have no direction of their own.
        }
      }
    }
    return NodeOrientation.INHERIT;
  }
}
