package studio.timbre.json;

/** How JSON is laid out for people. Numbers and texts stay as they are spelled. */
public final class JsonLayout {
  private static final String STEP = "  ";

  private JsonLayout() {}

  /** Well-formed JSON without white space between its parts, as a line of a file has it. */
  public static String compact(String json) {
    var out = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c == '"') {
        i = copyText(json, i, out);
      } else if (!isSpace(c)) {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** Well-formed JSON with a line for each entry. */
  public static String pretty(String json) {
    String dense = compact(json);
    var out = new StringBuilder(dense.length() * 2);
    int depth = 0;
    for (int i = 0; i < dense.length(); i++) {
      char c = dense.charAt(i);
      switch (c) {
        case '"' -> i = copyText(dense, i, out);
        case '{', '[' -> {
          out.append(c);
          if (i + 1 < dense.length()
              && (dense.charAt(i + 1) == '}' || dense.charAt(i + 1) == ']')) {
            out.append(dense.charAt(++i));
          } else {
            newLine(out, ++depth);
          }
        }
        case '}', ']' -> {
          newLine(out, --depth);
          out.append(c);
        }
        case ',' -> {
          out.append(c);
          newLine(out, depth);
        }
        case ':' -> out.append(": ");
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  private static void newLine(StringBuilder out, int depth) {
    out.append('\n').append(STEP.repeat(Math.max(0, depth)));
  }

  /** Copies the JSON string that begins at {@code start}; answers where its last quote is. */
  private static int copyText(String json, int start, StringBuilder out) {
    int i = start;
    do {
      out.append(json.charAt(i));
      if (json.charAt(i) == '\\' && i + 1 < json.length()) {
        out.append(json.charAt(++i));
      }
      i++;
    } while (i < json.length() && json.charAt(i) != '"');
    if (i < json.length()) {
      out.append('"');
    }
    return i;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }
}
