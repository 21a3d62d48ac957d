package studio.timbre.ui.message;

import atlantafx.base.theme.Tweaks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import studio.timbre.app.MessageParts;
import studio.timbre.app.Pairs;
import studio.timbre.app.PictureSource;
import studio.timbre.app.ToolTalk;
import studio.timbre.app.Turns;
import studio.timbre.model.ContentPart;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Role;
import studio.timbre.ui.fx.FileQuestions.Kind;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.KeyWords;

/** What else can be done with a message: its turn in the conversation, and what it may hold. */
final class MessageMenu {
  private final Slot slot;
  private final TurnActs acts;
  private final Runnable askAddress;
  private final Consumer<String> awaitNew;
  private final boolean alone;
  private final MenuButton button = new MenuButton("", Icon.MORE.node());

  /**
   * @param awaitNew gives the keyboard to what is put into the message next, by its kind
   * @param alone whether the message has no turn, as a rejected answer
   */
  MessageMenu(
      Slot slot, TurnActs acts, Runnable askAddress, Consumer<String> awaitNew, boolean alone) {
    this.awaitNew = awaitNew;
    this.alone = alone;
    this.slot = slot;
    this.acts = acts;
    this.askAddress = askAddress;
    String name = slot.texts().get("message.more");
    button.setId(slot.id() + "-more");
    button.getStyleClass().addAll("button-icon", "flat", "message-button", Tweaks.NO_ARROW);
    button.setAccessibleText(name);
    button.setTooltip(new Tooltip(name));
  }

  MenuButton button() {
    return button;
  }

  void show(Conversation conversation, Message message) {
    List<MenuItem> items = new ArrayList<>();
    if (!alone) {
      items.addAll(turns(conversation, message));
      items.add(new SeparatorMenuItem());
    }
    items.addAll(contents(message));
    if (!alone) {
      items.add(new SeparatorMenuItem());
      items.add(
          item("message.delete", acts::delete)
              .disabledWhen(Turns.isPreferred(conversation, slot.index())));
    }
    button.getItems().setAll(items);
  }

  private List<MenuItem> turns(Conversation conversation, Message message) {
    int index = slot.index();
    boolean fixed = Turns.isPreferred(conversation, index);
    List<MenuItem> items = new ArrayList<>();
    items.add(below(message));
    items.add(
        item("message.split", acts::split)
            .disabledWhen(fixed || hasNoText(message))
            .keys(TurnActs.SPLIT));
    items.add(
        item("message.merge", acts::merge)
            .disabledWhen(!Turns.canMerge(conversation, index))
            .keys(TurnActs.MERGE));
    items.add(item("message.up", () -> acts.moveBy(-1)).disabledWhen(fixed || index == 0));
    items.add(
        item("message.down", () -> acts.moveBy(1))
            .disabledWhen(Turns.moved(conversation, index, index + 1).equals(conversation)));
    if (index == conversation.messages().size() - 1 && Pairs.canBeMade(conversation)) {
      items.add(item("pair.keepOld", acts::keepOld));
    }
    return items;
  }

  private List<MenuItem> contents(Message message) {
    List<MenuItem> items = new ArrayList<>();
    if (MessageParts.of(message).isEmpty()) {
      items.add(adding("message.add.text", "text", said -> said.withText("")));
    }
    if (message.role().isAssistant()) {
      items.add(
          item(
              "message.add.call",
              () -> {
                awaitNew.accept("call");
                slot.editAll(all -> ToolTalk.withNewCall(all, slot.index()));
              }));
      items.add(
          adding(
                  "message.add.refusal",
                  "refusal",
                  said -> MessageParts.withRefusal(said, Optional.of("")))
              .disabledWhen(MessageParts.refusal(message).isPresent()));
    } else {
      items.add(item("message.add.pictureFile", this::addFile));
      items.add(item("message.add.pictureAddress", askAddress));
    }
    items.add(
        adding("message.add.name", "name", said -> said.withName(Optional.of("")))
            .disabledWhen(message.name().isPresent()));
    return items;
  }

  /** @param kind of what is put in: it gets the keyboard */
  private Item adding(String key, String kind, UnaryOperator<Message> how) {
    return item(
        key,
        () -> {
          awaitNew.accept(kind);
          slot.edit(how);
        });
  }

  private static boolean hasNoText(Message message) {
    return MessageParts.of(message).stream().noneMatch(ContentPart.Words.class::isInstance);
  }

  /** The one who speaks next is offered first. */
  private Menu below(Message message) {
    var menu = new Menu(slot.texts().get("message.add.below"));
    menu.setMnemonicParsing(false);
    var next = Turns.next(message.role());
    var roles = new ArrayList<>(List.of(next));
    RoleMenu.ROLES.stream().filter(role -> !role.equals(next)).forEach(roles::add);
    for (Role role : roles) {
      var item = new MenuItem(RoleWords.of(slot.texts(), role));
      item.setMnemonicParsing(false);
      item.setOnAction(event -> acts.addBelow(role));
      if (role.equals(next)) {
        withKeys(item, TurnActs.ADD);
      }
      menu.getItems().add(item);
    }
    return menu;
  }

  private void addFile() {
    var desk = slot.desk();
    desk.files()
        .open(desk.texts().get("message.add.pictureFile"), Kind.PICTURE)
        .ifPresent(
            file ->
                desk.work()
                    .run(() -> PictureSource.dataOf(file))
                    .onSuccess(this::addPicture)
                    .onFailure(desk.notices()::failed));
  }

  void addPicture(String address) {
    slot.edit(said -> MessageParts.withAdded(said, ContentPart.Picture.at(address)));
  }

  private Item item(String key, Runnable act) {
    return new Item(slot.texts().get(key), act);
  }

  /** In words alone: as an accelerator, it would work for a card of its own choice wherever the keyboard is. */
  private static void withKeys(MenuItem item, KeyCombination keys) {
    item.setText(item.getText() + "  (" + KeyWords.of(keys) + ")");
  }

  /** An entry that reads well where it is made. */
  private static final class Item extends MenuItem {
    Item(String text, Runnable act) {
      super(text);
      setMnemonicParsing(false);
      setOnAction(event -> act.run());
    }

    Item disabledWhen(boolean disabled) {
      setDisable(disabled);
      return this;
    }

    Item keys(KeyCombination keys) {
      withKeys(this, keys);
      return this;
    }
  }
}
