package studio.timbre.weights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import studio.timbre.model.UserFacingException;

/** The beginning of a safetensors file: eight bytes of length, then JSON; tensors follow without gaps. */
record SafetensorsHeader(Map<String, String> metadata, Map<String, Placed> tensors) {

  private static final ValueLayout.OfLong LENGTH =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  /** The format's own limit. */
  private static final long MOST_HEADER_BYTES = 100_000_000;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * A tensor of the file.
   *
   * @param start its first byte in the file
   * @param end the byte after its last
   */
  record Placed(TensorInfo info, long start, long end) {}

  static SafetensorsHeader read(Path file, MemorySegment bytes) throws UserFacingException {
    if (bytes.byteSize() < 8) {
      throw ModelProblems.damaged(file, 0, "the file is too short to have a header");
    }
    long length = bytes.get(LENGTH, 0);
    if (length < 2 || length > MOST_HEADER_BYTES || length > bytes.byteSize() - 8) {
      throw ModelProblems.damaged(
          file, 0, "a header of " + Long.toUnsignedString(length) + " bytes does not fit the file");
    }
    String text =
        new String(bytes.asSlice(8, length).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
    JsonNode root;
    try {
      root = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw ModelProblems.damaged(file, 8, "the header is no JSON: " + e.getOriginalMessage());
    }
    if (!root.isObject()) {
      throw ModelProblems.damaged(file, 8, "the header is no JSON object");
    }
    var metadata = new LinkedHashMap<String, String>();
    root.path("__metadata__")
        .properties()
        .forEach(entry -> metadata.put(entry.getKey(), entry.getValue().asText()));
    var tensors = new ArrayList<Placed>();
    for (var entry : root.properties()) {
      if (!entry.getKey().equals("__metadata__")) {
        tensors.add(placed(file, entry.getKey(), entry.getValue(), 8 + length));
      }
    }
    tensors.sort(Comparator.comparingLong(Placed::start).thenComparingLong(Placed::end));
    checkPlaces(file, tensors, 8 + length, bytes.byteSize());
    var byName = new LinkedHashMap<String, Placed>();
    tensors.forEach(tensor -> byName.put(tensor.info().name(), tensor));
    return new SafetensorsHeader(metadata, byName);
  }

  private static Placed placed(Path file, String name, JsonNode entry, long dataStart)
      throws UserFacingException {
    String type = entry.path("dtype").asText();
    JsonNode shapeNode = entry.path("shape");
    JsonNode offsets = entry.path("data_offsets");
    if (!shapeNode.isArray() || offsets.size() != 2) {
      throw ModelProblems.damaged(file, 8, name + " has no shape or no place");
    }
    var shape = new long[shapeNode.size()];
    long elements = 1;
    for (int d = 0; d < shape.length; d++) {
      shape[d] = wholeNumber(file, name, shapeNode.get(d));
      if (shape[d] != 0 && elements > Long.MAX_VALUE / 8 / shape[d]) {
        throw ModelProblems.damaged(file, 8, name + " has a side of " + shape[d]);
      }
      elements *= shape[d];
    }
    long start = wholeNumber(file, name, offsets.get(0));
    long end = wholeNumber(file, name, offsets.get(1));
    if (end - start != elements * bytesOf(file, name, type)) {
      throw ModelProblems.damaged(
          file, 8, name + " takes " + (end - start) + " bytes, which is not what its shape needs");
    }
    return new Placed(new TensorInfo(name, type, shape), dataStart + start, dataStart + end);
  }

  private static long wholeNumber(Path file, String name, JsonNode node)
      throws UserFacingException {
    if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < 0) {
      throw ModelProblems.damaged(file, 8, name + ": " + node + " is no size or place");
    }
    // Leaves room for adding two of them.
    return Math.min(node.longValue(), Long.MAX_VALUE / 4);
  }

  private static int bytesOf(Path file, String name, String type) throws UserFacingException {
    return switch (type) {
      case "F32", "I32", "U32" -> 4;
      case "F16", "BF16", "I16", "U16" -> 2;
      case "F64", "I64", "U64" -> 8;
      case "BOOL", "I8", "U8", "F8_E4M3", "F8_E5M2" -> 1;
      default -> throw ModelProblems.tensorType(file, name, type);
    };
  }

  private static void checkPlaces(
      Path file, Iterable<Placed> tensors, long dataStart, long fileSize)
      throws UserFacingException {
    long expected = dataStart;
    for (var tensor : tensors) {
      if (tensor.start() != expected) {
        throw ModelProblems.damaged(
            file, expected, tensor.info().name() + " begins at " + tensor.start());
      }
      expected = tensor.end();
    }
    if (expected != fileSize) {
      throw ModelProblems.damaged(
          file,
          Math.min(expected, fileSize),
          "the tensors end at " + expected + ", the file at " + fileSize);
    }
  }
}
