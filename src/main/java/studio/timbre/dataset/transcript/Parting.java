package studio.timbre.dataset.transcript;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import studio.timbre.model.Role;

/** What parts the conversations of a transcript, told by its beginning. */
enum Parting {
  /** Rules and headings alone. */
  RULES,
  /** A blank line. */
  BLANK_LINE,
  /** Two or more of them. */
  BLANK_LINES;

  static final int LOOKED_AT = 1 << 16;

  private static final double MOST = 0.8;

  /** Leaves the reader where it was. */
  static Parting of(BufferedReader reader) throws IOException {
    reader.mark(LOOKED_AT);
    var beginning = new char[LOOKED_AT - 1];
    int length = 0;
    for (int read = 0; read >= 0 && length < beginning.length; length += Math.max(0, read)) {
      read = reader.read(beginning, length, beginning.length - length);
    }
    reader.reset();
    String text = new String(beginning, 0, length).replace("\r\n", "\n").replace('\r', '\n');
    if (text.lines().anyMatch(line -> isRule(line) || isHeading(line))) {
      return RULES;
    }
    if (areConversations(List.of(text.strip().split("\n[ \t]*\n\\s*")))) {
      return BLANK_LINE;
    }
    return areConversations(List.of(text.strip().split("\n[ \t]*\n[ \t]*\n\\s*")))
        ? BLANK_LINES
        : RULES;
  }

  private static boolean areConversations(List<String> parts) {
    long whole = parts.stream().limit(200).filter(Parting::isConversation).count();
    return parts.size() > 1 && whole >= MOST * Math.min(200, parts.size());
  }

  private static boolean isConversation(String part) {
    var said = Transcript.read(part);
    return said.isPresent()
        && !said.get().getFirst().role().isAssistant()
        && said.get().stream().anyMatch(message -> message.role().equals(Role.USER))
        && said.get().stream().anyMatch(message -> message.role().isAssistant());
  }

  static boolean isRule(String line) {
    return line.length() < 200
        && line.strip().matches("-{3,}|={3,}|\\*{3,}|_{3,}|(?:[-*_] ){2,}[-*_]");
  }

  /** A heading that names no speaker. */
  static boolean isHeading(String line) {
    return line.length() < 200 && line.matches("#{1,6}\\s+\\S.*") && SpokenLine.of(line).isEmpty();
  }

  /**
   * @param blanks how many blank lines there are with this one, if it is one
   */
  boolean byBlanks(String line, int blanks) {
    return line.isBlank()
        && switch (this) {
          case RULES -> false;
          case BLANK_LINE -> true;
          case BLANK_LINES -> blanks > 1;
        };
  }
}
