package studio.timbre.tokens;

import ai.djl.huggingface.tokenizers.jni.LibUtils;
import ai.djl.huggingface.tokenizers.jni.TokenizersLibrary;
import java.util.logging.Level;
import java.util.logging.Logger;
import studio.timbre.model.UserFacingException;

/** Loads the native library out of its jar, never from the network. */
final class NativeTokenizers {

  /** Held, so that its level stays: where the library was unpacked to is of no interest to people. */
  private static final Logger LOG = Logger.getLogger("ai.djl");

  private NativeTokenizers() {}

  static TokenizersLibrary library() throws UserFacingException {
    // With another flavour than "cpu", the loader would look for a graphics card and download a
    // library for it.
    System.setProperty("RUST_FLAVOR", "cpu");
    System.setProperty("ai.djl.offline", "true");
    LOG.setLevel(Level.WARNING);
    try {
      LibUtils.checkStatus();
      return TokenizersLibrary.LIB;
    } catch (RuntimeException | LinkageError e) {
      String computer = System.getProperty("os.name") + " " + System.getProperty("os.arch");
      throw new UserFacingException(
          "error.tokenizer.noLibrary",
          "The tokenizer library could not be loaded on this computer ("
              + computer
              + "), so local models cannot be counted or trained here. API models work. Detail: "
              + e.getMessage(),
          e,
          computer,
          String.valueOf(e.getMessage()));
    }
  }
}
