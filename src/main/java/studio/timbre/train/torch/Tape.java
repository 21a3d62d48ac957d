package studio.timbre.train.torch;

import java.util.Optional;
import org.bytedeco.pytorch.Tensor;

/**
 * One large piece of memory that each batch fills from its beginning. The system's allocator, asked for hundreds of tensors
 * whose sizes change with every batch, leaves a quarter of its memory in gaps between them.
 */
final class Tape implements Memory, AutoCloseable {
  /** Tensors begin at multiples of so many numbers (64 bytes), as vector instructions like it. */
  private static final long ALIGNMENT = 16;

  private Optional<Tensor> memory = Optional.empty();
  private long size;
  private long used;

  /**
   * Begins anew: what was handed out before will be overwritten.
   *
   * @param numbers at least the {@link #space} of all that is asked for until the next time
   */
  void rewind(long numbers) {
    used = 0;
    if (numbers > size) {
      close();
      var larger = Tensors.empty(numbers);
      larger.retainReference();
      memory = Optional.of(larger);
      size = numbers;
    }
  }

  /** What a tensor of so many numbers takes up. */
  static long space(long numbers) {
    return (numbers + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }

  @Override
  public Tensor empty(long rows, long columns) {
    return next(rows * columns).view(rows, columns);
  }

  @Override
  public Tensor take(Tensor result) {
    return next(result.numel()).view(result.sizes()).copy_(result);
  }

  private Tensor next(long numbers) {
    long from = used;
    used += space(numbers);
    return memory.orElseThrow().narrow(0, from, numbers);
  }

  @Override
  public void close() {
    memory.ifPresent(Tensor::close);
    memory = Optional.empty();
    size = 0;
  }
}
