package studio.timbre.train.torch;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Tensors made from, and read into, Java. All are on the processor, 32-bit floats unless said otherwise. */
final class Tensors {
  private Tensors() {}

  /** Not set to anything. */
  static Tensor empty(long... shape) {
    return torch.empty(shape);
  }

  static Tensor zeros(long... shape) {
    return torch.zeros(shape);
  }

  /** 64-bit integers. */
  static Tensor of(int[] values) {
    var longs = new long[values.length];
    for (int i = 0; i < values.length; i++) {
      longs[i] = values[i];
    }
    return torch.tensor(longs, new TensorOptions(ScalarType.Long));
  }

  /** The tensor's own memory; the tensor must be contiguous and outlive the segment. */
  static MemorySegment memory(Tensor tensor) {
    if (!tensor.is_contiguous()) {
      throw new IllegalArgumentException("not contiguous");
    }
    long bytes = tensor.numel() * tensor.element_size();
    return MemorySegment.ofAddress(tensor.data_ptr().address()).reinterpret(bytes);
  }

  /** All numbers, row by row. */
  static float[] floats(Tensor tensor) {
    return memory(tensor).toArray(ValueLayout.JAVA_FLOAT);
  }

  static Scalar scalar(double value) {
    return new Scalar(value);
  }
}
