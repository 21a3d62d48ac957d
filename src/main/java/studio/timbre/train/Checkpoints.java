package studio.timbre.train;

import java.nio.file.Path;
import java.util.Optional;

/** The folder {@code checkpoints/} of a run: {@code step-N/} each with adapter, optimiser state and {@code state.json}. */
public final class Checkpoints {
  private final Path folder;

  public Checkpoints(Path folder) {
    this.folder = folder;
  }

  /** The newest complete one. */
  public Optional<Path> newest() {
    throw new UnsupportedOperationException();
  }

  /** The one with the lowest held-out loss. */
  public Optional<Path> best() {
    throw new UnsupportedOperationException();
  }
}
