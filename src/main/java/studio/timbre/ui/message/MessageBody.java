package studio.timbre.ui.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.layout.VBox;
import studio.timbre.app.MessageParts;
import studio.timbre.app.ToolTalk;
import studio.timbre.model.ContentPart;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Role;
import studio.timbre.model.voice.VoiceScore;

/** The pieces of a message, in the order in which people read them. They are made anew only where their kinds change. */
final class MessageBody extends VBox {

  /** A piece that a message needs, before it is made: pieces of one name are alike. */
  private record Wanted(String name, Supplier<Piece> make) {}

  private final Slot slot;
  private List<String> names = List.of();
  private List<Piece> pieces = List.of();
  private Optional<String> awaited = Optional.empty();

  MessageBody(Slot slot) {
    this.slot = slot;
    getStyleClass().add("message-body");
  }

  /** What is put into the message next takes the keyboard, if it is of this kind. */
  void awaitNew(String kind) {
    awaited = Optional.of(kind);
  }

  void show(Conversation conversation, Message message) {
    var before = names;
    var wanted = wanted(message);
    var newNames = wanted.stream().map(Wanted::name).toList();
    if (!newNames.equals(names)) {
      names = newNames;
      pieces = wanted.stream().map(piece -> piece.make().get()).toList();
      getChildren().setAll(pieces.stream().map(Piece::node).toList());
    }
    pieces.forEach(piece -> piece.show(conversation, message));
    if (!names.equals(before)) {
      awaited.ifPresent(kind -> focusNew(kind, before));
      awaited = Optional.empty();
    }
  }

  private void focusNew(String kind, List<String> before) {
    for (int i = 0; i < pieces.size(); i++) {
      if (names.get(i).startsWith(kind) && !before.contains(names.get(i))) {
        pieces.get(i).focusText();
      }
    }
  }

  private List<Wanted> wanted(Message message) {
    var wanted = new ArrayList<Wanted>();
    if (message.name().isPresent()) {
      wanted.add(new Wanted("name", () -> new NamePiece(slot)));
    }
    if (message.role().equals(Role.TOOL) || ToolTalk.answeredCall(message).isPresent()) {
      wanted.add(new Wanted("answers", () -> new ResultPiece(slot)));
    }
    addParts(message, wanted);
    var texts = slot.texts();
    if (MessageParts.refusal(message).isPresent()) {
      wanted.add(
          new Wanted(
              "refusal",
              () ->
                  new TextPiece(slot, TextPlace.refusal(), slot.id() + "-refusal")
                      .titled(
                          texts.get("message.refusal"),
                          texts.get("message.refusal.remove"),
                          () ->
                              slot.edit(
                                  said -> MessageParts.withRefusal(said, Optional.empty())))));
    }
    var calls = ToolTalk.calls(message);
    for (int i = 0; i < calls.size(); i++) {
      var number = Optional.of(i);
      wanted.add(new Wanted("call " + i, () -> new CallPiece(slot, number)));
    }
    if (ToolTalk.functionCall(message).isPresent()) {
      wanted.add(new Wanted("function", () -> new CallPiece(slot, Optional.empty())));
    }
    MessageParts.otherKeys(message)
        .forEach(
            (key, json) -> wanted.add(new Wanted("key " + key, () -> ExtraPiece.key(slot, key))));
    return wanted;
  }

  private void addParts(Message message, List<Wanted> wanted) {
    var parts = MessageParts.of(message);
    boolean several = parts.size() > 1;
    for (int i = 0; i < parts.size(); i++) {
      int part = i;
      wanted.add(
          switch (parts.get(i)) {
            case ContentPart.Words _ ->
                new Wanted("text " + i + several, () -> text(part, several));
            case ContentPart.Refusal _ -> new Wanted("refused " + i, () -> refusal(part));
            case ContentPart.Picture _ ->
                new Wanted("picture " + i, () -> new PicturePiece(slot, part));
            case ContentPart.Unknown _ ->
                new Wanted("part " + i, () -> ExtraPiece.part(slot, part));
          });
    }
  }

  private TextPiece text(int part, boolean several) {
    var piece = new TextPiece(slot, TextPlace.part(part), partId(part));
    piece.area().getProperties().put(MessageBody.class, part);
    return several ? titled(piece, part, "message.part.text") : piece;
  }

  private TextPiece refusal(int part) {
    return titled(new TextPiece(slot, TextPlace.part(part), partId(part)), part, "message.refusal");
  }

  private TextPiece titled(TextPiece piece, int part, String key) {
    return piece.titled(
        slot.texts().get(key),
        slot.texts().get("message.part.remove"),
        () -> slot.edit(said -> MessageParts.without(said, part)));
  }

  /** The first text has the id of the message itself. */
  private String partId(int part) {
    return part == 0 ? slot.id() : slot.id() + "-part-" + part;
  }

  /** The text of the content that has the keyboard, or else the first one: which part, and where its caret is. */
  Optional<Caret> caret() {
    var texts = texts();
    return texts.stream()
        .filter(caret -> caret.piece().area().isFocused())
        .findFirst()
        .or(() -> texts.stream().findFirst());
  }

  private List<Caret> texts() {
    return pieces.stream()
        .filter(TextPiece.class::isInstance)
        .map(TextPiece.class::cast)
        .filter(piece -> piece.area().getProperties().containsKey(MessageBody.class))
        .map(
            piece ->
                new Caret(
                    piece,
                    (int) piece.area().getProperties().get(MessageBody.class),
                    piece.area().getCaretPosition()))
        .toList();
  }

  /**
   * Marks where the message leaves the voice, if it is one text.
   *
   * @param text that was judged
   */
  void showVoice(String text, Optional<VoiceScore> score) {
    var all = texts();
    all.forEach(
        caret -> caret.piece().marks().show(text, all.size() == 1 ? score : Optional.empty()));
  }

  void goToNextMark() {
    texts().stream().findFirst().ifPresent(caret -> caret.piece().marks().goToNext());
  }

  /** Where a message could be split. */
  record Caret(TextPiece piece, int part, int position) {}

  void commit() {
    pieces.forEach(Piece::commit);
  }

  void keep() {
    pieces.forEach(Piece::keep);
  }

  void drop() {
    pieces.forEach(Piece::drop);
  }

  void focusText() {
    for (var piece : pieces) {
      if (!(piece instanceof NamePiece) && piece.focusText()) {
        return;
      }
    }
  }
}
