package studio.timbre.train.torch;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import studio.timbre.train.Example;
import studio.timbre.weights.ModelConfig;

/**
 * Conversations one behind the other, without padding: every row is a token that some prediction needs. Attention alone
 * looks at the conversations one by one; all else works on rows.
 *
 * @param tokens [rows], 64-bit
 * @param lengths rows of each conversation
 * @param rotary for the rows
 * @param predicting the rows whose next token is trained, [answers], 64-bit
 * @param targets those next tokens, [answers], 64-bit
 */
record PackedBatch(Tensor tokens, int[] lengths, Rotary rotary, Tensor predicting, Tensor targets) {

  /** What stands behind the last trained token is left out: nothing that is trained depends on it. */
  static PackedBatch of(List<Example> examples, ModelConfig model) {
    var lengths = examples.stream().mapToInt(PackedBatch::neededRows).toArray();
    int rows = 0;
    int answers = 0;
    for (int i = 0; i < lengths.length; i++) {
      rows += lengths[i];
      answers += examples.get(i).answerTokens();
    }
    var tokens = new int[rows];
    var positions = new int[rows];
    var predicting = new int[answers];
    var targets = new int[answers];
    int row = 0;
    int answer = 0;
    for (int i = 0; i < lengths.length; i++) {
      var example = examples.get(i);
      for (int place = 0; place < lengths[i]; place++, row++) {
        tokens[row] = example.tokens()[place];
        positions[row] = place;
        if (example.trained()[place + 1]) {
          predicting[answer] = row;
          targets[answer] = example.tokens()[place + 1];
          answer++;
        }
      }
    }
    try (var scope = new Scope()) {
      var rotary = Rotary.at(positions, model.headSize(), model.ropeTheta());
      scope.keep(rotary.cos());
      scope.keep(rotary.sin());
      return new PackedBatch(
          scope.keep(Tensors.of(tokens)),
          lengths,
          rotary,
          scope.keep(Tensors.of(predicting)),
          scope.keep(Tensors.of(targets)));
    }
  }

  /** Rows before the last trained token; 0 where nothing is trained. */
  private static int neededRows(Example example) {
    int last = example.length() - 1;
    while (last > 0 && !example.trained()[last]) {
      last--;
    }
    return Math.max(last, 0);
  }

  int rows() {
    return (int) tokens.numel();
  }

  int answers() {
    return (int) targets.numel();
  }
}
