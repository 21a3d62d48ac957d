package studio.timbre.dataset;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import studio.timbre.model.UserFacingException;

/**
 * Lists of conversations within one object, as {@code {"data":[…]}} or {@code {"train":[…],"validation":[…]}}. Of the lists one value is
 * held at a time; other keys of the object are told of.
 */
final class WrappedPieces implements Pieces {
  private static final Set<String> LISTS =
      Set.of(
          "data",
          "dataset",
          "train",
          "training",
          "validation",
          "valid",
          "val",
          "test",
          "eval",
          "rows",
          "items",
          "records",
          "examples",
          "samples",
          "dialogs",
          "dialogues",
          "chats",
          "results");

  private static final int LONGEST_KEY = 1000;
  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build();

  private final FileBytes bytes;
  private final int maxBytes;
  private Optional<ValuePieces> list = Optional.empty();
  private long number;
  private boolean begun;
  private boolean over;

  WrappedPieces(FileBytes bytes, int maxBytes) {
    this.bytes = bytes;
    this.maxBytes = maxBytes;
  }

  /** Whether an object begins there that holds such a list of objects. */
  static boolean begins(byte[] beginning, int start) {
    try (var parser = FACTORY.createParser(beginning, start, beginning.length - start)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String key = parser.currentName();
        if (parser.nextToken() == JsonToken.START_ARRAY && LISTS.contains(key)) {
          return parser.nextToken() == JsonToken.START_OBJECT;
        }
        parser.skipChildren();
      }
      return false;
    } catch (IOException notWithinTheBeginning) {
      return false;
    }
  }

  @Override
  public Optional<Piece> next() throws IOException {
    if (list.isPresent()) {
      var piece = list.get().next();
      if (piece.isPresent()) {
        return piece;
      }
      over = list.get().broke();
      number = list.get().number();
      list = Optional.empty();
    }
    return over ? Optional.empty() : nextKey();
  }

  private Optional<Piece> nextKey() throws IOException {
    int next = bytes.peekBehindSpace();
    if (!begun || next == ',') {
      bytes.pass();
      begun = true;
      next = bytes.peekBehindSpace();
    }
    number++;
    if (next < 0) {
      return ended("dataset.refused.endsEarly", "the file ends in the middle of it");
    }
    if (next == '}') {
      bytes.pass();
      return bytes.peekBehindSpace() < 0
          ? Optional.empty()
          : ended(
              "dataset.refused.moreAfterList",
              "the list ends before this line; what follows was not read");
    }
    return next == '"' ? keyAndValue() : notJson();
  }

  private Optional<Piece> keyAndValue() throws IOException {
    var start = start("");
    var taken = new ValueBytes(LONGEST_KEY);
    if (taken.take(bytes) != ValueBytes.Outcome.WHOLE || bytes.peekBehindSpace() != ':') {
      return notJson();
    }
    bytes.pass();
    String spelled = new String(taken.bytes(), StandardCharsets.UTF_8);
    String key = spelled.substring(1, Math.max(1, spelled.length() - 1));
    if (bytes.peekBehindSpace() == '[' && LISTS.contains(key)) {
      list = Optional.of(ValuePieces.ofInner(bytes, maxBytes, key, number - 1));
      return next();
    }
    var outcome = new ValueBytes(maxBytes).take(bytes);
    if (outcome == ValueBytes.Outcome.CUT_OFF || outcome == ValueBytes.Outcome.CROSSED) {
      return notJson();
    }
    var reason =
        new UserFacingException(
            "dataset.leftOut.besideList",
            "the key \"" + key + "\" beside the list of conversations",
            key);
    return Optional.of(new Piece.Beside(start, reason));
  }

  private Start start(String pointer) {
    return new Start(number, bytes.line(), bytes.column(), pointer);
  }

  private Optional<Piece> notJson() throws IOException {
    long column = bytes.column() + 1;
    return ended(
        "dataset.refused.notJsonOn",
        "not JSON from column " + column + " on; nothing of the file behind it was read",
        column);
  }

  private Optional<Piece> ended(String key, String english, Object... arguments) {
    over = true;
    return Optional.of(Pieces.broken(start(""), key, english, arguments));
  }
}
