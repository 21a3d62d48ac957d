package studio.timbre.weights;

import java.lang.foreign.MemorySegment;
import java.util.Map;

/** Tensors by name, read as 32-bit floats whatever they are stored as. */
public interface TensorSource {

  /** In file order. */
  Map<String, TensorInfo> tensors();

  /**
   * Writes the whole tensor, row-major, little-endian 32-bit floats.
   *
   * @param target at least {@code 4 * elements} bytes
   * @throws IllegalArgumentException if there is no such tensor, or its type is not known
   */
  void read(String name, MemorySegment target);
}
