package studio.timbre.ui.message;

import atlantafx.base.controls.ToggleSwitch;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Role;
import studio.timbre.model.voice.VoiceScore;
import studio.timbre.ui.control.HeadRow;
import studio.timbre.ui.fx.Desk;
import studio.timbre.ui.fx.Texts;

/** One message of the conversation, to be read and edited where it stands. */
public final class MessageCard extends VBox {
  private final Texts texts;
  private final Slot slot;
  private final RoleMenu role;
  private final Label tokens = new Label();
  private final VoiceBadge voice;
  private final MessageBody body;
  private final MessageMenu menu;
  private final TurnActs acts;
  private final ToggleSwitch trained = new ToggleSwitch();
  private final HBox who;
  private boolean showing;

  /**
   * @param index the number of the message in the conversation that the editor changes, from 0
   * @param id what the ids of its nodes begin with, as {@code message-0}
   * @param focus takes the keyboard to the message of a number
   */
  public MessageCard(
      Desk desk,
      ConversationEditor editor,
      Proofreader proofreader,
      Drafting drafts,
      int index,
      String id,
      IntConsumer focus) {
    this(desk, editor, proofreader, drafts, index, id, focus, false);
  }

  /** A rejected answer: it has no turn in the conversation, and is not learned. */
  static MessageCard rejected(
      Desk desk, ConversationEditor editor, Proofreader proofreader, Drafting drafts, int index) {
    return new MessageCard(
        desk, editor, proofreader, drafts, index, "rejected-" + index, number -> {}, true);
  }

  private MessageCard(
      Desk desk,
      ConversationEditor editor,
      Proofreader proofreader,
      Drafting drafts,
      int index,
      String id,
      IntConsumer focus,
      boolean alone) {
    texts = desk.texts();
    slot = new Slot(desk, editor, proofreader, drafts, index, id, new EditMemory());
    getStyleClass().add("bubble");
    role = new RoleMenu(slot);
    body = new MessageBody(slot);
    acts = new TurnActs(slot, body, focus);
    var address = new AddressLine(texts, this::addPicture);
    menu = new MessageMenu(slot, acts, address::ask, body::awaitNew, alone);
    tokens.getStyleClass().addAll("muted", "small-text", "token-count");
    who = new HBox(role);
    who.getStyleClass().add("row-4");
    voice = new VoiceBadge(texts, id, body::goToNextMark);
    var ends = new HBox(voice, tokens, menu.button());
    ends.getStyleClass().addAll("row-4", "message-ends");
    trained.setText(texts.get("message.train"));
    trained.setTooltip(new Tooltip(texts.get("message.train.tip")));
    trained.getStyleClass().add("small-text");
    role.setMinWidth(Region.USE_PREF_SIZE);
    trained.selectedProperty().addListener((value, before, now) -> train(now));
    getChildren().addAll(new HeadRow(who, ends), body, address);
    if (!alone) {
      getChildren().add(trained);
      addEventFilter(KeyEvent.KEY_PRESSED, acts::key);
    }
  }

  private void addPicture(String address) {
    menu.addPicture(address);
  }

  private void train(boolean learned) {
    if (!showing) {
      slot.edit(message -> message.withWeight(learned ? OptionalInt.empty() : OptionalInt.of(0)));
    }
  }

  /** Puts something before the speaker, as a handle. */
  public void lead(Node node) {
    who.getChildren().addFirst(node);
  }

  /** Shows this message; a text that is being typed is left alone. */
  public void show(Conversation conversation) {
    showing = true;
    var message = conversation.messages().get(slot.index());
    role.show(message.role());
    acts.show(message.role());
    body.show(conversation, message);
    menu.show(conversation, message);
    boolean us = message.role().isAssistant();
    trained.setVisible(us);
    trained.setManaged(us);
    trained.setSelected(message.isTrained());
    showLook(message);
    showing = false;
  }

  private void showLook(Message message) {
    getStyleClass().removeAll("us", "them", "frame", "muted-message");
    getStyleClass().add(look(message.role()));
    if (message.role().isAssistant() && !message.isTrained()) {
      getStyleClass().add("muted-message");
    }
  }

  private static String look(Role role) {
    if (role.isAssistant()) {
      return "us";
    }
    return role.equals(Role.USER) ? "them" : "frame";
  }

  /**
   * Shows how well an answer keeps the voice guide.
   *
   * @param text that was judged
   * @param score empty where it is not judged
   */
  public void showVoice(String text, Optional<VoiceScore> score) {
    voice.show(score);
    body.showVoice(text, score);
  }

  public void showTokens(OptionalInt count) {
    tokens.setText(count.isPresent() ? texts.get("message.tokens", count.getAsInt()) : "");
    tokens.setMinWidth(Region.USE_PREF_SIZE);
  }

  /** Makes an edit of what was typed, if anything was. */
  public void commit() {
    body.commit();
  }

  /** Makes drafts of what is typed and wrong: something else may be shown from now on. */
  public void keep() {
    body.keep();
  }

  /** Another conversation is shown from now on. */
  public void drop() {
    slot.memory().forget();
    body.drop();
  }

  public void focusText() {
    body.focusText();
  }
}
