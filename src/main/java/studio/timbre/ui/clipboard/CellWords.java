package studio.timbre.ui.clipboard;

/** The text of one cell, put together as a browser would show it: white space folds, and {@code br} breaks the line. */
final class CellWords {
  /** Stands for a space that does not fold until the end. */
  private static final char FIRM = '\u00a0';

  private final StringBuilder text = new StringBuilder();

  /** @param firm whether white space stays as it is */
  void say(String words, boolean firm) {
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      boolean space = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
      if (!space) {
        text.append(c);
      } else if (firm) {
        if (c != '\r') {
          text.append(c);
        }
      } else if (!atStart() && text.charAt(text.length() - 1) != ' ') {
        text.append(' ');
      }
    }
  }

  private boolean atStart() {
    return text.isEmpty() || text.charAt(text.length() - 1) == '\n';
  }

  void breakLine() {
    while (!text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
      text.setLength(text.length() - 1);
    }
    text.append('\n');
  }

  /** A block begins or ends: what follows stands on a line of its own. */
  void block() {
    if (!atStart()) {
      breakLine();
    }
  }

  /** A last break shows nothing, as in an empty cell. */
  @Override
  public String toString() {
    int end = text.length();
    if (end > 0 && text.charAt(end - 1) == '\n') {
      end--;
    }
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    return text.substring(0, end).replace(FIRM, ' ');
  }
}
