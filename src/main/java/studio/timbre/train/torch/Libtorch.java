package studio.timbre.train.torch;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.pytorch.global.torch;
import studio.timbre.model.UserFacingException;

/** The native library: whether this computer has it, and how it is loaded. */
final class Libtorch {
  private static final boolean LOADED = load();

  private Libtorch() {}

  static boolean available() {
    return LOADED;
  }

  /**
   * @throws UserFacingException if libtorch has no natives for this computer
   */
  static void require() throws UserFacingException {
    if (!LOADED) {
      throw new UserFacingException(
          "error.training.noEngine",
          "Training and listening are not possible on this computer: there is no libtorch for %s. "
                  .formatted(Loader.getPlatform())
              + "Projects can still be edited here; to train, use Linux or Windows on x86-64, or a Mac.",
          Loader.getPlatform());
    }
  }

  private static boolean load() {
    // JavaCPP would hold the process below a share of the Java heap's size; the plan made before
    // the
    // start has already seen to it that the run fits this computer.
    System.getProperties().putIfAbsent("org.bytedeco.javacpp.maxbytes", "0");
    System.getProperties().putIfAbsent("org.bytedeco.javacpp.maxphysicalbytes", "0");
    try {
      Loader.load(torch.class);
      return true;
    } catch (LinkageError e) {
      System.getLogger(Libtorch.class.getName())
          .log(System.Logger.Level.INFO, "libtorch cannot be loaded", e);
      return false;
    }
  }
}
