package studio.timbre.train.torch;

import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.jspecify.annotations.Nullable;

/**
 * Frees every native object made while it is open, but those handed on by {@link #keep}. Without it a tensor would live until
 * the garbage collector, which does not see native memory, happens to run.
 */
final class Scope implements AutoCloseable {
  private final @Nullable PointerScope outer = PointerScope.getInnerScope();
  private final PointerScope inner = new PointerScope();

  /**
   * Hands an object that was made in this scope on to the one around it; without one around it lives until it is closed.
   */
  <P extends Pointer> P keep(P pointer) {
    if (outer == null) {
      pointer.retainReference();
    } else {
      outer.attach(pointer);
    }
    inner.detach(pointer);
    return pointer;
  }

  @Override
  public void close() {
    inner.close();
  }
}
