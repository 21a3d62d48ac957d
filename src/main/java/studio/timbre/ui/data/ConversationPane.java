package studio.timbre.ui.data;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import studio.timbre.app.Pairs;
import studio.timbre.model.ConversationRow;
import studio.timbre.model.Role;
import studio.timbre.model.TokenCount;
import studio.timbre.ui.control.EmptyState;
import studio.timbre.ui.fx.Desk;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.message.Proofreader;
import studio.timbre.ui.message.TurnSelection;
import studio.timbre.ui.review.ReviewBar;

/** The whole conversation as a chat. */
final class ConversationPane extends BorderPane {
  private final ConversationViewModel model;
  private final TurnSelection selection = new TurnSelection();
  private final MessageList messages;
  private final ScrollPane scroll;
  private final ConversationHead head;
  private final ConversationFoot foot;
  private final VBox below;
  private final Node nothing;
  private Optional<Long> shown = Optional.empty();

  ConversationPane(ConversationViewModel model, Proofreader proofreader, Desk desk) {
    this.model = model;
    var texts = desk.texts();
    getStyleClass().add("conversation-pane");
    head = new ConversationHead(desk, model);
    foot = new ConversationFoot(texts, this::add, head::addTool, this::makePair);
    below = new VBox(new StretchBar(texts, selection, this::takeOut), foot);
    messages = new MessageList(desk, model, proofreader, selection);
    scroll = new ScrollPane(new VBox(head.carried(), messages));
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("chat-scroll");
    nothing =
        new EmptyState(
            Icon.HEAR, texts.get("conversation.none.title"), texts.get("conversation.none.text"));
    model.row().subscribe(this::show);
    model.count().subscribe(this::showTokens);
  }

  /** Puts what the team thinks of the conversation below its title. */
  void review(ReviewBar bar) {
    head.review(bar);
  }

  private void add(Role role) {
    commit();
    model.add(role);
    boolean first = role.equals(Role.SYSTEM) || role.equals(Role.DEVELOPER);
    messages.focus(first ? 0 : messages.count() - 1);
    scroll.setVvalue(first ? 0 : 1);
  }

  private void makePair() {
    commit();
    model.edit(
        conversation -> {
          var last = conversation.messages().getLast();
          return Pairs.made(conversation, last, last);
        });
    messages.focus(messages.count() - 1);
  }

  private void takeOut() {
    commit();
    model.takeOut(selection.chosen().get());
    selection.clear();
  }

  private void show(Optional<ConversationRow> row) {
    setTop(row.isPresent() ? head : null);
    setBottom(row.isPresent() ? below : null);
    setCenter(row.isPresent() ? scroll : nothing);
    var id = row.map(ConversationRow::id);
    if (!id.equals(shown)) {
      selection.clear();
      messages.drop();
      head.drop();
    }
    row.ifPresent(this::show);
    if (!id.equals(shown)) {
      shown = id;
      scroll.setVvalue(0);
    }
  }

  private void show(ConversationRow row) {
    head.show(row);
    messages.show(row.conversation());
    foot.show(Pairs.canBeMade(row.conversation()));
  }

  private void showTokens(Optional<TokenCount> count) {
    head.showTokens(count);
    messages.showTokens(count);
  }

  /** Makes an edit of what is being typed. */
  void commit() {
    head.commit();
    messages.commit();
  }

  /** Puts the caret into the first message that a person writes. */
  void focusFirst() {
    messages.focus(0);
  }
}
