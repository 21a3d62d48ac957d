package studio.timbre.tokens.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.timbre.tokens.jinja.Statement.Parameter;
import studio.timbre.tokens.jinja.Statement.Target;
import studio.timbre.tokens.jinja.Token.Kind;

/** Reads the blocks of a template. */
final class TemplateParser {

  private static final int DEEPEST = 200;

  private final TokenStream tokens;
  private final ExpressionParser expressions;
  private int depth;

  private TemplateParser(TokenStream tokens) {
    this.tokens = tokens;
    this.expressions = new ExpressionParser(tokens);
  }

  static List<Statement> parse(List<Token> tokens) {
    var parser = new TemplateParser(new TokenStream(tokens));
    List<Statement> statements = parser.body(Set.of());
    if (parser.tokens.peek().kind() != Kind.END) {
      throw parser.tokens.unexpected("the end of the template");
    }
    return statements;
  }

  /** Statements up to a block that begins with one of these words; the word is the next token then. */
  private List<Statement> body(Set<String> ends) {
    if (++depth > DEEPEST) {
      throw tokens.unexpected("fewer blocks within blocks");
    }
    var statements = new ArrayList<Statement>();
    while (true) {
      Token token = tokens.peek();
      switch (token.kind()) {
        case TEXT -> statements.add(new Statement.Text(tokens.take().text()));
        case OUTPUT_BEGIN -> {
          tokens.take();
          statements.add(new Statement.Output(expressions.tuple(), token.line()));
          tokens.expect(Kind.OUTPUT_END);
        }
        case BLOCK_BEGIN -> {
          if (ends.contains(tokens.peekSecond().text())) {
            tokens.take();
            depth--;
            return statements;
          }
          tokens.take();
          statements.add(block());
        }
        default -> {
          if (!ends.isEmpty()) {
            throw tokens.unexpected(String.join(" or ", ends));
          }
          depth--;
          return statements;
        }
      }
    }
  }

  /** The statements up to {@code end}, which is taken along. */
  private List<Statement> bodyTo(String end) {
    tokens.expect(Kind.BLOCK_END);
    List<Statement> statements = body(Set.of(end));
    tokens.expectName(end);
    return statements;
  }

  private Statement block() {
    int line = tokens.peek().line();
    String word = tokens.expectName();
    Statement statement =
        switch (word) {
          case "if" -> conditional(line);
          case "for" -> loop(line);
          case "set" -> assignment(line);
          case "macro" -> macro();
          case "call" -> call(line);
          case "filter" -> {
            Expression filters = expressions.filterChain();
            yield new Statement.FilterBlock(filters, bodyTo("endfilter"), line);
          }
          case "with" -> with(line);
          case "generation" -> new Statement.Group(bodyTo("endgeneration"));
          case "break" -> new Statement.Break();
          case "continue" -> new Statement.Continue();
          default ->
              throw new JinjaException("the block \"" + word + "\" is not known").inLine(line);
        };
    tokens.expect(Kind.BLOCK_END);
    return statement;
  }

  private Statement conditional(int line) {
    var branches = new ArrayList<Statement.Branch>();
    List<Statement> otherwise = List.of();
    Expression condition = expressions.tuple();
    while (true) {
      tokens.expect(Kind.BLOCK_END);
      branches.add(new Statement.Branch(condition, body(Set.of("elif", "else", "endif"))));
      if (tokens.takeName("elif")) {
        condition = expressions.tuple();
      } else if (tokens.takeName("else")) {
        otherwise = bodyTo("endif");
        return new Statement.If(branches, otherwise, line);
      } else {
        tokens.expectName("endif");
        return new Statement.If(branches, otherwise, line);
      }
    }
  }

  private Statement loop(int line) {
    Target target = target();
    tokens.expectName("in");
    Expression items = expressions.loopItems();
    Optional<Expression> condition =
        tokens.takeName("if") ? Optional.of(expressions.expression()) : Optional.empty();
    boolean recursive = tokens.takeName("recursive");
    tokens.expect(Kind.BLOCK_END);
    List<Statement> body = body(Set.of("else", "endfor"));
    List<Statement> otherwise = List.of();
    if (tokens.takeName("else")) {
      otherwise = bodyTo("endfor");
    } else {
      tokens.expectName("endfor");
    }
    return new Statement.For(target, items, condition, body, otherwise, recursive, line);
  }

  private Statement assignment(int line) {
    Target target = target();
    if (tokens.takeOperator("=")) {
      return new Statement.Set(target, expressions.tuple(), line);
    }
    Optional<Expression> filters =
        tokens.peek().isOperator("|") ? Optional.of(expressions.filterChain()) : Optional.empty();
    return new Statement.SetText(target, filters, bodyTo("endset"), line);
  }

  /** A name, a name in a namespace, or several with commas between them. */
  private Target target() {
    Target first = single();
    if (!tokens.peek().isOperator(",")) {
      return first;
    }
    var targets = new ArrayList<Target>();
    targets.add(first);
    while (tokens.takeOperator(",")) {
      if (tokens.peek().isName("in") || tokens.peek().isOperator("=")) {
        break;
      }
      targets.add(single());
    }
    return new Target.ToSeveral(targets);
  }

  private Target single() {
    if (tokens.takeOperator("(")) {
      Target inside = target();
      tokens.expectOperator(")");
      return inside;
    }
    String name = tokens.expectName();
    return tokens.takeOperator(".")
        ? new Target.ToNamespace(name, tokens.expectName())
        : new Target.ToName(name);
  }

  private Statement macro() {
    String name = tokens.expectName();
    List<Parameter> parameters = parameters();
    return new Statement.Macro(name, parameters, bodyTo("endmacro"));
  }

  private Statement call(int line) {
    List<Parameter> parameters = tokens.peek().isOperator("(") ? parameters() : List.of();
    if (!(expressions.expression() instanceof Expression.Call call)) {
      throw tokens.unexpected("a call");
    }
    return new Statement.CallBlock(call, parameters, bodyTo("endcall"), line);
  }

  private List<Parameter> parameters() {
    tokens.expectOperator("(");
    var parameters = new ArrayList<Parameter>();
    while (!tokens.takeOperator(")")) {
      String name = tokens.expectName();
      parameters.add(
          new Parameter(
              name,
              tokens.takeOperator("=") ? Optional.of(expressions.expression()) : Optional.empty()));
      if (!tokens.peek().isOperator(")")) {
        tokens.expectOperator(",");
      }
    }
    return parameters;
  }

  private Statement with(int line) {
    var targets = new ArrayList<Target>();
    var values = new ArrayList<Expression>();
    while (tokens.peek().kind() != Kind.BLOCK_END) {
      targets.add(single());
      tokens.expectOperator("=");
      values.add(expressions.expression());
      if (!tokens.takeOperator(",")) {
        break;
      }
    }
    return new Statement.With(targets, values, bodyTo("endwith"), line);
  }
}
