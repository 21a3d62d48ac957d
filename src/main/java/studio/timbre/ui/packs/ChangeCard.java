package studio.timbre.ui.packs;

import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import studio.timbre.app.history.Piece;
import studio.timbre.app.history.WordDiff;
import studio.timbre.model.merge.Difference;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.review.DiffView;

/** A cell that needs no decision: what is taken over, or what stays as we have it. */
final class ChangeCard extends VBox {

  ChangeCard(Texts texts, Difference change, String recipient) {
    getStyleClass().addAll("change-card", "column-4");
    var words = new MergeWords(texts);
    var title =
        new Label(
            texts.get(
                switch (change.kind()) {
                  case THEIRS -> "pack.change.theirs";
                  case OURS -> "pack.change.ours";
                  default -> "pack.change.same";
                },
                words.cell(change.cell()),
                recipient));
    title.setWrapText(true);
    title.getStyleClass().addAll("muted", "small-text");
    var now = change.kind() == Difference.Kind.THEIRS ? change.theirs() : change.ours();
    var before = words.value(change.cell(), change.base());
    var after = words.value(change.cell(), now);
    var pieces =
        words.isProse(change.cell())
            ? WordDiff.of(before, after)
            : Stream.of(
                    new Piece(Piece.Kind.REMOVED, before),
                    new Piece(Piece.Kind.SAME, before.isEmpty() || after.isEmpty() ? "" : "  "),
                    new Piece(Piece.Kind.ADDED, after))
                .filter(piece -> !piece.text().isEmpty())
                .toList();
    var text = DiffView.flow(texts, pieces);
    getChildren().addAll(title, text);
  }
}
