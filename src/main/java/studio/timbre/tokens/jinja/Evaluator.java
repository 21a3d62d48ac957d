package studio.timbre.tokens.jinja;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import studio.timbre.tokens.jinja.Expression.Parameters;

/** Finds the value of an expression. */
final class Evaluator {

  Object value(Expression expression, Scope scope) {
    Budget.step();
    return switch (expression) {
      case Expression.Constant(var value) -> value;
      case Expression.Name(var name) -> scope.get(name);
      case Expression.ListOf(var items) -> values(items, scope);
      case Expression.TupleOf(var items) -> new Tuple(values(items, scope));
      case Expression.DictOf(var keys, var entries) -> {
        var dict = new LinkedHashMap<Object, Object>();
        for (int i = 0; i < keys.size(); i++) {
          dict.put(value(keys.get(i), scope), value(entries.get(i), scope));
        }
        yield dict;
      }
      case Expression.Attribute(var target, var name) ->
          Access.attribute(value(target, scope), name);
      case Expression.Item(var target, var key) ->
          Access.subscript(value(target, scope), value(key, scope));
      case Expression.Slice slice ->
          Access.slice(
              value(slice.target(), scope),
              place(slice.start(), scope),
              place(slice.stop(), scope),
              place(slice.step(), scope).orElse(1L));
      case Expression.Call(var target, var parameters) ->
          call(value(target, scope), arguments(parameters, scope));
      case Expression.Filter(var input, var name, var parameters) ->
          Filters.named(name)
              .apply(value(input.orElseThrow(), scope), arguments(parameters, scope));
      case Expression.Test(var input, var name, var parameters) ->
          Checks.named(name).holds(value(input, scope), arguments(parameters, scope));
      case Expression.Not(var operand) -> !isTrue(operand, scope);
      case Expression.Sign(var negative, var operand) -> {
        Object value = value(operand, scope);
        yield negative ? Operators.negative(value) : value;
      }
      case Expression.Arithmetic(var operator, var left, var right) ->
          Operators.arithmetic(operator, value(left, scope), value(right, scope));
      case Expression.Concatenation(var parts) -> concatenated(parts, scope);
      case Expression.Comparison comparison -> compared(comparison, scope);
      case Expression.And(var left, var right) -> {
        Object value = value(left, scope);
        yield Values.isTrue(value) ? value(right, scope) : value;
      }
      case Expression.Or(var left, var right) -> {
        Object value = value(left, scope);
        yield Values.isTrue(value) ? value : value(right, scope);
      }
      case Expression.Conditional(var condition, var yes, var no) ->
          isTrue(condition, scope)
              ? value(yes, scope)
              : no.isPresent() ? value(no.get(), scope) : new Undefined("the other case");
    };
  }

  boolean isTrue(Expression expression, Scope scope) {
    return Values.isTrue(value(expression, scope));
  }

  private List<Object> values(List<Expression> expressions, Scope scope) {
    var values = new ArrayList<Object>(expressions.size());
    for (Expression expression : expressions) {
      values.add(value(expression, scope));
    }
    return values;
  }

  private Optional<Long> place(Optional<Expression> expression, Scope scope) {
    return switch (expression.map(given -> value(given, scope)).orElse(None.NONE)) {
      case Long place -> Optional.of(place);
      case None _ -> Optional.empty();
      case Object other ->
          throw new JinjaException("a place must be a whole number, not " + Values.kind(other));
    };
  }

  Arguments arguments(Parameters parameters, Scope scope) {
    var named = new LinkedHashMap<String, Object>();
    parameters.named().forEach((name, expression) -> named.put(name, value(expression, scope)));
    return new Arguments(values(parameters.positional(), scope), named);
  }

  static Object call(Object target, Arguments arguments) {
    Values.refuseUndefined(target);
    if (target instanceof Callable callable) {
      return callable.call(arguments);
    }
    throw new JinjaException(Values.kind(target) + " cannot be called");
  }

  private String concatenated(List<Expression> parts, Scope scope) {
    var text = new StringBuilder();
    for (Expression part : parts) {
      String more = PythonText.of(value(part, scope));
      Budget.grow(text.length(), more.length());
      text.append(more);
    }
    return text.toString();
  }

  private boolean compared(Expression.Comparison comparison, Scope scope) {
    Object left = value(comparison.first(), scope);
    for (int i = 0; i < comparison.operators().size(); i++) {
      Object right = value(comparison.operands().get(i), scope);
      boolean holds =
          switch (comparison.operators().get(i)) {
            case "==" -> Values.equal(left, right);
            case "!=" -> !Values.equal(left, right);
            case "<" -> Values.compare(left, right) < 0;
            case "<=" -> Values.compare(left, right) <= 0;
            case ">" -> Values.compare(left, right) > 0;
            case ">=" -> Values.compare(left, right) >= 0;
            case "in" -> Values.contains(right, left);
            default -> !Values.contains(right, left);
          };
      if (!holds) {
        return false;
      }
      left = right;
    }
    return true;
  }

  /** Puts a text through a chain of filters whose first has no input of its own. */
  Object filtered(Expression chain, Object input, Scope scope) {
    if (chain instanceof Expression.Filter(var inner, var name, var parameters)) {
      Object value = inner.isPresent() ? filtered(inner.get(), input, scope) : input;
      return Filters.named(name).apply(value, arguments(parameters, scope));
    }
    throw new JinjaException("a filter is needed");
  }
}
