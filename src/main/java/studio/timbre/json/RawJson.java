package studio.timbre.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import studio.timbre.model.UserFacingException;

/** Takes JSON values out of a text as they are spelled, so that what Timbre does not understand is carried through. */
final class RawJson {
  /** Deeper than any training file in use; keeps hostile input from filling the memory. */
  static final int MAX_DEPTH = 200;

  /** Field names are not shared between lines: odd keys must not fill a table that lives as long as the program. */
  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private RawJson() {}

  /**
   * The value that the parser stands on, spelled as in the source but without white space between its parts. The parser is
   * left on the value's last token.
   *
   * @throws UserFacingException when an object in it has the same key twice
   */
  static String take(JsonParser parser, String source) throws IOException, UserFacingException {
    int start = (int) parser.currentTokenLocation().getCharOffset();
    var open = new ArrayDeque<Set<String>>();
    do {
      var token = parser.currentToken();
      if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
        open.push(new HashSet<>());
      } else if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
        open.pop();
      } else if (token == JsonToken.FIELD_NAME && !open.element().add(parser.currentName())) {
        throw duplicateKey(parser.currentName());
      }
    } while (!open.isEmpty() && advance(parser));
    parser.finishToken();
    return withoutWhiteSpace(source, start, (int) parser.currentLocation().getCharOffset());
  }

  static UserFacingException duplicateKey(String key) {
    return new UserFacingException(
        "dataset.refused.duplicateKey", "the key \"" + key + "\" stands twice in one object", key);
  }

  private static boolean advance(JsonParser parser) throws IOException {
    return parser.nextToken() != null;
  }

  private static String withoutWhiteSpace(String source, int start, int end) {
    var compact = new StringBuilder(end - start);
    boolean inString = false;
    for (int i = start; i < end; i++) {
      char c = source.charAt(i);
      if (inString) {
        compact.append(c);
        if (c == '\\') {
          compact.append(source.charAt(++i));
        } else if (c == '"') {
          inString = false;
        }
      } else if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
        compact.append(c);
        inString = c == '"';
      }
    }
    return compact.toString();
  }

  /** Appends a JSON string. Lone surrogates are escaped, as UTF-8 has no bytes for them. */
  static void quote(String text, StringBuilder out) {
    out.append('"');
    int written = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x20 && c != '"' && c != '\\' && c != 0x7f && !Character.isSurrogate(c)) {
        continue;
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
        continue;
      }
      out.append(text, written, i);
      written = i + 1;
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        default -> out.append("\\u").append(String.format("%04x", (int) c));
      }
    }
    out.append(text, written, text.length()).append('"');
  }
}
