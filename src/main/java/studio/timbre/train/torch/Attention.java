package studio.timbre.train.torch;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import studio.timbre.weights.ModelConfig;

/**
 * Causal attention in which each key and value head serves a group of query heads (Ainslie et al. 2023).
 *
 * <p>A row of queries, keys and values holds first all query heads, then the key heads, then the value heads. libtorch's
 * kernel is given the key heads as its batch and the group as its heads, so that no key is copied.
 */
final class Attention {
  private final long heads;
  private final long keyHeads;
  private final long group;
  private final long size;

  Attention(ModelConfig model) {
    heads = model.heads();
    keyHeads = model.keyValueHeads();
    group = heads / keyHeads;
    size = model.headSize();
  }

  /**
   * What the backward pass needs.
   *
   * @param turned queries and keys with their positions turned in, and values: [rows, (heads + 2 key heads) x size]
   * @param logSumExp for each conversation
   */
  record Saved(Tensor turned, List<Tensor> logSumExp) {
    Saved keptIn(Scope scope) {
      scope.keep(turned);
      logSumExp.forEach(scope::keep);
      return this;
    }
  }

  /**
   * @param raw queries, keys and values as the projections gave them, [rows, (heads + 2 key heads) x size]
   * @param target where the heads' answers are written, [rows, heads x size]
   * @param memory for what is saved
   */
  Saved forward(Tensor raw, PackedBatch batch, Tensor target, Memory memory) {
    try (var scope = new Scope()) {
      var turned = turn(raw, batch.rotary(), memory);
      var logSumExp = new ArrayList<Tensor>();
      long row = 0;
      for (int length : batch.lengths()) {
        var attended =
            Operators.attention(
                queries(turned, row, length),
                keys(turned, row, length),
                values(turned, row, length),
                true);
        answers(target, row, length).copy_(attended.output());
        // The kernel wants it with the heads next to each other in memory, and gives it so.
        logSumExp.add(memory.take(attended.logSumExp().transpose(1, 2)).transpose(1, 2));
        row += length;
      }
      return new Saved(turned, logSumExp).keptIn(scope);
    }
  }

  /**
   * Attention of the newest tokens of a text to all of it.
   *
   * @param raw of the new tokens, as for {@link #forward}; either the first tokens of the text or a single one
   * @param cache takes their keys and values
   * @param before tokens that the cache holds
   * @param target where the heads' answers are written
   */
  void goOn(Tensor raw, Rotary rotary, KeyValueCache.Layer cache, long before, Tensor target) {
    try (var scope = new Scope()) {
      long length = raw.size(0);
      var turned = turn(raw, rotary, Memory.SYSTEM);
      cache.keys().narrow(1, before, length).copy_(once(turned, heads, 0, length));
      cache.values().narrow(1, before, length).copy_(once(turned, heads + keyHeads, 0, length));
      var attended =
          Operators.attention(
              queries(turned, 0, length),
              soFar(cache.keys(), before + length),
              soFar(cache.values(), before + length),
              length > 1);
      answers(target, 0, length).copy_(attended.output());
    }
  }

  /**
   * @param gradient of what {@link #forward} wrote, [rows, heads x size]
   * @param answered what it wrote
   * @return the gradient of the raw queries, keys and values
   */
  Tensor backward(Tensor gradient, Tensor answered, Saved saved, PackedBatch batch) {
    try (var scope = new Scope()) {
      var turned = saved.turned();
      var dTurned = Tensors.empty(turned.size(0), turned.size(1));
      long row = 0;
      for (int i = 0; i < batch.lengths().length; i++) {
        int length = batch.lengths()[i];
        var gradients =
            Operators.attentionBackward(
                answers(gradient, row, length),
                queries(turned, row, length),
                keys(turned, row, length),
                values(turned, row, length),
                new Operators.Attended(answers(answered, row, length), saved.logSumExp().get(i)),
                true);
        queries(dTurned, row, length).copy_(gradients.query());
        once(dTurned, heads, row, length).copy_(gradients.key().sum(1));
        once(dTurned, heads + keyHeads, row, length).copy_(gradients.value().sum(1));
        row += length;
      }
      var dRaw = Tensors.empty(turned.size(0), turned.size(1));
      batch.rotary().turnBack(turning(dTurned), turning(dRaw));
      still(dRaw).copy_(still(dTurned));
      return scope.keep(dRaw);
    }
  }

  /** Numbers saved of a row. */
  long savedWidth() {
    return (heads + 2 * keyHeads) * size + heads;
  }

  private Tensor turn(Tensor raw, Rotary rotary, Memory memory) {
    var turned = memory.empty(raw.size(0), raw.size(1));
    rotary.turn(turning(raw), turning(turned));
    still(turned).copy_(still(raw));
    return turned;
  }

  /** Queries and keys: [rows, heads + key heads, size]. */
  private Tensor turning(Tensor rows) {
    return rows.narrow(1, 0, (heads + keyHeads) * size).view(rows.size(0), heads + keyHeads, size);
  }

  /** Values: [rows, key heads x size]. */
  private Tensor still(Tensor rows) {
    return rows.narrow(1, (heads + keyHeads) * size, keyHeads * size);
  }

  /** [key heads, group, length, size] */
  private Tensor queries(Tensor rows, long from, long length) {
    return answers(rows.narrow(1, 0, heads * size), from, length);
  }

  private Tensor keys(Tensor rows, long from, long length) {
    return shared(rows, heads, from, length);
  }

  private Tensor values(Tensor rows, long from, long length) {
    return shared(rows, heads + keyHeads, from, length);
  }

  /** [key heads, group, length, size], the same for the whole group */
  private Tensor shared(Tensor rows, long firstHead, long from, long length) {
    return once(rows, firstHead, from, length).unsqueeze(1).expand(keyHeads, group, length, size);
  }

  /** [key heads, group, length, size], the same for the whole group */
  private Tensor soFar(Tensor cached, long length) {
    return cached.narrow(1, 0, length).unsqueeze(1).expand(keyHeads, group, length, size);
  }

  /** [key heads, length, size] */
  private Tensor once(Tensor rows, long firstHead, long from, long length) {
    return rows.narrow(0, from, length)
        .narrow(1, firstHead * size, keyHeads * size)
        .view(length, keyHeads, size)
        .transpose(0, 1);
  }

  /** [key heads, group, length, size] of [rows, heads x size] */
  private Tensor answers(Tensor rows, long from, long length) {
    return rows.narrow(0, from, length).view(length, keyHeads, group, size).permute(1, 2, 0, 3);
  }
}
