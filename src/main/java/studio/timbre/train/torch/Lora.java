package studio.timbre.train.torch;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import studio.timbre.model.LoraSpec;
import studio.timbre.model.Projection;
import studio.timbre.train.ProjectionShape;
import studio.timbre.weights.ModelConfig;

/**
 * All LoRA matrices of a model, in one row of numbers with a view for each matrix, and their gradients in another: clipping
 * and the optimiser pass over the rows and need not know of matrices.
 */
final class Lora implements AutoCloseable {

  /** Layers that read the same input; their A matrices stand one above the other, so that one product serves all. */
  static final List<List<Projection>> GROUPS =
      List.of(
          List.of(Projection.QUERY, Projection.KEY, Projection.VALUE),
          List.of(Projection.OUTPUT),
          List.of(Projection.GATE, Projection.UP),
          List.of(Projection.DOWN));

  /**
   * The matrices of one layer's projection, or their gradients: views.
   *
   * @param a [rank, in]
   * @param b [out, rank]
   */
  record Pair(Projection projection, Tensor a, Tensor b) {}

  /**
   * The matrices of projections that read the same input.
   *
   * @param a all A matrices, [rank x pairs, in]
   */
  record Group(Tensor a, List<Pair> pairs) {}

  private final LoraSpec spec;
  private final Tensor values;
  private final Tensor gradients;
  private final List<List<Group>> valueGroups;
  private final List<List<Group>> gradientGroups;

  Lora(ModelConfig model, LoraSpec spec) {
    this.spec = spec;
    long numbers = 0;
    for (var projection : spec.projections()) {
      numbers += ProjectionShape.of(model, projection).loraNumbers(spec.rank()) * model.layers();
    }
    try (var scope = new Scope()) {
      values = scope.keep(Tensors.zeros(numbers));
      gradients = scope.keep(Tensors.zeros(numbers));
      valueGroups = views(model, values, scope);
      gradientGroups = views(model, gradients, scope);
    }
  }

  /**
   * Sets A as PEFT does, uniform within 1 / sqrt(in), which is Kaiming's bound for a = sqrt(5); and B to 0, so that the tuned
   * model begins as the base model.
   */
  void initialise(long seed) {
    try (var scope = new Scope()) {
      values.zero_();
      var generator = new GeneratorOptional(torch.make_generator_cpu(seed));
      for (var layer : valueGroups) {
        for (var group : layer) {
          for (var pair : group.pairs()) {
            double bound = 1 / Math.sqrt(pair.a().size(1));
            pair.a().uniform_(-bound, bound, generator);
          }
        }
      }
    }
  }

  LoraSpec spec() {
    return spec;
  }

  int layers() {
    return valueGroups.size();
  }

  /** All numbers, one after the other. */
  Tensor values() {
    return values;
  }

  /** Their gradients, in the same order. */
  Tensor gradients() {
    return gradients;
  }

  /** The matrices of one block, a group for each of {@link #GROUPS}; a group may be empty. */
  List<Group> layer(int layer) {
    return valueGroups.get(layer);
  }

  List<Group> layerGradients(int layer) {
    return gradientGroups.get(layer);
  }

  private List<List<Group>> views(ModelConfig model, Tensor row, Scope scope) {
    var layers = new ArrayList<List<Group>>();
    long at = 0;
    for (int layer = 0; layer < model.layers(); layer++) {
      var groups = new ArrayList<Group>();
      for (var members : GROUPS) {
        var chosen = members.stream().filter(spec.projections()::contains).toList();
        int inputs = ProjectionShape.of(model, members.getFirst()).inputs();
        int rank = spec.rank();
        int ranks = chosen.size() * rank;
        var a = scope.keep(row.narrow(0, at, (long) ranks * inputs).view(ranks, inputs));
        at += a.numel();
        var pairs = new ArrayList<Pair>();
        for (var projection : chosen) {
          int outputs = ProjectionShape.of(model, projection).outputs();
          var b = scope.keep(row.narrow(0, at, (long) outputs * rank).view(outputs, rank));
          at += b.numel();
          pairs.add(
              new Pair(projection, scope.keep(a.narrow(0, (long) pairs.size() * rank, rank)), b));
        }
        groups.add(new Group(a, pairs));
      }
      layers.add(groups);
    }
    return layers;
  }

  @Override
  public void close() {
    for (var layers : List.of(valueGroups, gradientGroups)) {
      for (var layer : layers) {
        for (var group : layer) {
          group.a().close();
          group.pairs().forEach(pair -> pair.a().close());
          group.pairs().forEach(pair -> pair.b().close());
        }
      }
    }
    values.close();
    gradients.close();
  }
}
