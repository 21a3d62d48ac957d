package studio.timbre.tokens.jinja;

import java.util.List;
import java.util.Optional;

/** A piece of a template that writes or does something. */
sealed interface Statement {

  record Text(String text) implements Statement {}

  record Output(Expression value, int line) implements Statement {}

  record If(List<Branch> branches, List<Statement> otherwise, int line) implements Statement {}

  record Branch(Expression condition, List<Statement> body) {}

  record For(
      Target target,
      Expression items,
      Optional<Expression> condition,
      List<Statement> body,
      List<Statement> otherwise,
      boolean recursive,
      int line)
      implements Statement {}

  record Set(Target target, Expression value, int line) implements Statement {}

  /** {@code {% set name %}…{% endset %}}, with the filters that the text goes through. */
  record SetText(Target target, Optional<Expression> filters, List<Statement> body, int line)
      implements Statement {}

  record Macro(String name, List<Parameter> parameters, List<Statement> body)
      implements Statement {}

  record Parameter(String name, Optional<Expression> otherwise) {}

  /** {@code {% call(parameters) macro(…) %}…{% endcall %}}. */
  record CallBlock(Expression.Call call, List<Parameter> parameters, List<Statement> body, int line)
      implements Statement {}

  record FilterBlock(Expression filters, List<Statement> body, int line) implements Statement {}

  record With(List<Target> targets, List<Expression> values, List<Statement> body, int line)
      implements Statement {}

  record Break() implements Statement {}

  record Continue() implements Statement {}

  /** A part in a scope of its own, as {@code {% generation %}}. */
  record Group(List<Statement> body) implements Statement {}

  /** What a value is given to. */
  sealed interface Target {
    record ToName(String name) implements Target {}

    record ToNamespace(String namespace, String name) implements Target {}

    record ToSeveral(List<Target> targets) implements Target {}
  }
}
