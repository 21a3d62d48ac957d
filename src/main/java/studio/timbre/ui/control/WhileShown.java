package studio.timbre.ui.control;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.util.Subscription;

/** Lets a node listen only while it is in a scene, so that what it listens to does not keep it alive. */
public final class WhileShown {
  private final Supplier<Subscription> listen;
  private Subscription listening = Subscription.EMPTY;

  private WhileShown(Supplier<Subscription> listen) {
    this.listen = listen;
  }

  /**
   * @param listen begins to listen; called each time that the node comes into a scene
   */
  public static void of(Node node, Supplier<Subscription> listen) {
    var shown = new WhileShown(listen);
    node.sceneProperty().subscribe(scene -> shown.change(scene != null));
  }

  private void change(boolean isShown) {
    listening.unsubscribe();
    listening = isShown ? listen.get() : Subscription.EMPTY;
  }
}
