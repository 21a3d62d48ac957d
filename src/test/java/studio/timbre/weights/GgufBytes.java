package studio.timbre.weights;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Puts GGUF files together by hand, sound ones and others. */
final class GgufBytes {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  static GgufBytes start(int version, long tensors, long keys) {
    return new GgufBytes().raw("GGUF").u32(version).u64(tensors).u64(keys);
  }

  GgufBytes raw(String text) {
    bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  GgufBytes raw(byte[] more) {
    bytes.writeBytes(more);
    return this;
  }

  GgufBytes u32(int value) {
    return raw(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
  }

  GgufBytes u64(long value) {
    return raw(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array());
  }

  GgufBytes string(String text) {
    return u64(text.getBytes(StandardCharsets.UTF_8).length).raw(text);
  }

  GgufBytes key(String key, GgufKind kind) {
    return string(key).u32(kind.ordinal());
  }

  GgufBytes text(String key, String value) {
    return key(key, GgufKind.STRING).string(value);
  }

  GgufBytes number(String key, int value) {
    return key(key, GgufKind.UINT32).u32(value);
  }

  GgufBytes real(String key, float value) {
    return key(key, GgufKind.FLOAT32).u32(Float.floatToRawIntBits(value));
  }

  GgufBytes texts(String key, List<String> values) {
    key(key, GgufKind.ARRAY).u32(GgufKind.STRING.ordinal()).u64(values.size());
    values.forEach(this::string);
    return this;
  }

  GgufBytes numbers(String key, List<Integer> values) {
    key(key, GgufKind.ARRAY).u32(GgufKind.INT32.ordinal()).u64(values.size());
    values.forEach(this::u32);
    return this;
  }

  GgufBytes reals(String key, List<Float> values) {
    key(key, GgufKind.ARRAY).u32(GgufKind.FLOAT32.ordinal()).u64(values.size());
    values.forEach(value -> u32(Float.floatToRawIntBits(value)));
    return this;
  }

  /**
   * @param shape innermost first, as in the file
   */
  GgufBytes tensor(String name, int type, long offset, long... shape) {
    string(name).u32(shape.length);
    for (long side : shape) {
      u64(side);
    }
    return u32(type).u64(offset);
  }

  GgufBytes align(int alignment) {
    while (bytes.size() % alignment != 0) {
      bytes.write(0);
    }
    return this;
  }

  GgufBytes zeros(int count) {
    return raw(new byte[count]);
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }
}
