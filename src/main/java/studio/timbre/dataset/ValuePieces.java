package studio.timbre.dataset;

import java.io.IOException;
import java.util.Optional;

/**
 * The values of a JSON list, or of objects that follow each other, each over as many lines as it likes. They are cut by their brackets
 * alone and read later, each for itself: so a fault within one costs that one, texts stay as they are spelled, and no more than one is
 * held.
 */
final class ValuePieces implements Pieces {
  private final FileBytes bytes;
  private final int maxBytes;
  private final boolean list;
  private final Optional<String> key;
  private final long before;
  private long number;
  private boolean begun;
  private boolean over;
  private boolean broke;

  private ValuePieces(
      FileBytes bytes, int maxBytes, boolean list, Optional<String> key, long before) {
    this.bytes = bytes;
    this.maxBytes = maxBytes;
    this.list = list;
    this.key = key;
    this.before = before;
    this.number = before;
  }

  /** The file is one list. */
  static ValuePieces ofList(FileBytes bytes, int maxBytes) {
    return new ValuePieces(bytes, maxBytes, true, Optional.empty(), 0);
  }

  /** The file is one object or several. */
  static ValuePieces ofObjects(FileBytes bytes, int maxBytes) {
    return new ValuePieces(bytes, maxBytes, false, Optional.empty(), 0);
  }

  /**
   * The list that comes next within an object.
   *
   * @param key its key in the object
   * @param before conversations of the file that were read before it
   */
  static ValuePieces ofInner(FileBytes bytes, int maxBytes, String key, long before) {
    return new ValuePieces(bytes, maxBytes, true, Optional.of(key), before);
  }

  /** Whether it ended before its end, so that there is no reading on. */
  boolean broke() {
    return broke;
  }

  /** The number of the last conversation. */
  long number() {
    return number;
  }

  @Override
  public Optional<Piece> next() throws IOException {
    if (over) {
      return Optional.empty();
    }
    int next = bytes.peekBehindSpace();
    return list ? nextOfList(next) : nextObject(next);
  }

  private Optional<Piece> nextObject(int next) throws IOException {
    if (next < 0) {
      return end();
    }
    number++;
    return Optional.of(next == '{' || next == '[' ? piece() : notJson());
  }

  private Optional<Piece> nextOfList(int found) throws IOException {
    int next = found;
    boolean first = !begun;
    if (first) {
      begun = true;
      bytes.pass();
      next = bytes.peekBehindSpace();
    }
    if (next == ']') {
      bytes.pass();
      return endOfList();
    }
    if (!first && next == ',') {
      bytes.pass();
      next = bytes.peekBehindSpace();
    } else if (!first && next >= 0) {
      number++;
      return Optional.of(notJson());
    }
    number++;
    if (next < 0) {
      return Optional.of(endsEarly(start()));
    }
    return Optional.of(next == ']' || next == ',' ? notJson() : piece());
  }

  private Optional<Piece> endOfList() throws IOException {
    if (key.isPresent()) {
      return end();
    }
    boolean more = bytes.peekBehindSpace() >= 0;
    number++;
    return more
        ? last(
            Pieces.broken(
                new Start(number, bytes.line(), bytes.column(), ""),
                "dataset.refused.moreAfterList",
                "the list ends before this line; what follows was not read"))
        : end();
  }

  private Start start() {
    String inList = list ? "/" + (number - 1 - before) : "";
    return new Start(
        number,
        bytes.line(),
        bytes.column(),
        key.map(name -> "/" + name).orElse("") + inList,
        key.flatMap(PlacingWords::split));
  }

  private Piece piece() throws IOException {
    var start = start();
    var value = new ValueBytes(maxBytes);
    return switch (value.take(bytes)) {
      case WHOLE -> new Piece.Whole(start, value.bytes());
      case TOO_LONG -> Pieces.tooLong(start, maxBytes);
      case CUT_OFF -> endsEarly(start);
      case CROSSED -> notJson();
    };
  }

  private Piece endsEarly(Start start) {
    over = true;
    broke = true;
    return Pieces.broken(
        start,
        "dataset.refused.endsEarly",
        "the file ends in the middle of it, so it may have been cut off");
  }

  /** Where the brackets are wrong there is no telling where the next one begins. */
  private Piece notJson() {
    over = true;
    broke = true;
    long column = bytes.column() + 1;
    return Pieces.broken(
        start(),
        "dataset.refused.notJsonOn",
        "not JSON from column " + column + " on; nothing of the file behind it was read",
        column);
  }

  private Optional<Piece> last(Piece piece) {
    over = true;
    return Optional.of(piece);
  }

  private Optional<Piece> end() {
    over = true;
    return Optional.empty();
  }
}
