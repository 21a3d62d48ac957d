package studio.timbre.train.torch;

import org.bytedeco.pytorch.Tensor;

/**
 * The head and the cross-entropy of the answer tokens. Only rows that predict a trained token come here, and few at a time,
 * so that the scores over the whole vocabulary are never held for all.
 */
final class AnswerLoss {
  private static final int ROWS_AT_A_TIME = 128;

  private final Tensor head;

  /**
   * @param head [vocabulary, hidden]; not closed here
   */
  AnswerLoss(Tensor head) {
    this.head = head;
  }

  /**
   * The loss in nats, summed over the rows.
   *
   * @param hidden [answers, hidden]
   * @param targets [answers]
   */
  double sum(Tensor hidden, Tensor targets) {
    double sum = 0;
    for (long from = 0; from < hidden.size(0); from += ROWS_AT_A_TIME) {
      try (var scope = new Scope()) {
        long rows = Math.min(ROWS_AT_A_TIME, hidden.size(0) - from);
        var logarithms = logProbabilities(hidden.narrow(0, from, rows));
        sum -= picked(logarithms, targets.narrow(0, from, rows));
      }
    }
    return sum;
  }

  /**
   * The same, and the gradient of {@code scale} times the sum: {@code scale (p - e) E} for probabilities p, the target's unit
   * vector e and the head E.
   *
   * @param gradient where it is written, [answers, hidden]
   */
  double sumWithGradient(Tensor hidden, Tensor targets, double scale, Tensor gradient) {
    double sum = 0;
    for (long from = 0; from < hidden.size(0); from += ROWS_AT_A_TIME) {
      try (var scope = new Scope()) {
        long rows = Math.min(ROWS_AT_A_TIME, hidden.size(0) - from);
        var some = targets.narrow(0, from, rows);
        var logarithms = logProbabilities(hidden.narrow(0, from, rows));
        sum -= picked(logarithms, some);
        var excess = logarithms.exp_();
        excess.scatter_add_(1, some.unsqueeze(1), Tensors.empty(rows, 1).fill_(Tensors.scalar(-1)));
        gradient
            .narrow(0, from, rows)
            .copy_(Operators.linear(excess, head.t()))
            .mul_(Tensors.scalar(scale));
      }
    }
    return sum;
  }

  private Tensor logProbabilities(Tensor hidden) {
    return Operators.linear(hidden, head).log_softmax(1);
  }

  private static double picked(Tensor logarithms, Tensor targets) {
    return logarithms.gather(1, targets.unsqueeze(1)).sum().item_float();
  }
}
