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
import studio.timbre.ui.message.Drafting;
import studio.timbre.ui.message.DragScroll;
import studio.timbre.ui.message.JsonArea;
import studio.timbre.ui.message.Proofreader;
import studio.timbre.ui.message.TurnSelection;
import studio.timbre.ui.review.ReviewBar;

/** The whole conversation as a chat. */
final class ConversationPane extends BorderPane {
  private final ConversationViewModel model;
  private final TurnSelection selection = new TurnSelection();
  private final Drafting drafts;
  private final MessageList messages;
  private final ScrollPane scroll;
  private final ConversationHead head;
  private final ConversationFoot foot;
  private final VBox below;
  private final Node nothing;
  private Optional<Long> shown = Optional.empty();
  private Optional<Long> sought = Optional.empty();

  ConversationPane(
      ConversationViewModel model, Proofreader proofreader, Drafting drafts, Desk desk) {
    this.model = model;
    this.drafts = drafts;
    var texts = desk.texts();
    getStyleClass().add("conversation-pane");
    head = new ConversationHead(desk, model, drafts);
    foot = new ConversationFoot(texts, this::add, head::addTool, this::makePair);
    below = new VBox(new StretchBar(texts, selection, this::takeOut), foot);
    messages = new MessageList(desk, model, proofreader, drafts, selection);
    scroll = new ScrollPane(new VBox(head.carried(), messages));
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("chat-scroll");
    DragScroll.in(scroll);
    nothing =
        new EmptyState(
            Icon.HEAR, texts.get("conversation.none.title"), texts.get("conversation.none.text"));
    model.row().subscribe(this::show);
    model.count().subscribe(this::showTokens);
    model
        .judged()
        .subscribe(judged -> judged.ifPresentOrElse(messages::showVoice, messages::hideVoice));
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
    // The pane knows how much there is to scroll only after it has laid out what is new.
    scroll.applyCss();
    scroll.layout();
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
    keep();
    row.ifPresentOrElse(now -> drafts.open(now.id(), now.conversation()), drafts::close);
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
    if (sought.isPresent() && sought.equals(shown)) {
      focusDraft();
    }
  }

  /** Takes the keyboard to what is wrong in a conversation, once that is shown. */
  void focusDraft(long conversation) {
    sought = Optional.of(conversation);
    if (sought.equals(shown)) {
      focusDraft();
    }
  }

  private void focusDraft() {
    sought = Optional.empty();
    scroll.applyCss();
    scroll.layout();
    for (var node : scroll.getContent().lookupAll(".json-area")) {
      if (node instanceof JsonArea area && area.isDirty() && area.isVisible()) {
        area.focusText();
        reveal(area);
        return;
      }
    }
  }

  private void reveal(Node node) {
    var content = scroll.getContent();
    double room = content.getLayoutBounds().getHeight() - scroll.getViewportBounds().getHeight();
    double top = content.sceneToLocal(node.localToScene(node.getLayoutBounds())).getMinY();
    scroll.setVvalue(room > 0 ? Math.clamp(top / room, 0, 1) : 0);
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

  /** Makes drafts of what is typed and wrong. */
  private void keep() {
    head.keep();
    messages.keep();
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
