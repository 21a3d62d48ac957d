package studio.timbre.tokens.jinja;

import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import studio.timbre.tokens.jinja.Token.Kind;

/**
 * Reads expressions; each method stands for one strength of binding, weakest first, as Jinja orders them. What the operators stand
 * between is read by {@link OperandParser}.
 */
final class ExpressionParser {

  private static final int DEEPEST = 200;
  private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");

  private final TokenStream tokens;
  private final OperandParser operands;
  private int depth;

  ExpressionParser(TokenStream tokens) {
    this.tokens = tokens;
    this.operands = new OperandParser(tokens, this);
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
    return deeper(() -> tupleAfter(conditional(true)));
  }

  /** The same where the first value is read already. */
  Expression tupleAfter(Expression first) {
    return commas(first, true);
  }

  /** {@code name(…) | name | …}, as behind {@code {% filter} or, with a bar first, behind {@code {% set x}. */
  Expression filterChain() {
    return operands.filterChain();
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
      value = operands.primary();
    }
    value = operands.postfix(value);
    return withFilters ? operands.filtersAndTests(value) : value;
  }
}
