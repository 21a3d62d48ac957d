package studio.timbre.tokens.jinja;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands between braces and has a value. */
sealed interface Expression {

  /** A value that stands in the template; the values are those of {@link Values}. */
  record Constant(Object value) implements Expression {}

  record Name(String name) implements Expression {}

  record ListOf(List<Expression> items) implements Expression {}

  record TupleOf(List<Expression> items) implements Expression {}

  record DictOf(List<Expression> keys, List<Expression> values) implements Expression {}

  /** {@code target.name}. */
  record Attribute(Expression target, String name) implements Expression {}

  /** {@code target[key]}. */
  record Item(Expression target, Expression key) implements Expression {}

  /** {@code target[start:stop:step]}. */
  record Slice(
      Expression target,
      Optional<Expression> start,
      Optional<Expression> stop,
      Optional<Expression> step)
      implements Expression {}

  record Call(Expression target, Parameters parameters) implements Expression {}

  /** {@code input | name(parameters)}; without input in a filter block. */
  record Filter(Optional<Expression> input, String name, Parameters parameters)
      implements Expression {}

  /** {@code input is name(parameters)}. */
  record Test(Expression input, String name, Parameters parameters) implements Expression {}

  record Not(Expression operand) implements Expression {}

  /** {@code -x} or {@code +x}. */
  record Sign(boolean negative, Expression operand) implements Expression {}

  record Arithmetic(String operator, Expression left, Expression right) implements Expression {}

  /** {@code a ~ b ~ c}. */
  record Concatenation(List<Expression> parts) implements Expression {}

  /** {@code a < b <= c}: {@code operators.get(i)} stands before {@code operands.get(i)}. */
  record Comparison(Expression first, List<String> operators, List<Expression> operands)
      implements Expression {}

  record And(Expression left, Expression right) implements Expression {}

  record Or(Expression left, Expression right) implements Expression {}

  /** {@code yes if condition else no}. */
  record Conditional(Expression condition, Expression yes, Optional<Expression> no)
      implements Expression {}

  /** What a call is given. */
  record Parameters(List<Expression> positional, Map<String, Expression> named) {
    static final Parameters NONE = new Parameters(List.of(), Map.of());
  }
}
