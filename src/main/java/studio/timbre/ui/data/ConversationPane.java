package studio.timbre.ui.data;

import atlantafx.base.controls.ToggleSwitch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationRow;
import studio.timbre.model.Role;
import studio.timbre.model.Split;
import studio.timbre.model.TokenCount;
import studio.timbre.ui.control.EmptyState;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Texts;

/** The whole conversation as a chat. */
final class ConversationPane extends BorderPane {
  private final ConversationViewModel model;
  private final Texts texts;
  private final Label title = new Label();
  private final Label tokens = new Label();
  private final ToggleSwitch heldOut = new ToggleSwitch();
  private final VBox messages = new VBox();
  private final VBox untouched = new VBox();
  private final List<MessageCard> cards = new ArrayList<>();
  private final ScrollPane scroll;
  private final VBox head;
  private final FlowPane foot;
  private final Node nothing;
  private Optional<Long> shown = Optional.empty();
  private boolean showing;

  ConversationPane(ConversationViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("conversation-pane");
    messages.getStyleClass().add("chat");
    head = head();
    foot = foot();
    scroll = new ScrollPane(messages);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("chat-scroll");
    nothing = nothing();
    model.row().subscribe(this::show);
    model.count().subscribe(this::showTokens);
  }

  private VBox head() {
    title.getStyleClass().add("section-title");
    tokens.getStyleClass().addAll("muted", "small-text");
    heldOut.setId("conversation-heldOut");
    heldOut.setText(texts.get("conversation.heldOut"));
    heldOut.setTooltip(new Tooltip(texts.get("conversation.heldOut.tip")));
    heldOut
        .selectedProperty()
        .addListener(
            (value, before, now) -> {
              if (!showing) {
                model.setSplit(now ? Split.HELD_OUT : Split.TRAINING);
              }
            });
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var first = new HBox(title, gap, tokens);
    first.getStyleClass().add("row-8");
    var gapBelow = new Region();
    HBox.setHgrow(gapBelow, Priority.ALWAYS);
    var second = new HBox(gapBelow, heldOut);
    second.getStyleClass().add("row-8");
    untouched.getStyleClass().add("column-4");
    var box = new VBox(first, second, untouched);
    box.getStyleClass().add("conversation-head");
    return box;
  }

  /** Wraps, so that no word is cut in a narrow window. */
  private FlowPane foot() {
    var others = new MenuButton(texts.get("conversation.add.other"));
    others.setMnemonicParsing(false);
    others.getStyleClass().add("flat");
    Stream.of(Role.SYSTEM, Role.DEVELOPER, Role.TOOL)
        .forEach(
            role -> {
              var item = new MenuItem(Words.of(texts, role));
              item.setMnemonicParsing(false);
              item.setOnAction(event -> add(role));
              others.getItems().add(item);
            });
    var box = new FlowPane(addButton(Role.USER), addButton(Role.ASSISTANT), others);
    box.getStyleClass().add("conversation-foot");
    return box;
  }

  private Button addButton(Role role) {
    var button = new Button(Words.of(texts, role), Icon.ADD.node());
    button.setId("conversation-add-" + role.name());
    button.setMnemonicParsing(false);
    button.setAccessibleText(texts.get("conversation.add", Words.of(texts, role)));
    button.setTooltip(new Tooltip(texts.get("conversation.add", Words.of(texts, role))));
    button.setOnAction(event -> add(role));
    return button;
  }

  private void add(Role role) {
    commit();
    model.add(role);
    boolean first = role.equals(Role.SYSTEM) || role.equals(Role.DEVELOPER);
    if (!cards.isEmpty()) {
      layout();
      var card = first ? cards.getFirst() : cards.getLast();
      card.focusText();
      scroll.setVvalue(first ? 0 : 1);
    }
  }

  private Node nothing() {
    return new EmptyState(
        Icon.HEAR, texts.get("conversation.none.title"), texts.get("conversation.none.text"));
  }

  private void show(Optional<ConversationRow> row) {
    setTop(row.isPresent() ? head : null);
    setBottom(row.isPresent() ? foot : null);
    setCenter(row.isPresent() ? scroll : nothing);
    row.ifPresent(this::show);
    var id = row.map(ConversationRow::id);
    if (!id.equals(shown)) {
      shown = id;
      scroll.setVvalue(0);
    }
  }

  private void show(ConversationRow row) {
    showing = true;
    title.setText(texts.get("conversation.title", String.valueOf(row.id())));
    heldOut.setSelected(row.split() == Split.HELD_OUT);
    showing = false;
    var all = row.conversation().messages();
    while (cards.size() > all.size()) {
      messages.getChildren().remove(cards.removeLast());
    }
    while (cards.size() < all.size()) {
      var card = new MessageCard(model, texts, cards.size());
      cards.add(card);
      messages.getChildren().add(card);
    }
    for (int i = 0; i < all.size(); i++) {
      cards.get(i).show(all.get(i), i == all.size() - 1);
    }
    showUntouched(row.conversation());
  }

  private void showUntouched(Conversation conversation) {
    untouched
        .getChildren()
        .setAll(
            conversation.extras().entrySet().stream()
                .map(extra -> new FoldedJson(texts, extra.getKey(), extra.getValue()))
                .toList());
  }

  private void showTokens(Optional<TokenCount> count) {
    tokens.setText(
        count
            .map(counted -> texts.get("conversation.tokens", counted.total(), counted.answers()))
            .orElse(""));
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

  /** Puts what the team thinks of the conversation below its title. */
  void review(Node bar) {
    head.getChildren().add(bar);
  }

  /** Makes an edit of what is being typed. */
  void commit() {
    cards.forEach(MessageCard::commit);
  }

  /** Puts the caret into the first message that a person writes. */
  void focusFirst() {
    if (!cards.isEmpty()) {
      cards.getFirst().focusText();
    }
  }
}
