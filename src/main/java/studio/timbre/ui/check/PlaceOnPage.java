package studio.timbre.ui.check;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import studio.timbre.ui.fx.Keyboard;

/** Where a person is among the problems, with the eyes and with the keyboard, while the list of them is made anew. */
final class PlaceOnPage {
  private static final double ABOVE = 16;

  private final ScrollPane page;
  private final VBox cards;
  private double top;
  private Optional<Held> held = Optional.empty();

  /** What has the keyboard: its id, and the number of the card that it is on. */
  private record Held(String id, int card) {}

  /** @param cards lie on the page, and go and come */
  PlaceOnPage(ScrollPane page, VBox cards) {
    this.page = page;
    this.cards = cards;
  }

  /** To be called before the cards go. */
  void remember() {
    top = scrolled();
    held = held();
    // What has the keyboard is about to go: left alone, the keyboard would wander far down the
    // page.
    held.ifPresent(somewhere -> page.requestFocus());
  }

  /** To be called when the new ones are there. */
  void restore() {
    scrollTo(top);
    held.ifPresent(this::giveBack);
  }

  private Optional<Held> held() {
    Node owner = cards.getScene() == null ? null : cards.getScene().getFocusOwner();
    for (Node at = owner; at != null; at = at.getParent()) {
      if (at.getParent() == cards) {
        return Optional.of(
            new Held(
                Optional.ofNullable(owner.getId()).orElse(""), cards.getChildren().indexOf(at)));
      }
    }
    return Optional.empty();
  }

  /** To the same button where it is still there, else to the card that has come into its place. */
  private void giveBack(Held was) {
    Node same = was.id().isEmpty() ? null : cards.lookup("#" + was.id());
    int last = cards.getChildren().size() - 1;
    Node card = cards.getChildren().get(Math.clamp(was.card(), 0, last));
    Node first = card instanceof ProblemCard problem ? problem.way() : card.lookup(".button");
    if (same != null) {
      Keyboard.give(same);
    } else if (first != null) {
      showTopOf(card);
      Keyboard.give(first);
    }
  }

  /** In pixels: the bar keeps its share of the way, which is elsewhere when cards have gone. */
  private double scrolled() {
    return page.getVvalue() * way();
  }

  private double way() {
    return Math.max(
        0, page.getContent().getLayoutBounds().getHeight() - page.getViewportBounds().getHeight());
  }

  private void scrollTo(double wanted) {
    page.applyCss();
    page.layout();
    page.setVvalue(way() == 0 ? 0 : Math.clamp(wanted / way(), 0, 1));
  }

  private void showTopOf(Node card) {
    double upper =
        page.getContent().sceneToLocal(card.localToScene(card.getLayoutBounds())).getMinY();
    if (upper < scrolled()) {
      scrollTo(upper - ABOVE);
    }
  }
}
