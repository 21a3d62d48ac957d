package studio.timbre.ui.fx;

import javafx.scene.Node;

/** Who gets what is typed. */
public final class Keyboard {
  private Keyboard() {}

  /**
   * Gives the keyboard to a field that has just come up. A control gets its skin only when the next frame is drawn, and what
   * is typed before that is lost; so it gets it here.
   *
   * @param field is part of a scene
   */
  public static void give(Node field) {
    field.applyCss();
    field.requestFocus();
  }
}
