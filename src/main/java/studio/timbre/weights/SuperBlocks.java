package studio.timbre.weights;

import static studio.timbre.weights.PlainNumbers.half;

/**
 * ggml's "K" blocks of 256 numbers: sub-blocks of 16 or 32 with small integer scales of their own, times one or two 16-bit
 * scales of the whole. Layouts: {@code ggml-common.h} of ggml.
 */
final class SuperBlocks {

  private SuperBlocks() {}

  /** 16 bytes of scale (low half) and minimum (high half), 64 bytes of 2-bit numbers, d, dmin: d s q - dmin m. */
  static void q2k(byte[] packed, int at, float[] values, int to) {
    float scale = half(packed, at + 80);
    float minimum = half(packed, at + 82);
    for (int i = 0; i < 256; i++) {
      int both = packed[at + i / 16];
      // Bytes 0 to 31 hold the numbers 0 to 127, 32 apart in the four bit pairs; bytes 32 to 63 the
      // others.
      int q = packed[at + 16 + i / 128 * 32 + i % 32] >> i % 128 / 32 * 2 & 3;
      values[to + i] = scale * (both & 0x0f) * q - minimum * (both >> 4 & 0x0f);
    }
  }

  /** 256 third bits, 64 bytes of 2-bit numbers, 12 bytes of sixteen 6-bit scales, d: d (s - 32) (q - 4 (1 - third bit)). */
  static void q3k(byte[] packed, int at, float[] values, int to) {
    float scale = half(packed, at + 108);
    for (int sub = 0; sub < 16; sub++) {
      int low = packed[at + 96 + sub % 8] >> sub / 8 * 4 & 0x0f;
      int high = packed[at + 104 + sub % 4] >> sub / 4 * 2 & 3;
      float subScale = scale * ((low | high << 4) - 32);
      for (int i = sub * 16; i < sub * 16 + 16; i++) {
        int q = packed[at + 32 + i / 128 * 32 + i % 32] >> i % 128 / 32 * 2 & 3;
        int third = packed[at + i % 32] >> i / 32 & 1;
        values[to + i] = subScale * (q - (third == 0 ? 4 : 0));
      }
    }
  }

  /** d, dmin, 12 bytes of eight 6-bit scales and minima, 128 bytes of 4-bit numbers: d s q - dmin m. */
  static void q4k(byte[] packed, int at, float[] values, int to) {
    float scale = half(packed, at);
    float minimum = half(packed, at + 2);
    for (int sub = 0; sub < 8; sub++) {
      float subScale = scale * sixBitScale(packed, at + 4, sub);
      float subMinimum = minimum * sixBitMinimum(packed, at + 4, sub);
      int numbers = at + 16 + sub / 2 * 32;
      int shift = sub % 2 * 4;
      for (int j = 0; j < 32; j++) {
        values[to + sub * 32 + j] = subScale * (packed[numbers + j] >> shift & 0x0f) - subMinimum;
      }
    }
  }

  /** As Q4_K with 256 fifth bits before the 4-bit numbers. */
  static void q5k(byte[] packed, int at, float[] values, int to) {
    float scale = half(packed, at);
    float minimum = half(packed, at + 2);
    for (int sub = 0; sub < 8; sub++) {
      float subScale = scale * sixBitScale(packed, at + 4, sub);
      float subMinimum = minimum * sixBitMinimum(packed, at + 4, sub);
      int numbers = at + 48 + sub / 2 * 32;
      int shift = sub % 2 * 4;
      for (int j = 0; j < 32; j++) {
        int fifth = packed[at + 16 + j] >> sub & 1;
        values[to + sub * 32 + j] =
            subScale * (packed[numbers + j] >> shift & 0x0f | fifth << 4) - subMinimum;
      }
    }
  }

  /** 128 bytes of low halves, 64 bytes of two high bits each, 16 signed scales, d: d s (q - 32). */
  static void q6k(byte[] packed, int at, float[] values, int to) {
    float scale = half(packed, at + 208);
    for (int sub = 0; sub < 16; sub++) {
      float subScale = scale * packed[at + 192 + sub];
      for (int i = sub * 16; i < sub * 16 + 16; i++) {
        int inHalf = i % 128;
        int low = packed[at + i / 128 * 64 + inHalf % 64] >> inHalf / 64 * 4 & 0x0f;
        int high = packed[at + 128 + i / 128 * 32 + inHalf % 32] >> inHalf / 32 * 2 & 3;
        values[to + i] = subScale * ((low | high << 4) - 32);
      }
    }
  }

  /** Scales 0 to 3 are the low six bits of bytes 0 to 3; 4 to 7 have their low half in byte 8 + j, the rest atop byte j. */
  private static int sixBitScale(byte[] packed, int at, int sub) {
    return sub < 4
        ? packed[at + sub] & 0x3f
        : packed[at + 4 + sub] & 0x0f | (packed[at + sub - 4] >> 6 & 3) << 4;
  }

  private static int sixBitMinimum(byte[] packed, int at, int sub) {
    return sub < 4
        ? packed[at + 4 + sub] & 0x3f
        : packed[at + 4 + sub] >> 4 & 0x0f | (packed[at + sub] >> 6 & 3) << 4;
  }
}
