package studio.timbre.weights;

/** Floating-point numbers of 16 and 32 bits, little-endian. */
final class PlainNumbers {

  private PlainNumbers() {}

  static void f32(byte[] packed, int at, float[] values, int to) {
    values[to] = Float.intBitsToFloat(unsigned16(packed, at) | unsigned16(packed, at + 2) << 16);
  }

  static void f16(byte[] packed, int at, float[] values, int to) {
    values[to] = half(packed, at);
  }

  /** The upper half of a 32-bit float. */
  static void bf16(byte[] packed, int at, float[] values, int to) {
    values[to] = Float.intBitsToFloat(unsigned16(packed, at) << 16);
  }

  static float half(byte[] packed, int at) {
    return Float.float16ToFloat((short) unsigned16(packed, at));
  }

  static int unsigned16(byte[] packed, int at) {
    return (packed[at] & 0xff) | (packed[at + 1] & 0xff) << 8;
  }
}
