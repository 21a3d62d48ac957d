package studio.timbre.weights;

/**
 * A tensor in a file.
 *
 * @param name as it is called there
 * @param type the storage type, as {@code F32} or {@code Q4_1}
 * @param shape outermost dimension first (a linear layer is [out, in])
 */
public record TensorInfo(String name, String type, long[] shape) {
  public long elements() {
    long product = 1;
    for (long size : shape) {
      product *= size;
    }
    return product;
  }
}
