package studio.timbre.dataset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;

/** One conversation a line; lines end with LF or CRLF, blank ones are passed over. */
final class LinePieces implements Pieces {
  private final FileBytes bytes;
  private final int maxBytes;

  LinePieces(FileBytes bytes, int maxBytes) {
    this.bytes = bytes;
    this.maxBytes = maxBytes;
  }

  @Override
  public Optional<Piece> next() throws IOException {
    while (bytes.peek() >= 0) {
      var start = new Start(bytes.line(), bytes.line(), 0, "");
      var line = new ByteArrayOutputStream(512);
      if (!bytes.takeLine(line, maxBytes)) {
        return Optional.of(Pieces.tooLong(start, maxBytes));
      }
      byte[] taken = line.toByteArray();
      if (!isBlank(taken)) {
        return Optional.of(new Piece.Whole(start, taken));
      }
    }
    return Optional.empty();
  }

  private static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (!FileBytes.isSpace(b)) {
        return false;
      }
    }
    return true;
  }
}
