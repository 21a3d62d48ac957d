package studio.timbre.weights;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import studio.timbre.model.UserFacingException;

/**
 * A list among the metadata, left in the file until someone wants it.
 *
 * @param kind of its values
 * @param count how many
 * @param bytes the values one after the other
 */
record GgufArray(GgufKind kind, int count, MemorySegment bytes) {

  /** The values: strings, whole numbers as Long or BigInteger, others as Double, Boolean or GgufArray. */
  List<Object> values(Path file) throws UserFacingException {
    var cursor = new GgufCursor(file, bytes);
    var values = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      values.add(kind.read(cursor, 1));
    }
    return values;
  }
}
