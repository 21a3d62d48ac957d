package studio.timbre.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import studio.timbre.app.history.Piece;
import studio.timbre.ui.fx.Texts;

class DiffViewTest {
  /** An empty text lends its look to the first letter of the next one. */
  @Test
  void nothingEmptyStandsBeforeAWordThatIsNew() {
    var pieces =
        List.of(
            new Piece(Piece.Kind.REMOVED, ""),
            new Piece(Piece.Kind.SAME, ""),
            new Piece(Piece.Kind.ADDED, "delivery"));
    var flow = DiffView.flow(Texts.of(Locale.ENGLISH), pieces);
    assertThat(flow.getChildren())
        .singleElement()
        .satisfies(
            text -> {
              assertThat(((Text) text).getText()).isEqualTo("delivery");
              assertThat(text.getStyleClass()).contains("diff-new");
            });
  }
}
