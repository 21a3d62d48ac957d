package studio.timbre.dataset;

/** How the conversations of a file follow each other, told by its first bytes. */
enum Layout {
  /** One a line. */
  LINES,
  /** All in one list. */
  LIST,
  /** Objects over several lines each. */
  OBJECTS,
  /** In lists within one object. */
  WRAPPED;

  /**
   * Told by how the file begins: a list by its bracket; objects over several lines where JSON may go on after the first line break as it
   * does. All else is taken for lines, so that a file whose first line is broken is read on.
   */
  static Layout of(byte[] beginning) {
    int start = behindSpace(beginning, 0);
    if (start == beginning.length) {
      return LINES;
    }
    if (beginning[start] == '[') {
      return LIST;
    }
    if (beginning[start] == '{' && WrappedPieces.begins(beginning, start)) {
      return WRAPPED;
    }
    return beginning[start] == '{' && goesOnAfterItsLine(beginning, start) ? OBJECTS : LINES;
  }

  private static boolean goesOnAfterItsLine(byte[] bytes, int start) {
    boolean inText = false;
    int last = start;
    int depth = 0;
    for (int i = start; i < bytes.length; i++) {
      byte b = bytes[i];
      if (b == '\n') {
        return depth > 0 && !inText && mayGoOn(bytes[last], bytes, behindSpace(bytes, i));
      }
      if (inText && b == '\\') {
        i++;
      } else if (b == '"') {
        inText = !inText;
      } else if (!inText) {
        depth += b == '{' || b == '[' ? 1 : b == '}' || b == ']' ? -1 : 0;
      }
      if (!FileBytes.isSpace(b)) {
        last = i;
      }
    }
    return false;
  }

  /** A new object at the beginning of a line belongs to the one before only in a list or behind a key. */
  private static boolean mayGoOn(byte last, byte[] bytes, int next) {
    if (next == bytes.length) {
      return true;
    }
    return switch (last) {
      case '{' -> bytes[next] == '"' || bytes[next] == '}';
      case '[', ':' -> true;
      case ',' -> bytes[next] != '{';
      default -> bytes[next] == ',' || bytes[next] == ']' || bytes[next] == '}';
    };
  }

  private static int behindSpace(byte[] bytes, int from) {
    int i = from;
    while (i < bytes.length && FileBytes.isSpace(bytes[i])) {
      i++;
    }
    return i;
  }
}
