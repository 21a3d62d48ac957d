package studio.timbre.model;

import java.util.EnumSet;
import java.util.Set;

/**
 * Low-rank adaptation (Hu et al. 2021): W + (alpha / rank) B A, with A [rank, in] and B [out, rank].
 *
 * @param rank columns of B
 * @param alpha scale, divided by the rank
 * @param projections which linear layers are adapted
 */
public record LoraSpec(int rank, double alpha, Set<Projection> projections) {
  public static final LoraSpec DEFAULT = new LoraSpec(16, 32, EnumSet.allOf(Projection.class));

  public LoraSpec {
    if (rank < 1 || rank > 1024) {
      throw new IllegalArgumentException("rank must be 1 to 1024, not " + rank);
    }
    if (projections.isEmpty()) {
      throw new IllegalArgumentException("no projection chosen");
    }
    projections = Set.copyOf(projections);
  }

  public double scale() {
    return alpha / rank;
  }
}
