package studio.timbre.train.torch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import studio.timbre.weights.ModelConfig;

/**
 * The Llama architecture (Touvron et al. 2023) with LoRA: embedding, blocks, normalisation, head. Base weights are frozen
 * 32-bit floats. The backward pass is written out, as there are few formulas and nothing but the LoRA matrices needs
 * gradients; docs/decisions/ says more.
 */
final class Llama implements AutoCloseable {
  private final ModelConfig config;
  private final Tensor embedding;
  private final List<Block> blocks = new ArrayList<>();
  private final RmsNorm finalNorm;
  private final Tensor head;
  private final AnswerLoss loss;
  private final Tape tape = new Tape();

  Llama(BaseWeights base, Optional<Lora> lora) {
    config = base.config();
    embedding = base.embedding();
    for (int layer = 0; layer < config.layers(); layer++) {
      blocks.add(new Block(base, layer, lora));
    }
    finalNorm = new RmsNorm(base.finalNorm(), config.rmsNormEpsilon());
    head = config.tiedEmbeddings() ? embedding : base.head();
    loss = new AnswerLoss(head);
  }

  ModelConfig config() {
    return config;
  }

  /** The loss of the answer tokens, summed, in nats. */
  double loss(PackedBatch batch) {
    if (batch.answers() == 0) {
      return 0;
    }
    try (var scope = new Scope()) {
      var hidden = embedding.index_select(0, batch.tokens());
      for (var block : blocks) {
        hidden = next(hidden, block.forward(hidden, batch, chosen(block, batch)));
      }
      var normed = torch.empty_like(hidden);
      finalNorm.forward(hidden, normed);
      return loss.sum(normed, batch.targets());
    }
  }

  /** The same, and adds the gradient of {@code scale} times the loss to the LoRA gradients. */
  double lossAndGradients(PackedBatch batch, double scale) {
    if (batch.answers() == 0) {
      return 0;
    }
    try (var scope = new Scope()) {
      tape.rewind(blocks.stream().mapToLong(b -> b.space(batch, chosen(b, batch))).sum());
      var passes = new ArrayDeque<Block.Pass>();
      var hidden = embedding.index_select(0, batch.tokens());
      for (var block : blocks) {
        var pass = block.forwardForBackward(hidden, batch, chosen(block, batch), tape);
        passes.push(pass);
        hidden = pass.out();
      }
      var normed = torch.empty_like(hidden);
      var inverse = finalNorm.forward(hidden, normed);
      var dNormed = torch.empty_like(normed);
      double sum = loss.sumWithGradient(normed, batch.targets(), scale, dNormed);

      finalNorm.backward(dNormed, hidden, inverse);
      var gradient = dNormed;
      for (var block : blocks.reversed()) {
        var before =
            block.backward(
                gradient, passes.pop(), batch, chosen(block, batch), block == blocks.getFirst());
        gradient.close();
        gradient = before.orElse(gradient);
      }
      return sum;
    }
  }

  /**
   * Takes the newest tokens of a text and gives the scores of every word to come next.
   *
   * @param tokens either the first tokens of the text or a single one
   * @param cache holds the text before them, and takes them
   * @return unnormalised logarithms, [1, vocabulary]
   */
  Tensor goOn(int[] tokens, KeyValueCache cache) {
    try (var scope = new Scope()) {
      int before = cache.length();
      var positions = IntStream.range(before, before + tokens.length).toArray();
      var rotary = Rotary.at(positions, config.headSize(), config.ropeTheta());
      var hidden = embedding.index_select(0, Tensors.of(tokens));
      for (int layer = 0; layer < blocks.size(); layer++) {
        hidden = next(hidden, blocks.get(layer).goOn(hidden, rotary, cache.layer(layer), before));
      }
      cache.grow(tokens.length);
      var last = hidden.narrow(0, tokens.length - 1, 1);
      var normed = torch.empty_like(last);
      finalNorm.forward(last, normed);
      return scope.keep(Operators.linear(normed, head));
    }
  }

  /** Behind the last attention only the rows that predict a trained token matter. */
  private Optional<Tensor> chosen(Block block, PackedBatch batch) {
    return block == blocks.getLast() ? Optional.of(batch.predicting()) : Optional.empty();
  }

  /** Frees the old one at once. */
  private static Tensor next(Tensor old, Tensor next) {
    old.close();
    return next;
  }

  /** Takes over the LoRA matrices after they were changed. */
  void refresh() {
    blocks.forEach(Block::refresh);
  }

  @Override
  public void close() {
    tape.close();
    blocks.forEach(Block::close);
    finalNorm.close();
    if (head != embedding) {
      head.close();
    }
    embedding.close();
  }
}
