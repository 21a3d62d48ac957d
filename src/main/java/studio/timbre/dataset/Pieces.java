package studio.timbre.dataset;

import java.io.IOException;
import java.util.Optional;
import studio.timbre.model.Split;
import studio.timbre.model.UserFacingException;

/** Cuts a file into the JSON of its conversations, holding one at a time. */
sealed interface Pieces permits LinePieces, ValuePieces, WrappedPieces {

  /** Longer ones are refused. Ten pictures of the largest size that a training line may have do not come to more. */
  int MAX_BYTES = 160 << 20;

  /** Where a conversation begins, and what it is for where the list that holds it says so. */
  record Start(long number, long line, long column, String pointer, Optional<Split> split) {
    Start(long number, long line, long column, String pointer) {
      this(number, line, column, pointer, Optional.empty());
    }
  }

  /** A conversation as it stands in the file, or what is wrong there. */
  sealed interface Piece {
    Start start();

    record Whole(Start start, byte[] bytes) implements Piece {}

    record Broken(Start start, UserFacingException reason) implements Piece {}

    /** Something that stands beside the conversations. */
    record Beside(Start start, UserFacingException reason) implements Piece {}
  }

  /** The next one, empty at the end of the file. */
  Optional<Piece> next() throws IOException;

  static Piece broken(Start start, String key, String english, Object... arguments) {
    return new Piece.Broken(start, new UserFacingException(key, english, arguments));
  }

  static Piece tooLong(Start start, int maxBytes) {
    long megabytes = maxBytes >> 20;
    return broken(
        start,
        "dataset.refused.tooLong",
        "the line is longer than " + megabytes + " MB",
        megabytes);
  }
}
