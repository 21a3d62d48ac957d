package studio.timbre.ui.voice;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.util.Subscription;

/** Tells of every change that a person makes to a text within a part of the screen, by whatever means. */
final class TypedTexts {
  private final Node part;
  private final Consumer<TextInputControl> typed;
  private Subscription text = Subscription.EMPTY;

  private TypedTexts(Node part, Consumer<TextInputControl> typed) {
    this.part = part;
    this.typed = typed;
  }

  /** Tells from now on, until unsubscribed, in which field the text has changed that has the keyboard. */
  static Subscription in(Node part, Consumer<TextInputControl> typed) {
    var texts = new TypedTexts(part, typed);
    var owner = part.sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(texts::watch);
    return owner.and(() -> texts.text.unsubscribe());
  }

  private void watch(Node owner) {
    text.unsubscribe();
    text = Subscription.EMPTY;
    if (owner instanceof TextInputControl field && isWithin(field)) {
      text = field.textProperty().subscribe((before, now) -> typed.accept(field));
    }
  }

  private boolean isWithin(Node node) {
    Node at = node;
    while (at != null && at != part) {
      at = at.getParent();
    }
    return at != null;
  }
}
