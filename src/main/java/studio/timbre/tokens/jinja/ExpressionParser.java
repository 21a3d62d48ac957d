package studio.timbre.tokens.jinja;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.timbre.tokens.jinja.Expression.Parameters;
import studio.timbre.tokens.jinja.Token.Kind;

/** Reads expressions; each method stands for one strength of binding, weakest first, as Jinja orders them. */
final class ExpressionParser {

  private static final int DEEPEST = 200;
  private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");

  /** Words behind a test that cannot be its argument. */
  private static final Set<String> AFTER_TEST =
      Set.of("else", "or", "and", "is", "if", "in", "not");

  private final TokenStream tokens;
  private int depth;

  ExpressionParser(TokenStream tokens) {
    this.tokens = tokens;
  }

  Expression expression() {
    return deeper(() -> conditional(true));
  }

  /** Without {@code … if …} at the end, which belongs to the loop around it. */
  Expression loopItems() {
    return deeper(() -> commas(conditional(false), false));
  }

  /** One value, or several with commas between them. */
  Expression tuple() {
    return deeper(() -> commas(conditional(true), true));
  }

  private interface Rule {
    Expression read();
  }

  private Expression deeper(Rule rule) {
    if (++depth > DEEPEST) {
      throw tokens.unexpected("fewer parentheses");
    }
    try {
      return rule.read();
    } finally {
      depth--;
    }
  }

  private Expression commas(Expression first, boolean conditions) {
    if (!tokens.peek().isOperator(",")) {
      return first;
    }
    var items = new ArrayList<Expression>();
    items.add(first);
    while (tokens.takeOperator(",")) {
      if (endsTuple()) {
        break;
      }
      items.add(conditional(conditions));
    }
    return new Expression.TupleOf(items);
  }

  private boolean endsTuple() {
    Token next = tokens.peek();
    return next.kind() == Kind.BLOCK_END
        || next.kind() == Kind.OUTPUT_END
        || next.isOperator(")")
        || next.isName("in");
  }

  private Expression conditional(boolean conditions) {
    Expression value = or();
    while (conditions && tokens.takeName("if")) {
      Expression condition = or();
      Optional<Expression> no =
          tokens.takeName("else") ? Optional.of(deeper(() -> conditional(true))) : Optional.empty();
      value = new Expression.Conditional(condition, value, no);
    }
    return value;
  }

  private Expression or() {
    Expression left = and();
    while (tokens.takeName("or")) {
      left = new Expression.Or(left, and());
    }
    return left;
  }

  private Expression and() {
    Expression left = not();
    while (tokens.takeName("and")) {
      left = new Expression.And(left, not());
    }
    return left;
  }

  private Expression not() {
    if (tokens.peek().isName("not")) {
      tokens.take();
      return new Expression.Not(deeper(this::not));
    }
    return comparison();
  }

  private Expression comparison() {
    Expression first = sum();
    var operators = new ArrayList<String>();
    var operands = new ArrayList<Expression>();
    while (true) {
      Token next = tokens.peek();
      if (next.kind() == Kind.OPERATOR && COMPARISONS.contains(next.text())) {
        operators.add(tokens.take().text());
      } else if (tokens.takeName("in")) {
        operators.add("in");
      } else if (next.isName("not") && tokens.peekSecond().isName("in")) {
        tokens.take();
        tokens.take();
        operators.add("not in");
      } else {
        return operators.isEmpty() ? first : new Expression.Comparison(first, operators, operands);
      }
      operands.add(sum());
    }
  }

  private Expression sum() {
    Expression left = concatenation();
    while (tokens.peek().isOperator("+") || tokens.peek().isOperator("-")) {
      left = new Expression.Arithmetic(tokens.take().text(), left, concatenation());
    }
    return left;
  }

  private Expression concatenation() {
    Expression first = product();
    if (!tokens.peek().isOperator("~")) {
      return first;
    }
    var parts = new ArrayList<Expression>();
    parts.add(first);
    while (tokens.takeOperator("~")) {
      parts.add(product());
    }
    return new Expression.Concatenation(parts);
  }

  private Expression product() {
    Expression left = power();
    while (tokens.peek().kind() == Kind.OPERATOR
        && Set.of("*", "/", "//", "%").contains(tokens.peek().text())) {
      left = new Expression.Arithmetic(tokens.take().text(), left, power());
    }
    return left;
  }

  private Expression power() {
    Expression left = unary(true);
    while (tokens.takeOperator("**")) {
      left = new Expression.Arithmetic("**", left, unary(true));
    }
    return left;
  }

  private Expression unary(boolean withFilters) {
    Expression value;
    if (tokens.peek().isOperator("-") || tokens.peek().isOperator("+")) {
      boolean negative = tokens.take().text().equals("-");
      value = new Expression.Sign(negative, deeper(() -> unary(false)));
    } else {
      value = primary();
    }
    value = postfix(value);
    return withFilters ? filtersAndTests(value) : value;
  }

  private Expression primary() {
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
      Expression inside = tuple();
      tokens.expectOperator(")");
      return inside;
    }
    if (tokens.takeOperator("[")) {
      var items = new ArrayList<Expression>();
      while (!tokens.takeOperator("]")) {
        items.add(expression());
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
        keys.add(expression());
        tokens.expectOperator(":");
        values.add(expression());
        if (!tokens.peek().isOperator("}")) {
          tokens.expectOperator(",");
        }
      }
      return new Expression.DictOf(keys, values);
    }
    throw tokens.unexpected("a value");
  }

  private Expression postfix(Expression start) {
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
      Expression key = commas(start.get(), true);
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
        : Optional.of(expression());
  }

  Parameters parameters() {
    tokens.expectOperator("(");
    var positional = new ArrayList<Expression>();
    Map<String, Expression> named = new LinkedHashMap<>();
    while (!tokens.takeOperator(")")) {
      if (tokens.peek().kind() == Kind.NAME && tokens.peekSecond().isOperator("=")) {
        String name = tokens.take().text();
        tokens.take();
        named.put(name, expression());
      } else if (named.isEmpty()) {
        positional.add(expression());
      } else {
        throw tokens.unexpected("a named argument");
      }
      if (!tokens.peek().isOperator(")")) {
        tokens.expectOperator(",");
      }
    }
    return new Parameters(positional, named);
  }

  private Expression filtersAndTests(Expression start) {
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

  /** {@code name(…) | name | …}, as behind {@code {% filter} or, with a bar first, behind {@code {% set x}. */
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
