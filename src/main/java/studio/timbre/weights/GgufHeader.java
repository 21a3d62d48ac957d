package studio.timbre.weights;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import studio.timbre.model.UserFacingException;

/**
 * The beginning of a GGUF file, version 2 or 3: what it says about itself and where its tensors lie. Layout: {@code
 * docs/gguf.md} of ggml.
 *
 * @param dataStart the byte from which tensor offsets count
 */
record GgufHeader(GgufMetadata metadata, Map<String, GgufTensor> tensors, long dataStart) {

  private static final int MAGIC = 'G' | 'G' << 8 | 'U' << 16 | 'F' << 24;
  private static final int MOST_DIMENSIONS = 4;
  private static final int MOST_NAMES = 1 << 17;
  private static final int MOST_NAME_BYTES = 1 << 16;
  private static final long MOST_ALIGNMENT = 1 << 20;

  /**
   * A tensor of the file.
   *
   * @param start its first byte in the file
   */
  record GgufTensor(TensorInfo info, TensorType type, long start) {
    long end() {
      return start + type.bytes(info.elements());
    }
  }

  /** A tensor as announced; its place counts from the data's beginning, which is not known yet. */
  private record Announced(TensorInfo info, TensorType type, long offset, long announcedAt) {}

  static boolean hasMagic(MemorySegment bytes) {
    return bytes.byteSize() >= 4
        && bytes.get(ValueLayout.JAVA_BYTE, 0) == 'G'
        && bytes.get(ValueLayout.JAVA_BYTE, 1) == 'G'
        && bytes.get(ValueLayout.JAVA_BYTE, 2) == 'U'
        && bytes.get(ValueLayout.JAVA_BYTE, 3) == 'F';
  }

  static GgufHeader read(Path file, MemorySegment bytes) throws UserFacingException {
    var cursor = new GgufCursor(file, bytes);
    if (cursor.i32() != MAGIC) {
      throw ModelProblems.notAModel(file);
    }
    int version = cursor.i32();
    if (version != 0 && (version & 0xffff) == 0) {
      throw ModelProblems.bigEndian(file);
    }
    if (version < 2 || version > 3) {
      throw ModelProblems.ggufVersion(file, Integer.toUnsignedLong(version));
    }
    long tensorsAt = cursor.place();
    long tensorCount = cursor.count("tensors", 8 + 4 + 8 + 4 + 8);
    long keyCount = cursor.count("metadata keys", 8 + 4 + 1);
    if (tensorCount > MOST_NAMES || keyCount > MOST_NAMES) {
      throw cursor.damaged(tensorsAt, "more tensors or metadata keys than any model has");
    }
    var metadata = new GgufMetadata(file, readMetadata(cursor, keyCount));
    var announced = new ArrayList<Announced>();
    for (long i = 0; i < tensorCount; i++) {
      announced.add(readTensor(file, cursor));
    }
    long alignment = alignment(cursor, metadata);
    long dataStart = Math.ceilDiv(cursor.place(), alignment) * alignment;
    return new GgufHeader(
        metadata, place(cursor, announced, alignment, dataStart, bytes.byteSize()), dataStart);
  }

  private static Map<String, Object> readMetadata(GgufCursor cursor, long count)
      throws UserFacingException {
    var values = new LinkedHashMap<String, Object>();
    for (long i = 0; i < count; i++) {
      long at = cursor.place();
      String key = cursor.string("a metadata key", MOST_NAME_BYTES);
      Object value = GgufKind.next(cursor).read(cursor, 1);
      if (values.put(key, value) != null) {
        throw cursor.damaged(at, "the metadata key " + key + " stands there twice");
      }
    }
    return values;
  }

  private static Announced readTensor(Path file, GgufCursor cursor) throws UserFacingException {
    long at = cursor.place();
    String name = cursor.string("a tensor name", MOST_NAME_BYTES);
    int dimensions = cursor.i32();
    if (dimensions < 1 || dimensions > MOST_DIMENSIONS) {
      throw cursor.damaged(
          at, name + " has " + Integer.toUnsignedString(dimensions) + " dimensions");
    }
    var shape = new long[dimensions];
    long elements = 1;
    for (int d = 0; d < dimensions; d++) {
      long size = cursor.i64();
      // The file names the innermost dimension first.
      shape[dimensions - 1 - d] = size;
      if (size < 1 || elements > Long.MAX_VALUE / 8 / size) {
        throw cursor.damaged(at, name + " has a side of " + Long.toUnsignedString(size));
      }
      elements *= size;
    }
    int code = cursor.i32();
    Optional<TensorType> type = TensorType.ofCode(code);
    if (type.isEmpty()) {
      throw ModelProblems.tensorType(file, name, TensorType.nameOf(code));
    }
    if (shape[dimensions - 1] % type.get().blockValues() != 0) {
      throw cursor.damaged(
          at, name + " has rows of " + shape[dimensions - 1] + ", no whole blocks");
    }
    long offset = cursor.i64();
    return new Announced(new TensorInfo(name, type.get().name(), shape), type.get(), offset, at);
  }

  private static long alignment(GgufCursor cursor, GgufMetadata metadata)
      throws UserFacingException {
    OptionalLong asked = metadata.integer("general.alignment");
    long alignment = asked.orElse(32);
    if (alignment < 8 || alignment > MOST_ALIGNMENT || Long.bitCount(alignment) != 1) {
      throw cursor.damaged(cursor.place(), "an alignment of " + alignment + " bytes");
    }
    return alignment;
  }

  private static Map<String, GgufTensor> place(
      GgufCursor cursor, List<Announced> announced, long alignment, long dataStart, long fileSize)
      throws UserFacingException {
    var tensors = new LinkedHashMap<String, GgufTensor>();
    for (var tensor : announced) {
      String name = tensor.info().name();
      long bytes = tensor.type().bytes(tensor.info().elements());
      if (tensor.offset() < 0 || tensor.offset() % alignment != 0) {
        throw cursor.damaged(
            tensor.announcedAt(),
            name + " begins at the odd place " + Long.toUnsignedString(tensor.offset()));
      }
      if (tensor.offset() > fileSize - dataStart
          || bytes > fileSize - dataStart - tensor.offset()) {
        throw cursor.damaged(
            tensor.announcedAt(), name + " ends behind the end of the file, at " + fileSize);
      }
      var placed = new GgufTensor(tensor.info(), tensor.type(), dataStart + tensor.offset());
      if (tensors.put(name, placed) != null) {
        throw cursor.damaged(tensor.announcedAt(), "the tensor " + name + " stands there twice");
      }
    }
    refuseOverlaps(cursor, tensors);
    return tensors;
  }

  private static void refuseOverlaps(GgufCursor cursor, Map<String, GgufTensor> tensors)
      throws UserFacingException {
    var inOrder = new ArrayList<>(tensors.values());
    inOrder.sort(Comparator.comparingLong(GgufTensor::start));
    for (int i = 1; i < inOrder.size(); i++) {
      if (inOrder.get(i).start() < inOrder.get(i - 1).end()) {
        throw cursor.damaged(
            inOrder.get(i).start(),
            inOrder.get(i).info().name() + " overlaps " + inOrder.get(i - 1).info().name());
      }
    }
  }
}
