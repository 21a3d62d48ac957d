package studio.timbre.dataset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.timbre.dataset.Pieces.Piece;
import studio.timbre.dataset.Pieces.Start;
import studio.timbre.json.ImportedJson;
import studio.timbre.json.LeftOut;
import studio.timbre.model.Conversation;
import studio.timbre.model.ImportReport.Refusal;
import studio.timbre.model.UserFacingException;

/**
 * Reads the conversations of a file one at a time: UTF-8 with or without a byte-order mark, an object a line, a JSON list of objects, or
 * objects over several lines, each in any of the shapes of {@link ImportedJson}. All of that is told by what is in the file, not by its
 * name.
 */
public final class ConversationReader implements AutoCloseable {

  /** A conversation of the file. */
  public sealed interface Line {
    /** Its line, from 1, blank lines counted; in a list its place there, from 1. */
    long number();

    /**
     * A sound one.
     *
     * @param leftOut what of it has no place in a conversation
     */
    record Good(long number, Conversation conversation, List<Refusal> leftOut) implements Line {}

    /** One that cannot be read. */
    record Refused(long number, Refusal refusal) implements Line {}
  }

  private final FileBytes bytes;
  private final Pieces pieces;
  private final Set<String> told = new HashSet<>();

  private ConversationReader(FileBytes bytes, Pieces pieces) {
    this.bytes = bytes;
    this.pieces = pieces;
  }

  /**
   * @throws UserFacingException when the file as a whole is in an encoding that no training file has
   */
  public static ConversationReader open(Path file) throws IOException, UserFacingException {
    return open(file, Pieces.MAX_BYTES);
  }

  static ConversationReader open(Path file, int maxBytes) throws IOException, UserFacingException {
    var bytes = FileBytes.open(file);
    var pieces =
        switch (Layout.of(bytes.held())) {
          case LINES -> new LinePieces(bytes, maxBytes);
          case LIST -> ValuePieces.ofList(bytes, maxBytes);
          case OBJECTS -> ValuePieces.ofObjects(bytes, maxBytes);
        };
    return new ConversationReader(bytes, pieces);
  }

  /** How much of the file is read, for showing how far it is. */
  public long bytesRead() {
    return bytes.bytesRead();
  }

  /** The next conversation, sound or not; empty at the end of the file. */
  public Optional<Line> next() throws IOException {
    return pieces
        .next()
        .map(
            piece ->
                switch (piece) {
                  case Piece.Whole(var start, var json) -> read(start, json);
                  case Piece.Broken(var start, var reason) ->
                      new Line.Refused(start.number(), refusal(start, start.line(), reason));
                });
  }

  private Line read(Start start, byte[] json) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
      var found = ImportedJson.parse(text);
      return new Line.Good(start.number(), found.conversation(), leftOut(start, found.leftOut()));
    } catch (CharacterCodingException e) {
      var reason =
          new UserFacingException(
              "dataset.refused.encoding", "the line holds bytes that are not UTF-8");
      return new Line.Refused(start.number(), refusal(start, start.line(), reason));
    } catch (UserFacingException e) {
      return new Line.Refused(start.number(), placed(start, e));
    }
  }

  private List<Refusal> leftOut(Start start, List<LeftOut> parts) {
    if (parts.isEmpty()) {
      return List.of();
    }
    var told = new ArrayList<Refusal>();
    for (var part : parts) {
      if (!part.oncePerFile() || this.told.add(part.key())) {
        told.add(
            new Refusal(
                start.line(), start.pointer(), part.key(), part.english(), part.arguments()));
      }
    }
    return told;
  }

  /** A fault in the spelling of JSON is told with its place in the file, not in the conversation. */
  private static Refusal placed(Start start, UserFacingException reason) {
    if (!reason.key().equals("dataset.refused.notJson")) {
      return refusal(start, start.line(), reason);
    }
    long line = ((Number) reason.arguments().get(1)).longValue();
    long before = line == 1 ? start.column() : 0;
    long column = before + ((Number) reason.arguments().getFirst()).longValue();
    return new Refusal(
        start.line() + line - 1,
        start.pointer(),
        reason.key(),
        "not JSON from column " + column + " on",
        List.of(column));
  }

  private static Refusal refusal(Start start, long line, UserFacingException reason) {
    return new Refusal(
        line,
        start.pointer(),
        reason.key(),
        String.valueOf(reason.getMessage()),
        reason.arguments());
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
