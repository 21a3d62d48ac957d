package studio.timbre.tokens.jinja;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.timbre.tokens.jinja.Expression.Parameters;
import studio.timbre.tokens.jinja.Token.Kind;

/** Reads what operators stand between: names, literals and brackets, and what follows them closely, be it a subscript or a filter. */
final class OperandParser {

  /** Words behind a test that cannot be its argument. */
  private static final Set<String> AFTER_TEST =
      Set.of("else", "or", "and", "is", "if", "in", "not");

  private final TokenStream tokens;
  private final ExpressionParser expressions;

  /**
   * @param expressions reads what stands in brackets
   */
  OperandParser(TokenStream tokens, ExpressionParser expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
  }

  /** A name, a literal, or something in brackets. */
  Expression primary() {
    Token token = tokens.peek();
    return switch (token.kind()) {
      case NAME -> name(tokens.take().text());
      case STRING -> string();
      case INTEGER -> integer(tokens.take().text());
      case FLOAT -> constant(Double.parseDouble(tokens.take().text().replace("_", "")));
      case OPERATOR -> bracketed();
      default -> throw tokens.unexpected("a value");
    };
  }

  private static Expression name(String name) {
    return switch (name) {
      case "true", "True" -> constant(true);
      case "false", "False" -> constant(false);
      case "none", "None" -> constant(None.NONE);
      default -> new Expression.Name(name);
    };
  }

  private Expression string() {
    var text = new StringBuilder();
    while (tokens.peek().kind() == Kind.STRING) {
      text.append(tokens.take().text());
    }
    return constant(text.toString());
  }

  private Expression integer(String digits) {
    try {
      return constant(Long.parseLong(digits.replace("_", "")));
    } catch (NumberFormatException e) {
      throw new JinjaException("the number " + digits + " is too large");
    }
  }

  private static Expression constant(Object value) {
    return new Expression.Constant(value);
  }

  private Expression bracketed() {
    if (tokens.takeOperator("(")) {
      if (tokens.takeOperator(")")) {
        return new Expression.TupleOf(List.of());
      }
      Expression inside = expressions.tuple();
      tokens.expectOperator(")");
      return inside;
    }
    if (tokens.takeOperator("[")) {
      var items = new ArrayList<Expression>();
      while (!tokens.takeOperator("]")) {
        items.add(expressions.expression());
        if (!tokens.peek().isOperator("]")) {
          tokens.expectOperator(",");
        }
      }
      return new Expression.ListOf(items);
    }
    if (tokens.takeOperator("{")) {
      var keys = new ArrayList<Expression>();
      var values = new ArrayList<Expression>();
      while (!tokens.takeOperator("}")) {
        keys.add(expressions.expression());
        tokens.expectOperator(":");
        values.add(expressions.expression());
        if (!tokens.peek().isOperator("}")) {
          tokens.expectOperator(",");
        }
      }
      return new Expression.DictOf(keys, values);
    }
    throw tokens.unexpected("a value");
  }

  /** Attributes, subscripts and calls behind a value. */
  Expression postfix(Expression start) {
    Expression value = start;
    while (true) {
      if (tokens.takeOperator(".")) {
        Token name = tokens.take();
        if (name.kind() == Kind.INTEGER) {
          value = new Expression.Item(value, integer(name.text()));
        } else if (name.kind() == Kind.NAME) {
          value = new Expression.Attribute(value, name.text());
        } else {
          throw tokens.unexpected("a name");
        }
      } else if (tokens.takeOperator("[")) {
        value = subscript(value);
      } else if (tokens.peek().isOperator("(")) {
        value = new Expression.Call(value, parameters());
      } else {
        return value;
      }
    }
  }

  private Expression subscript(Expression target) {
    Optional<Expression> start = sliceEnd();
    if (start.isPresent() && !tokens.peek().isOperator(":")) {
      Expression key = expressions.tupleAfter(start.get());
      tokens.expectOperator("]");
      return new Expression.Item(target, key);
    }
    tokens.expectOperator(":");
    Optional<Expression> stop = sliceEnd();
    Optional<Expression> step = tokens.takeOperator(":") ? sliceEnd() : Optional.empty();
    tokens.expectOperator("]");
    return new Expression.Slice(target, start, stop, step);
  }

  private Optional<Expression> sliceEnd() {
    Token next = tokens.peek();
    return next.isOperator(":") || next.isOperator("]")
        ? Optional.empty()
        : Optional.of(expressions.expression());
  }

  private Parameters parameters() {
    tokens.expectOperator("(");
    var positional = new ArrayList<Expression>();
    Map<String, Expression> named = new LinkedHashMap<>();
    while (!tokens.takeOperator(")")) {
      if (tokens.peek().kind() == Kind.NAME && tokens.peekSecond().isOperator("=")) {
        String name = tokens.take().text();
        tokens.take();
        named.put(name, expressions.expression());
      } else if (named.isEmpty()) {
        positional.add(expressions.expression());
      } else {
        throw tokens.unexpected("a named argument");
      }
      if (!tokens.peek().isOperator(")")) {
        tokens.expectOperator(",");
      }
    }
    return new Parameters(positional, named);
  }

  /** Filters, tests and calls behind a value. */
  Expression filtersAndTests(Expression start) {
    Expression value = start;
    while (true) {
      if (tokens.peek().isOperator("|")) {
        value = filter(Optional.of(value));
      } else if (tokens.takeName("is")) {
        value = test(value);
      } else if (tokens.peek().isOperator("(")) {
        value = new Expression.Call(value, parameters());
      } else {
        return value;
      }
    }
  }

  Expression filterChain() {
    tokens.takeOperator("|");
    Expression chain = named(Optional.empty());
    while (tokens.peek().isOperator("|")) {
      chain = filter(Optional.of(chain));
    }
    return chain;
  }

  private Expression filter(Optional<Expression> input) {
    tokens.expectOperator("|");
    return named(input);
  }

  private Expression named(Optional<Expression> input) {
    String name = dottedName();
    Parameters parameters = tokens.peek().isOperator("(") ? parameters() : Parameters.NONE;
    return new Expression.Filter(input, name, parameters);
  }

  private String dottedName() {
    var name = new StringBuilder(tokens.expectName());
    while (tokens.takeOperator(".")) {
      name.append('.').append(tokens.expectName());
    }
    return name.toString();
  }

  private Expression test(Expression input) {
    boolean negated = tokens.takeName("not");
    String name = dottedName();
    Parameters parameters = Parameters.NONE;
    Token next = tokens.peek();
    if (next.isOperator("(")) {
      parameters = parameters();
    } else if (beginsArgument(next)) {
      parameters = new Parameters(List.of(postfix(primary())), Map.of());
    }
    Expression test = new Expression.Test(input, name, parameters);
    return negated ? new Expression.Not(test) : test;
  }

  private static boolean beginsArgument(Token next) {
    return switch (next.kind()) {
      case STRING, INTEGER, FLOAT -> true;
      case NAME -> !AFTER_TEST.contains(next.text());
      case OPERATOR -> next.isOperator("[") || next.isOperator("{");
      default -> false;
    };
  }
}
