package studio.timbre.dataset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.timbre.dataset.ConversationReader.Line;
import studio.timbre.dataset.Pieces.Piece;
import studio.timbre.dataset.Pieces.Start;
import studio.timbre.json.ImportedJson;
import studio.timbre.json.LeftOut;
import studio.timbre.model.ImportReport.Refusal;
import studio.timbre.model.Placing;
import studio.timbre.model.UserFacingException;

/** The conversations of a file of JSON, each in any of the shapes of {@link ImportedJson}. */
final class JsonLines implements LineSource {
  private final FileBytes bytes;
  private final Pieces pieces;
  private final Set<String> told = new HashSet<>();

  private JsonLines(FileBytes bytes, Pieces pieces) {
    this.bytes = bytes;
    this.pieces = pieces;
  }

  /** Takes the bytes over; they are closed with it. */
  static JsonLines of(FileBytes bytes, int maxBytes) {
    var pieces =
        switch (Layout.of(bytes.held())) {
          case LINES -> new LinePieces(bytes, maxBytes);
          case LIST -> ValuePieces.ofList(bytes, maxBytes);
          case OBJECTS -> ValuePieces.ofObjects(bytes, maxBytes);
          case WRAPPED -> new WrappedPieces(bytes, maxBytes);
        };
    return new JsonLines(bytes, pieces);
  }

  @Override
  public long bytesRead() {
    return bytes.bytesRead();
  }

  @Override
  public Optional<Line> next() throws IOException {
    return pieces
        .next()
        .map(
            piece ->
                switch (piece) {
                  case Piece.Whole(var start, var json) -> read(start, json);
                  case Piece.Broken(var start, var reason) ->
                      new Line.Refused(start.number(), refusal(start, start.line(), reason));
                  case Piece.Beside(var start, var reason) ->
                      new Line.Beside(start.number(), refusal(start, start.line(), reason));
                });
  }

  private Line read(Start start, byte[] json) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
      var found = ImportedJson.parse(text);
      return new Line.Good(
          start.number(),
          found.conversation(),
          leftOut(start, found.leftOut()),
          new Placing(Optional.empty(), start.split(), List.of()));
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
