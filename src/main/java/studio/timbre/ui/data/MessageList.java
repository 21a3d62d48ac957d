package studio.timbre.ui.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import studio.timbre.model.Conversation;
import studio.timbre.model.TokenCount;
import studio.timbre.model.voice.AnswerVoice;
import studio.timbre.ui.data.ConversationViewModel.Judged;
import studio.timbre.ui.fx.Desk;
import studio.timbre.ui.message.Drafting;
import studio.timbre.ui.message.MessageCard;
import studio.timbre.ui.message.MessageHandles;
import studio.timbre.ui.message.PairRow;
import studio.timbre.ui.message.Proofreader;
import studio.timbre.ui.message.TurnDrop;
import studio.timbre.ui.message.TurnSelection;

/** The messages of a conversation, one below the other; a preference pair ends with its two answers. */
final class MessageList extends VBox {
  private final Desk desk;
  private final ConversationViewModel model;
  private final Proofreader proofreader;
  private final Drafting drafts;
  private final TurnSelection selection;
  private final List<MessageCard> cards = new ArrayList<>();
  private final PairRow pair;

  MessageList(
      Desk desk,
      ConversationViewModel model,
      Proofreader proofreader,
      Drafting drafts,
      TurnSelection selection) {
    this.desk = desk;
    this.drafts = drafts;
    this.proofreader = proofreader;
    this.model = model;
    this.selection = selection;
    getStyleClass().add("chat");
    pair = new PairRow(desk, model::edit, proofreader, drafts, model::promote);
    new TurnDrop(this, cards::size, cards::get, model::edit);
  }

  void show(Conversation conversation) {
    int n = conversation.messages().size();
    while (cards.size() > n) {
      cards.removeLast();
    }
    while (cards.size() < n) {
      int index = cards.size();
      var card =
          new MessageCard(
              desk, model::edit, proofreader, drafts, index, "message-" + index, this::focus);
      MessageHandles.put(card, desk.texts(), selection, index);
      cards.add(card);
    }
    boolean isPair = conversation.isPair();
    List<Node> nodes = new ArrayList<>(isPair ? cards.subList(0, n - 1) : cards);
    if (isPair) {
      pair.show(conversation, cards.getLast());
      nodes.add(pair);
    }
    if (!nodes.equals(getChildren())) {
      // A card that keeps its place keeps the keyboard.
      if (!isPair && getChildren().contains(pair)) {
        getChildren().remove(pair);
      }
      follow(nodes);
    }
    cards.forEach(card -> card.show(conversation));
  }

  private void follow(List<Node> nodes) {
    getChildren().removeIf(child -> !nodes.contains(child));
    for (int i = 0; i < nodes.size(); i++) {
      if (i >= getChildren().size()) {
        getChildren().add(nodes.get(i));
      } else if (getChildren().get(i) != nodes.get(i)) {
        getChildren().add(i, nodes.get(i));
      }
    }
  }

  void showTokens(Optional<TokenCount> count) {
    for (int i = 0; i < cards.size(); i++) {
      int index = i;
      cards
          .get(i)
          .showTokens(
              count
                  .filter(counted -> index < counted.messages().size())
                  .map(counted -> OptionalInt.of(counted.messages().get(index)))
                  .orElse(OptionalInt.empty()));
    }
  }

  /** Shows how well the answers of a conversation keep the voice guide. */
  void showVoice(Judged judged) {
    var messages = judged.conversation().messages();
    for (int i = 0; i < Math.min(cards.size(), messages.size()); i++) {
      int index = i;
      cards
          .get(i)
          .showVoice(
              messages.get(i).text(),
              judged.answers().stream()
                  .filter(answer -> answer.message() == index)
                  .map(AnswerVoice::score)
                  .findFirst());
    }
  }

  /** Nothing is known of the answers yet. */
  void hideVoice() {
    cards.forEach(card -> card.showVoice("", Optional.empty()));
  }

  /** Takes the keyboard to a message, once it is laid out. */
  void focus(int index) {
    if (!cards.isEmpty()) {
      layout();
      cards.get(Math.clamp(index, 0, cards.size() - 1)).focusText();
    }
  }

  /** Makes drafts of what is typed and wrong: something else may be shown from now on. */
  void keep() {
    cards.forEach(MessageCard::keep);
    pair.keep();
  }

  /** Another conversation is shown from now on. */
  void drop() {
    cards.forEach(MessageCard::drop);
    pair.drop();
  }

  int count() {
    return cards.size();
  }

  void commit() {
    cards.forEach(MessageCard::commit);
    pair.commit();
  }
}
