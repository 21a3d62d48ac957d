package studio.timbre.weights;

import static studio.timbre.weights.PlainNumbers.half;
import static studio.timbre.weights.PlainNumbers.unsigned16;

/**
 * ggml's blocks of 32 numbers. Each has a 16-bit scale d, those ending in _1 also a 16-bit minimum m; byte j of the 4-bit
 * part holds number j in its low half and number j + 16 in its high half. Layouts: {@code ggml-common.h} of ggml.
 */
final class SmallBlocks {

  private SmallBlocks() {}

  /** d, 16 bytes: d (q - 8). */
  static void q4_0(byte[] packed, int at, float[] values, int to) {
    float scale = half(packed, at);
    for (int j = 0; j < 16; j++) {
      int two = packed[at + 2 + j];
      values[to + j] = scale * ((two & 0x0f) - 8);
      values[to + j + 16] = scale * ((two >> 4 & 0x0f) - 8);
    }
  }

  /** d, m, 16 bytes: d q + m. */
  static void q4_1(byte[] packed, int at, float[] values, int to) {
    float scale = half(packed, at);
    float minimum = half(packed, at + 2);
    for (int j = 0; j < 16; j++) {
      int two = packed[at + 4 + j];
      values[to + j] = scale * (two & 0x0f) + minimum;
      values[to + j + 16] = scale * (two >> 4 & 0x0f) + minimum;
    }
  }

  /** d, 32 fifth bits, 16 bytes: d (q - 16). */
  static void q5_0(byte[] packed, int at, float[] values, int to) {
    float scale = half(packed, at);
    int high = unsigned16(packed, at + 2) | unsigned16(packed, at + 4) << 16;
    for (int j = 0; j < 16; j++) {
      int two = packed[at + 6 + j];
      values[to + j] = scale * ((two & 0x0f | (high >> j & 1) << 4) - 16);
      values[to + j + 16] = scale * ((two >> 4 & 0x0f | (high >> j + 16 & 1) << 4) - 16);
    }
  }

  /** d, m, 32 fifth bits, 16 bytes: d q + m. */
  static void q5_1(byte[] packed, int at, float[] values, int to) {
    float scale = half(packed, at);
    float minimum = half(packed, at + 2);
    int high = unsigned16(packed, at + 4) | unsigned16(packed, at + 6) << 16;
    for (int j = 0; j < 16; j++) {
      int two = packed[at + 8 + j];
      values[to + j] = scale * (two & 0x0f | (high >> j & 1) << 4) + minimum;
      values[to + j + 16] = scale * (two >> 4 & 0x0f | (high >> j + 16 & 1) << 4) + minimum;
    }
  }

  /** d, 32 signed bytes: d q. */
  static void q8_0(byte[] packed, int at, float[] values, int to) {
    float scale = half(packed, at);
    for (int j = 0; j < 32; j++) {
      values[to + j] = scale * packed[at + 2 + j];
    }
  }
}
