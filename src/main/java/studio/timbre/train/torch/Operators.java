package studio.timbre.train.torch;

import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.Dispatcher;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.JitModule;
import org.bytedeco.pytorch.OperatorHandle;
import org.bytedeco.pytorch.QualifiedName;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * Operators of libtorch that the Java binding has no method for, called through libtorch's dispatcher: oneDNN's linear layer,
 * which for 32-bit floats is twice as quick as the BLAS behind {@code torch.linear} on the processors measured, and the
 * fused attention with its backward pass.
 */
final class Operators {
  private static final @Nullable OperatorHandle LINEAR = oneDnn("");
  private static final @Nullable OperatorHandle LINEAR_PLUS = oneDnn("binary");
  private static final OperatorHandle ATTENTION =
      operator("aten::_scaled_dot_product_flash_attention_for_cpu", "");
  private static final OperatorHandle ATTENTION_BACKWARD =
      operator("aten::_scaled_dot_product_flash_attention_for_cpu_backward", "");
  private static final IValue NONE = lasting(new IValue());
  private static final IValue NO_SCALARS = emptyListOfScalars();

  private Operators() {}

  /** {@code x wᵀ}: [rows, in] and [out, in] give [rows, out]. */
  static Tensor linear(Tensor x, Tensor w) {
    if (LINEAR == null) {
      return torch.linear(x, w);
    }
    try (var scope = new Scope()) {
      var stack =
          call(LINEAR, new IValue(x), new IValue(w), NONE, new IValue("none"), NO_SCALARS, NONE);
      return scope.keep(result(stack, 0));
    }
  }

  /** {@code x wᵀ + other}: [rows, in], [out, in] and [rows, out] give [rows, out]. */
  static Tensor linearPlus(Tensor x, Tensor w, Tensor other) {
    if (LINEAR_PLUS == null) {
      return torch.linear(x, w).add_(other);
    }
    try (var scope = new Scope()) {
      var stack =
          call(
              LINEAR_PLUS,
              new IValue(x),
              new IValue(other),
              new IValue(w),
              NONE,
              new IValue("add"));
      return scope.keep(result(stack, 0));
    }
  }

  /**
   * What attention gives and what its backward pass needs of it.
   *
   * @param output [batch, heads, queries, head size]
   * @param logSumExp of each query's scores, [batch, heads, queries]
   */
  record Attended(Tensor output, Tensor logSumExp) {}

  /**
   * Softmax attention, scores divided by the root of the head size.
   *
   * @param query [batch, heads, queries, head size]; keys and values alike
   * @param causal each query sees the keys up to its own place
   */
  static Attended attention(Tensor query, Tensor key, Tensor value, boolean causal) {
    try (var scope = new Scope()) {
      var stack =
          call(
              ATTENTION,
              new IValue(query),
              new IValue(key),
              new IValue(value),
              new IValue(0.0),
              new IValue(causal),
              NONE,
              NONE);
      return new Attended(scope.keep(result(stack, 0)), scope.keep(result(stack, 1)));
    }
  }

  /** Gradients of the three inputs of attention, each of its input's shape. */
  record AttentionGradients(Tensor query, Tensor key, Tensor value) {}

  static AttentionGradients attentionBackward(
      Tensor gradient, Tensor query, Tensor key, Tensor value, Attended forward, boolean causal) {
    try (var scope = new Scope()) {
      var stack =
          call(
              ATTENTION_BACKWARD,
              new IValue(gradient),
              new IValue(query),
              new IValue(key),
              new IValue(value),
              new IValue(forward.output()),
              new IValue(forward.logSumExp()),
              new IValue(0.0),
              new IValue(causal),
              NONE,
              NONE);
      return new AttentionGradients(
          scope.keep(result(stack, 0)), scope.keep(result(stack, 1)), scope.keep(result(stack, 2)));
    }
  }

  /** Calls an operator; the stack that held its arguments holds its results after. */
  private static IValueVector call(OperatorHandle operator, IValue... arguments) {
    var stack = new IValueVector(arguments);
    operator.callBoxed(stack);
    return stack;
  }

  /** A tensor of its own: what the stack hands out lives only as long as the stack. */
  private static Tensor result(IValueVector stack, int place) {
    return new Tensor(stack.get(place).toTensor());
  }

  private static @Nullable OperatorHandle oneDnn(String overload) {
    return torch.hasMKLDNN() ? operator("mkldnn::_linear_pointwise", overload) : null;
  }

  private static OperatorHandle operator(String name, String overload) {
    return lasting(Dispatcher.singleton().findSchemaOrThrow(name, overload));
  }

  /** The binding has no constructor that makes an empty list of this type; TorchScript has. */
  private static IValue emptyListOfScalars() {
    try (var scope = new Scope()) {
      var module = new JitModule(new QualifiedName("timbre"));
      module.define(
          "def empty(self) -> List[Optional[number]]:\n"
              + "    list : List[Optional[number]] = []\n"
              + "    return list\n");
      return lasting(scope.keep(module.get_method("empty").apply(new IValueVector())));
    }
  }

  private static <P extends Pointer> P lasting(P pointer) {
    pointer.retainReference();
    return pointer;
  }
}
