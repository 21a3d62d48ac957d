package studio.timbre.weights;

import java.util.Optional;

/** How the numbers of a tensor are packed in a GGUF file; the codes are those of ggml. */
enum TensorType {
  F32(0, 1, 4, PlainNumbers::f32),
  F16(1, 1, 2, PlainNumbers::f16),
  Q4_0(2, 32, 18, SmallBlocks::q4_0),
  Q4_1(3, 32, 20, SmallBlocks::q4_1),
  Q5_0(6, 32, 22, SmallBlocks::q5_0),
  Q5_1(7, 32, 24, SmallBlocks::q5_1),
  Q8_0(8, 32, 34, SmallBlocks::q8_0),
  Q2_K(10, 256, 84, SuperBlocks::q2k),
  Q3_K(11, 256, 110, SuperBlocks::q3k),
  Q4_K(12, 256, 144, SuperBlocks::q4k),
  Q5_K(13, 256, 176, SuperBlocks::q5k),
  Q6_K(14, 256, 210, SuperBlocks::q6k),
  BF16(30, 1, 2, PlainNumbers::bf16);

  /** Unpacks one block. */
  interface Block {
    /**
     * @param packed holds the block from {@code at} on
     * @param values takes the block's numbers from {@code to} on
     */
    void unpack(byte[] packed, int at, float[] values, int to);
  }

  private final int code;
  private final int blockValues;
  private final int blockBytes;
  private final Block block;

  TensorType(int code, int blockValues, int blockBytes, Block block) {
    this.code = code;
    this.blockValues = blockValues;
    this.blockBytes = blockBytes;
    this.block = block;
  }

  static Optional<TensorType> ofCode(int code) {
    for (var type : values()) {
      if (type.code == code) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** A name for types that Timbre does not read, too. */
  static String nameOf(int code) {
    return switch (code) {
      case 9 -> "Q8_1";
      case 15 -> "Q8_K";
      case 16 -> "IQ2_XXS";
      case 17 -> "IQ2_XS";
      case 18 -> "IQ3_XXS";
      case 19 -> "IQ1_S";
      case 20 -> "IQ4_NL";
      case 21 -> "IQ3_S";
      case 22 -> "IQ2_S";
      case 23 -> "IQ4_XS";
      case 24 -> "I8";
      case 25 -> "I16";
      case 26 -> "I32";
      case 27 -> "I64";
      case 28 -> "F64";
      case 29 -> "IQ1_M";
      case 34 -> "TQ1_0";
      case 35 -> "TQ2_0";
      case 39 -> "MXFP4";
      default -> ofCode(code).map(Enum::name).orElse("type " + Integer.toUnsignedString(code));
    };
  }

  /** Numbers in a block; a row holds whole blocks only. */
  int blockValues() {
    return blockValues;
  }

  /** Bytes of {@code values} numbers, a multiple of {@link #blockValues}. */
  long bytes(long values) {
    return values / blockValues * blockBytes;
  }

  /** Unpacks {@code count} numbers, a multiple of {@link #blockValues}, to the beginning of {@code values}. */
  void unpack(byte[] packed, float[] values, int count) {
    for (int at = 0, to = 0; to < count; at += blockBytes, to += blockValues) {
      block.unpack(packed, at, values, to);
    }
  }
}
