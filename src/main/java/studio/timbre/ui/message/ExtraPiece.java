package studio.timbre.ui.message;

import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import studio.timbre.app.MessageParts;
import studio.timbre.model.ContentPart;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;

/** What Timbre carries through without knowing what it means, as JSON to read and edit. */
final class ExtraPiece implements Piece {
  private final FoldedJson folded;
  private final Function<Message, Optional<String>> read;

  private ExtraPiece(FoldedJson folded, Function<Message, Optional<String>> read) {
    this.folded = folded;
    this.read = read;
  }

  /** A key beside the content. */
  static ExtraPiece key(Slot slot, String key) {
    return new ExtraPiece(
        new FoldedJson(
            slot.texts(),
            slot.desk().work(),
            slot.drafts(),
            JsonFields.ofKey(slot.id(), key),
            key,
            json -> slot.edit(message -> message.withExtra(key, json))),
        message -> Optional.ofNullable(message.extras().get(key)));
  }

  /** A part of the content, of a kind that is not known. */
  static ExtraPiece part(Slot slot, int part) {
    return new ExtraPiece(
        new FoldedJson(
            slot.texts(),
            slot.desk().work(),
            slot.drafts(),
            JsonFields.ofPart(slot.id(), part),
            slot.texts().get("message.part", part + 1),
            json -> slot.edit(message -> withPart(message, part, json))),
        message ->
            Optional.of(MessageParts.of(message))
                .filter(parts -> part < parts.size())
                .map(parts -> parts.get(part))
                .filter(ContentPart.Unknown.class::isInstance)
                .map(unknown -> ((ContentPart.Unknown) unknown).json()));
  }

  private static Message withPart(Message message, int part, Optional<String> json) {
    return json.map(value -> MessageParts.with(message, part, new ContentPart.Unknown(value)))
        .orElseGet(() -> MessageParts.without(message, part));
  }

  @Override
  public Node node() {
    return folded;
  }

  @Override
  public void show(Conversation conversation, Message message) {
    read.apply(message).ifPresent(folded::show);
  }

  @Override
  public void commit() {
    folded.commit();
  }

  @Override
  public void keep() {
    folded.keep();
  }

  @Override
  public void drop() {
    folded.drop();
  }
}
