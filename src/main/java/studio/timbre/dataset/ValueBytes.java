package studio.timbre.dataset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Takes one JSON value out of a file, from its first byte to the bracket that closes it. */
final class ValueBytes {
  /** Brackets deeper than this are counted, not matched: reading will refuse the value. */
  private static final int MATCHED_DEPTH = 256;

  /** How it went. */
  enum Outcome {
    WHOLE,
    TOO_LONG,
    /** The file ended within it. */
    CUT_OFF,
    /** A bracket of one kind is closed by the other. */
    CROSSED
  }

  private final int maxBytes;
  private final ByteArrayOutputStream taken = new ByteArrayOutputStream(512);
  private final byte[] closings = new byte[MATCHED_DEPTH];
  private boolean fits = true;
  private int depth;

  ValueBytes(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  byte[] bytes() {
    return taken.toByteArray();
  }

  Outcome take(FileBytes file) throws IOException {
    do {
      int next = file.peek();
      if (next < 0) {
        return depth == 0 ? done() : Outcome.CUT_OFF;
      }
      if (depth == 0 && (next == ',' || next == ']' || next == '}' || FileBytes.isSpace(next))) {
        return done();
      }
      if (!bracket(next)) {
        return Outcome.CROSSED;
      }
      keep(file, next);
      if (next == '"' && !passText(file)) {
        return Outcome.CUT_OFF;
      }
      if (depth == 0 && (next == '}' || next == ']' || next == '"')) {
        return done();
      }
    } while (true);
  }

  private Outcome done() {
    return fits ? Outcome.WHOLE : Outcome.TOO_LONG;
  }

  private boolean bracket(int next) {
    switch (next) {
      case '{' -> open('}');
      case '[' -> open(']');
      case '}', ']' -> {
        depth--;
        return depth >= MATCHED_DEPTH || closings[depth] == next;
      }
      default -> {}
    }
    return true;
  }

  private void open(char closing) {
    if (depth < MATCHED_DEPTH) {
      closings[depth] = (byte) closing;
    }
    depth++;
  }

  /** Goes past the rest of a text; false where the file ends within it. */
  private boolean passText(FileBytes file) throws IOException {
    boolean escaped = false;
    for (int next = file.peek(); next >= 0; next = file.peek()) {
      boolean escapes = next == '\\' && !escaped;
      boolean ends = next == '"' && !escaped;
      keep(file, next);
      if (ends) {
        return true;
      }
      escaped = escapes;
      if (!escaped) {
        int room = fits ? maxBytes - taken.size() : -1;
        fits &= file.takePlain(taken, room) <= room;
      }
    }
    return false;
  }

  private void keep(FileBytes file, int next) {
    file.pass();
    fits &= taken.size() < maxBytes;
    if (fits) {
      taken.write(next);
    }
  }
}
