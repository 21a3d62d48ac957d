package studio.timbre.dataset.table;

import dev.hardwood.row.PqList;
import dev.hardwood.row.PqMap;
import dev.hardwood.row.PqStruct;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.StringJoiner;
import studio.timbre.json.ConversationJson;

/** Values of a Parquet file as text and as JSON. */
final class ParquetValues {
  private static final int DEEPEST = 100;

  private ParquetValues() {}

  /** A text as it is; all that is more than one value as JSON. */
  static String text(Object value) {
    return switch (value) {
      case String text -> text;
      case byte[] bytes -> text(bytes);
      case PqStruct struct -> json(struct);
      case PqList list -> json(list);
      case PqMap map -> json(map);
      default -> String.valueOf(value);
    };
  }

  static String json(Object value) {
    var out = new StringBuilder();
    write(value, out, 0);
    return out.toString();
  }

  private static void write(Object value, StringBuilder out, int depth) {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException("nested too deeply");
    }
    switch (value) {
      case null -> out.append("null");
      case PqStruct struct -> writeStruct(struct, out, depth);
      case PqList list -> {
        var separator = "";
        out.append('[');
        for (int i = 0; i < list.size(); i++) {
          out.append(separator);
          write(list.isNull(i) ? null : list.get(i), out, depth + 1);
          separator = ",";
        }
        out.append(']');
      }
      case PqMap map -> {
        var fields = new StringJoiner(",", "{", "}");
        for (var entry : map.getEntries()) {
          var field = new StringBuilder(ConversationJson.quoted(text(entry.getKey()))).append(':');
          write(entry.isValueNull() ? null : entry.getValue(), field, depth + 1);
          fields.add(field);
        }
        out.append(fields);
      }
      case Boolean truth -> out.append(truth);
      case Integer whole -> out.append(whole);
      case Long whole -> out.append(whole);
      case Double number when Double.isFinite(number) -> out.append(number);
      case Float number when Float.isFinite(number) -> out.append(number);
      case BigDecimal number -> out.append(number);
      default -> out.append(ConversationJson.quoted(text(value)));
    }
  }

  /** A struct has all its fields in every row; those that are null are those that this one lacks. */
  private static void writeStruct(PqStruct struct, StringBuilder out, int depth) {
    var separator = "";
    out.append('{');
    for (int i = 0; i < struct.getFieldCount(); i++) {
      if (!struct.isNull(i)) {
        out.append(separator).append(ConversationJson.quoted(struct.getFieldName(i))).append(':');
        write(struct.getValue(i), out, depth + 1);
        separator = ",";
      }
    }
    out.append('}');
  }

  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notText) {
      return Base64.getEncoder().encodeToString(bytes);
    }
  }
}
