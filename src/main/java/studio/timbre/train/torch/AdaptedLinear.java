package studio.timbre.train.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import studio.timbre.model.Projection;

/**
 * Linear layers that read the same input, each with its LoRA, as one matrix product.
 *
 * <p>With a frozen weight W [out, in], LoRA matrices A [rank, in] and B [out, rank] and the factor s = alpha / rank, a layer
 * gives {@code y = x Wᵀ + s (x Aᵀ) Bᵀ} (Hu et al. 2021, equation 3). Here B stands to the right of W, and {@code z = s x Aᵀ}
 * to the right of x, so that {@code y = [x z] [W B]ᵀ} is one product. Its backward pass is one as well:
 * {@code dy [W B]} holds the gradient of x through W and the gradient of z. Layers side by side share the product; where one's
 * B stands, the others' rows are zero. No gradient of W is ever made.
 *
 * <p>Inputs are written into a {@link #room}, which leaves the columns for z.
 */
final class AdaptedLinear implements AutoCloseable {

  /** An adapted layer: its rows in the output, its columns in the room, its B and the place of its B beside W. */
  private record Part(
      long firstRow, long rows, long firstColumn, Tensor b, Tensor bBesideW, Tensor bGradient) {}

  private final long inputs;
  private final long rank;
  private final long ranks;
  private final double scale;
  private final Tensor weight;
  private final Optional<Tensor> a;
  private final Optional<Tensor> aGradient;
  private final List<Part> parts = new ArrayList<>();

  /**
   * @param group which of {@link Lora#GROUPS}
   * @param lora empty for the untuned model
   */
  AdaptedLinear(BaseWeights base, int layer, int group, Optional<Lora> lora) {
    try (var scope = new Scope()) {
      var weights = new ArrayList<Tensor>();
      for (var projection : Lora.GROUPS.get(group)) {
        weights.add(base.projection(layer, projection));
      }
      var pairs = lora.map(all -> all.layer(layer).get(group).pairs()).orElse(List.of());
      var gradients =
          lora.map(all -> all.layerGradients(layer).get(group).pairs()).orElse(List.of());
      inputs = weights.getFirst().size(1);
      rank = lora.map(all -> all.spec().rank()).orElse(0);
      ranks = rank * pairs.size();
      scale = lora.map(all -> all.spec().scale()).orElse(0.0);
      a = ranks == 0 ? Optional.empty() : lora.map(all -> all.layer(layer).get(group).a());
      aGradient =
          ranks == 0 ? Optional.empty() : lora.map(all -> all.layerGradients(layer).get(group).a());
      long outputs = weights.stream().mapToLong(each -> each.size(0)).sum();
      weight = scope.keep(Tensors.zeros(outputs, inputs + ranks));
      long row = 0;
      int place = 0;
      for (int i = 0; i < weights.size(); i++) {
        long rows = weights.get(i).size(0);
        weight.narrow(0, row, rows).narrow(1, 0, inputs).copy_(weights.get(i));
        Projection projection = Lora.GROUPS.get(group).get(i);
        if (place < pairs.size() && pairs.get(place).projection() == projection) {
          long column = inputs + place * rank;
          var beside = scope.keep(weight.narrow(0, row, rows).narrow(1, column, rank));
          parts.add(
              new Part(row, rows, column, pairs.get(place).b(), beside, gradients.get(place).b()));
          place++;
        }
        row += rows;
      }
    }
    refresh();
  }

  /** Takes over B after it was changed. */
  void refresh() {
    for (var part : parts) {
      part.bBesideW.copy_(part.b);
    }
  }

  /** Where an input is to be written: [rows, in] with room for z behind. */
  Tensor room(Memory memory, long rows) {
    return memory.empty(rows, inputs + ranks);
  }

  /** Numbers in a row of a room. */
  long roomWidth() {
    return inputs + ranks;
  }

  /** Numbers in a row of the result. */
  long outputs() {
    return weight.size(0);
  }

  /** The place of x in a room: [rows, in]. */
  Tensor x(Tensor room) {
    return room.narrow(1, 0, inputs);
  }

  /** [rows, out] from a room that holds x; fills in z. */
  Tensor forward(Tensor room) {
    fillIn(room);
    return Operators.linear(room, weight);
  }

  /** The same, plus {@code residual} [rows, out]. */
  Tensor forwardPlus(Tensor room, Tensor residual) {
    fillIn(room);
    return Operators.linearPlus(room, weight, residual);
  }

  private void fillIn(Tensor room) {
    if (a.isPresent()) {
      try (var scope = new Scope()) {
        var z = room.narrow(1, inputs, ranks);
        torch.addmm_out(z, z, x(room), a.get().t(), Tensors.scalar(0), Tensors.scalar(scale));
      }
    }
  }

  /**
   * Adds to the gradients of A and B.
   *
   * @param gradient of the output, [rows, out]
   * @param room as it was after {@link #forward}
   * @return the gradient of x, [rows, in]
   */
  Tensor backward(Tensor gradient, Tensor room) {
    try (var scope = new Scope()) {
      var both = Operators.linear(gradient, weight.t());
      var dx = both.narrow(1, 0, inputs);
      if (a.isPresent()) {
        var dz = both.narrow(1, inputs, ranks).mul_(Tensors.scalar(scale));
        addLoraGradients(gradient, dz, room);
        dx.addmm_(dz, a.get());
      }
      return scope.keep(dx);
    }
  }

  /** Like {@link #backward} where nobody needs the gradient of x. */
  void backwardIntoLora(Tensor gradient, Tensor room) {
    if (a.isPresent()) {
      try (var scope = new Scope()) {
        var dz = gradient.mm(weight.narrow(1, inputs, ranks)).mul_(Tensors.scalar(scale));
        addLoraGradients(gradient, dz, room);
      }
    }
  }

  /** dA = (s dz)ᵀ x and dB = dyᵀ z; {@code dz} comes already times s. */
  private void addLoraGradients(Tensor gradient, Tensor dz, Tensor room) {
    aGradient.orElseThrow().addmm_(dz.t(), x(room));
    for (var part : parts) {
      var dy = gradient.narrow(1, part.firstRow, part.rows);
      part.bGradient.addmm_(dy.t(), room.narrow(1, part.firstColumn, rank));
    }
  }

  @Override
  public void close() {
    parts.forEach(part -> part.bBesideW.close());
    weight.close();
  }
}
