package studio.timbre.train.torch;

import java.util.Optional;
import org.bytedeco.pytorch.Tensor;

/** A Llama block: attention and a gated feed-forward, each behind a normalisation and around a residual. */
final class Block implements AutoCloseable {
  private final RmsNorm attentionNorm;
  private final AdaptedLinear queryKeyValue;
  private final Attention attention;
  private final AdaptedLinear output;
  private final RmsNorm feedForwardNorm;
  private final AdaptedLinear gateUp;
  private final AdaptedLinear down;

  Block(BaseWeights base, int layer, Optional<Lora> lora) {
    double epsilon = base.config().rmsNormEpsilon();
    attentionNorm = new RmsNorm(base.attentionNorm(layer), epsilon);
    queryKeyValue = new AdaptedLinear(base, layer, 0, lora);
    attention = new Attention(base.config());
    output = new AdaptedLinear(base, layer, 1, lora);
    feedForwardNorm = new RmsNorm(base.feedForwardNorm(layer), epsilon);
    gateUp = new AdaptedLinear(base, layer, 2, lora);
    down = new AdaptedLinear(base, layer, 3, lora);
  }

  /**
   * A pass through the block, with what the backward pass needs of it. "Room" is an {@link AdaptedLinear#room}.
   *
   * @param in [rows, hidden]
   * @param normedRoom the first normalisation's result
   * @param inverse its 1 / root mean square
   * @param attendedRoom the heads' answers, of all rows
   * @param chosenRoom the same of the chosen rows
   * @param middle after the attention, [chosen, hidden]
   */
  record Pass(
      Tensor in,
      Tensor normedRoom,
      Tensor inverse,
      Attention.Saved attention,
      Tensor attendedRoom,
      Tensor chosenRoom,
      Tensor middle,
      Fed fed) {

    /** [chosen, hidden] */
    Tensor out() {
      return fed.out();
    }
  }

  /**
   * The second half of a pass.
   *
   * @param room the second normalisation's result
   * @param inverse its 1 / root mean square
   * @param gates [chosen, 2 inner]
   * @param innerRoom the gated unit's result
   * @param out [chosen, hidden]
   */
  record Fed(Tensor room, Tensor inverse, Tensor gates, Tensor innerRoom, Tensor out) {}

  /** The result alone; everything else is freed. */
  Tensor forward(Tensor in, PackedBatch batch, Optional<Tensor> chosen) {
    try (var scope = new Scope()) {
      return scope.keep(pass(in, batch, chosen, Memory.SYSTEM).out());
    }
  }

  /** The result with all that {@link #backward} needs. */
  Pass forwardForBackward(Tensor in, PackedBatch batch, Optional<Tensor> chosen, Memory memory) {
    try (var scope = new Scope()) {
      var pass = pass(in, batch, chosen, memory);
      pass.attention().keptIn(scope);
      scope.keep(pass.normedRoom());
      scope.keep(pass.inverse());
      scope.keep(pass.attendedRoom());
      if (chosen.isPresent()) {
        scope.keep(pass.chosenRoom());
      }
      scope.keep(pass.middle());
      scope.keep(pass.fed().room());
      scope.keep(pass.fed().inverse());
      scope.keep(pass.fed().gates());
      scope.keep(pass.fed().innerRoom());
      scope.keep(pass.fed().out());
      return pass;
    }
  }

  /**
   * @param in [rows, hidden]
   * @param chosen the rows that matter behind the attention; empty for all
   * @param memory for what stays
   */
  private Pass pass(Tensor in, PackedBatch batch, Optional<Tensor> chosen, Memory memory) {
    long rows = in.size(0);
    var normedRoom = queryKeyValue.room(memory, rows);
    var inverse = memory.take(attentionNorm.forward(in, queryKeyValue.x(normedRoom)));
    var attendedRoom = output.room(memory, rows);
    var raw = queryKeyValue.forward(normedRoom);
    var attended = attention.forward(raw, batch, output.x(attendedRoom), memory);

    var chosenRoom =
        chosen.map(some -> memory.take(attendedRoom.index_select(0, some))).orElse(attendedRoom);
    var residual = chosen.map(some -> in.index_select(0, some)).orElse(in);
    var middle = memory.take(output.forwardPlus(chosenRoom, residual));

    var fed = feedForward(middle, memory);
    return new Pass(in, normedRoom, inverse, attended, attendedRoom, chosenRoom, middle, fed);
  }

  private Fed feedForward(Tensor middle, Memory memory) {
    var room = gateUp.room(memory, middle.size(0));
    var inverse = memory.take(feedForwardNorm.forward(middle, gateUp.x(room)));
    var gates = memory.take(gateUp.forward(room));
    var innerRoom = down.room(memory, middle.size(0));
    SwiGlu.forward(gates, down.x(innerRoom));
    var out = memory.take(down.forwardPlus(innerRoom, middle));
    return new Fed(room, inverse, gates, innerRoom, out);
  }

  /**
   * The {@link Tape#space} that {@link #forwardForBackward} takes.
   *
   * @param chosen the rows that matter behind the attention; empty for all
   */
  long space(PackedBatch batch, Optional<Tensor> chosen) {
    long rows = batch.rows();
    long some = chosen.map(Tensor::numel).orElse(rows);
    long ofAttention = queryKeyValue.roomWidth() + 1 + attention.savedWidth() + output.roomWidth();
    long ofChosen = (chosen.isPresent() ? output.roomWidth() : 0) + 2 * output.outputs() + 2;
    long ofFeedForward = gateUp.roomWidth() + gateUp.outputs() + down.roomWidth();
    long tensors = 10 + batch.lengths().length;
    return rows * ofAttention + some * (ofChosen + ofFeedForward) + tensors * Tape.space(1);
  }

  /**
   * The newest tokens of a text on their way through the block.
   *
   * @param in of the new tokens, [rows, hidden]
   * @param cache takes their keys and values
   * @param before tokens that the cache holds
   */
  Tensor goOn(Tensor in, Rotary rotary, KeyValueCache.Layer cache, int before) {
    try (var scope = new Scope()) {
      long rows = in.size(0);
      var normedRoom = queryKeyValue.room(Memory.SYSTEM, rows);
      attentionNorm.forward(in, queryKeyValue.x(normedRoom));
      var attendedRoom = output.room(Memory.SYSTEM, rows);
      var raw = queryKeyValue.forward(normedRoom);
      attention.goOn(raw, rotary, cache, before, output.x(attendedRoom));
      var middle = output.forwardPlus(attendedRoom, in);
      return scope.keep(feedForward(middle, Memory.SYSTEM).out());
    }
  }

  /**
   * Adds to the LoRA gradients.
   *
   * @param gradient of the result, [chosen, hidden]
   * @param first true for the block behind the frozen embedding, whose input needs no gradient
   * @return the gradient of the input, [rows, hidden]; empty for the first block
   */
  Optional<Tensor> backward(
      Tensor gradient, Pass pass, PackedBatch batch, Optional<Tensor> chosen, boolean first) {
    try (var scope = new Scope()) {
      var fed = pass.fed();
      var dInner = down.backward(gradient, fed.innerRoom());
      var dGates = SwiGlu.backward(dInner, fed.gates());
      var dMiddle = gateUp.backward(dGates, fed.room());
      feedForwardNorm.backward(dMiddle, pass.middle(), fed.inverse());
      dMiddle.add_(gradient);

      var dChosen = output.backward(dMiddle, pass.chosenRoom());
      long rows = pass.in().size(0);
      var dAttended = chosen.map(some -> spread(dChosen, some, rows)).orElse(dChosen);
      var dRaw =
          attention.backward(dAttended, output.x(pass.attendedRoom()), pass.attention(), batch);
      if (first) {
        queryKeyValue.backwardIntoLora(dRaw, pass.normedRoom());
        return Optional.empty();
      }
      var dIn = queryKeyValue.backward(dRaw, pass.normedRoom());
      attentionNorm.backward(dIn, pass.in(), pass.inverse());
      if (chosen.isPresent()) {
        dIn.index_add_(0, chosen.get(), dMiddle);
      } else {
        dIn.add_(dMiddle);
      }
      return Optional.of(scope.keep(dIn));
    }
  }

  /** The chosen rows put back among zeros. */
  private static Tensor spread(Tensor chosen, Tensor places, long rows) {
    return Tensors.zeros(rows, chosen.size(1)).index_copy_(0, places, chosen);
  }

  /** Takes over the LoRA matrices after they were changed. */
  void refresh() {
    queryKeyValue.refresh();
    output.refresh();
    gateUp.refresh();
    down.refresh();
  }

  @Override
  public void close() {
    attentionNorm.close();
    queryKeyValue.close();
    output.close();
    feedForwardNorm.close();
    gateUp.close();
    down.close();
  }
}
