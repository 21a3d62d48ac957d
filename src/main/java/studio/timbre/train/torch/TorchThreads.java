package studio.timbre.train.torch;

import org.bytedeco.pytorch.global.torch;

/** How many cores libtorch computes with. */
public final class TorchThreads {
  private TorchThreads() {}

  /** From now on; for what the calling thread computes. */
  public static void use(int count) {
    torch.set_num_threads(count);
  }
}
