package studio.timbre.train;

import java.util.List;

/** A model, tuned or not, that can say how well it predicts answers. Used by one thread only. */
public interface ScoringModel extends AutoCloseable {

  /** The summed loss over answer tokens, in nats; leaves gradients alone. */
  double loss(List<Example> examples);

  @Override
  void close();
}
