package studio.timbre.weights;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.function.LongUnaryOperator;

/** Unpacks tensors row by row, in pieces that stay in the processor's cache. */
final class Rows {

  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final int PIECE = 8192;

  private Rows() {}

  /**
   * @param packed the whole tensor
   * @param rowOrder says at which row of the target a row of the file belongs
   * @param target takes {@code rows * rowLength} floats
   */
  static void unpack(
      MemorySegment packed,
      TensorType type,
      long rowLength,
      long rows,
      MemorySegment target,
      LongUnaryOperator rowOrder) {
    int piece = (int) Math.min(rowLength, PIECE);
    var bytes = new byte[(int) type.bytes(piece)];
    var values = new float[piece];
    for (long row = 0; row < rows; row++) {
      long to = rowOrder.applyAsLong(row) * rowLength;
      for (long done = 0; done < rowLength; done += piece) {
        int now = (int) Math.min(piece, rowLength - done);
        long from = type.bytes(row * rowLength + done);
        MemorySegment.copy(packed, ValueLayout.JAVA_BYTE, from, bytes, 0, (int) type.bytes(now));
        type.unpack(bytes, values, now);
        MemorySegment.copy(values, 0, target, FLOAT, (to + done) * Float.BYTES, now);
      }
    }
  }
}
