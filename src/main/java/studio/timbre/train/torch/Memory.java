package studio.timbre.train.torch;

import org.bytedeco.pytorch.Tensor;

/** Where the forward pass puts what the backward pass will read again. */
interface Memory {
  /** The system's: every tensor has a place of its own, and is freed by itself. */
  Memory SYSTEM =
      new Memory() {
        @Override
        public Tensor empty(long rows, long columns) {
          return Tensors.empty(rows, columns);
        }

        @Override
        public Tensor take(Tensor result) {
          return result;
        }
      };

  /** Not set to anything: [rows, columns]. */
  Tensor empty(long rows, long columns);

  /** A result that stands elsewhere, or the result itself where that is as good. */
  Tensor take(Tensor result);
}
