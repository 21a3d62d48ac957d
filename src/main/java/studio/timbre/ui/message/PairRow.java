package studio.timbre.ui.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import studio.timbre.app.Pairs;
import studio.timbre.model.Conversation;
import studio.timbre.ui.control.EqualColumns;
import studio.timbre.ui.fx.Desk;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Texts;

/** The two answers of a preference pair, side by side where there is room, one above the other where there is not. */
public final class PairRow extends VBox {

  /** What makes a new conversation of one of the answers. */
  @FunctionalInterface
  public interface Promotion {
    void promote(UnaryOperator<Conversation> answer);
  }

  private static final double NARROWEST = 280;

  private final Desk desk;
  private final ConversationEditor editor;
  private final Proofreader proofreader;
  private final Drafting drafts;
  private final ConversationEditor rejectedEditor;
  private final EqualColumns columns = new EqualColumns(NARROWEST);
  private final VBox preferred = new VBox();
  private final VBox rejected = new VBox();
  private final List<MessageCard> rejectedCards = new ArrayList<>();
  private final Button swap;

  public PairRow(
      Desk desk,
      ConversationEditor editor,
      Proofreader proofreader,
      Drafting drafts,
      Promotion promotion) {
    this.desk = desk;
    this.proofreader = proofreader;
    this.drafts = drafts;
    this.editor = editor;
    this.rejectedEditor =
        how ->
            editor.edit(
                pair ->
                    pair.isPair()
                        ? Pairs.withRejected(pair, how.apply(rejectedOf(pair)).messages())
                        : pair);
    var texts = desk.texts();
    getStyleClass().add("pair-row");
    swap = PieceButton.words(texts.get("pair.swap"), () -> editor.edit(Pairs::swapped));
    swap.setId("pair-swap");
    swap.setGraphic(Icon.SWAP.node());
    var acts =
        new FlowPane(
            swap,
            promote(texts, "pair.usePreferred", Pairs::preferredAlone, promotion),
            promote(texts, "pair.useRejected", Pairs::rejectedAlone, promotion));
    acts.getStyleClass().add("piece-foot");
    preferred.getStyleClass().addAll("pair-side", "preferred");
    rejected.getStyleClass().addAll("pair-side", "rejected");
    columns.getChildren().addAll(preferred, rejected);
    getChildren().addAll(acts, columns);
  }

  private MenuButton promote(
      Texts texts, String key, UnaryOperator<Conversation> how, Promotion promotion) {
    var button = new MenuButton(texts.get(key));
    button.setId(key.replace('.', '-'));
    button.setMnemonicParsing(false);
    button.getStyleClass().addAll("small", "flat", "piece-choice");
    var here = new MenuItem(texts.get("pair.turnInto"));
    here.setMnemonicParsing(false);
    here.setOnAction(event -> editor.edit(pair -> pair.isPair() ? how.apply(pair) : pair));
    var elsewhere = new MenuItem(texts.get("pair.asNew"));
    elsewhere.setMnemonicParsing(false);
    elsewhere.setOnAction(event -> promotion.promote(how));
    button.getItems().addAll(here, elsewhere);
    return button;
  }

  /** The rejected answer, as if it were a conversation of its own. */
  private static Conversation rejectedOf(Conversation pair) {
    return new Conversation(Pairs.rejected(pair), Map.of());
  }

  /** @param card of the preferred answer, which is the last message of the pair */
  public void show(Conversation pair, Node card) {
    var texts = desk.texts();
    preferred.getChildren().setAll(badge(texts.get("pair.preferred"), Icon.CHECK, "success"), card);
    var answer = rejectedOf(pair);
    int n = answer.messages().size();
    while (rejectedCards.size() > n) {
      rejectedCards.removeLast();
    }
    while (rejectedCards.size() < n) {
      int index = rejectedCards.size();
      rejectedCards.add(MessageCard.rejected(desk, rejectedEditor, proofreader, drafts, index));
    }
    rejected.getChildren().setAll(badge(texts.get("pair.rejected"), Icon.CLOSE, "danger"));
    rejected.getChildren().addAll(rejectedCards);
    rejectedCards.forEach(shown -> shown.show(answer));
    if (n == 0) {
      var none = new Label(texts.get("pair.unreadable"));
      none.setWrapText(true);
      none.getStyleClass().add("muted");
      rejected.getChildren().add(none);
    }
    swap.setDisable(!Pairs.canSwap(pair));
  }

  private static Label badge(String text, Icon icon, String style) {
    var label = new Label(text, icon.node());
    label.getStyleClass().addAll("pair-badge", style);
    return label;
  }

  public void commit() {
    rejectedCards.forEach(MessageCard::commit);
  }

  public void keep() {
    rejectedCards.forEach(MessageCard::keep);
  }

  public void drop() {
    rejectedCards.forEach(MessageCard::drop);
  }
}
