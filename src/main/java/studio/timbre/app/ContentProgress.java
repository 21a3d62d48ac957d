package studio.timbre.app;

import java.time.Duration;
import studio.timbre.model.Progress;

/** Told how far a look at contents is, in conversations, and of the rests in between. Called from working threads. */
public interface ContentProgress extends Progress {

  /** Nothing is sent for so long, as the provider asks for it or something went wrong; then the same is tried again. */
  default void rests(Duration time) {}

  /** Nobody listens. */
  ContentProgress NONE = (done, total) -> {};
}
