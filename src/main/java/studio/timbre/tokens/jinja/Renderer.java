package studio.timbre.tokens.jinja;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import studio.timbre.tokens.jinja.Statement.Parameter;
import studio.timbre.tokens.jinja.Statement.Target;

/** Carries out the statements of a template. */
final class Renderer {

  /** How a part of a template ended. */
  private enum End {
    REACHED,
    BREAK,
    CONTINUE
  }

  private final Evaluator evaluator = new Evaluator();

  String text(List<Statement> statements, Scope scope) {
    var out = new StringBuilder();
    run(statements, scope, out);
    return out.toString();
  }

  private End run(List<Statement> statements, Scope scope, StringBuilder out) {
    for (Statement statement : statements) {
      Budget.step();
      End end = run(statement, scope, out);
      if (end != End.REACHED) {
        return end;
      }
    }
    return End.REACHED;
  }

  private End run(Statement statement, Scope scope, StringBuilder out) {
    switch (statement) {
      case Statement.Text(var text) -> write(text, out);
      case Statement.Output(var value, var line) ->
          located(line, () -> write(PythonText.of(evaluator.value(value, scope)), out));
      case Statement.If conditional -> {
        return conditional(conditional, scope, out);
      }
      case Statement.For loop ->
          located(
              loop.line(),
              () -> {
                Object items = evaluator.value(loop.items(), scope);
                loop(loop, items, 1, scope, out);
              });
      case Statement.Set(var target, var value, var line) ->
          located(line, () -> assign(target, evaluator.value(value, scope), scope));
      case Statement.SetText set ->
          located(
              set.line(),
              () -> {
                Object text = text(set.body(), scope.inner());
                assign(
                    set.target(),
                    set.filters().isPresent()
                        ? evaluator.filtered(set.filters().get(), text, scope)
                        : text,
                    scope);
              });
      case Statement.Macro(var name, var parameters, var body) ->
          scope.set(name, macro(name, parameters, body, scope, Optional.empty()));
      case Statement.CallBlock block -> located(block.line(), () -> call(block, scope, out));
      case Statement.FilterBlock(var filters, var body, var line) ->
          located(
              line,
              () -> {
                Object text = evaluator.filtered(filters, text(body, scope.inner()), scope);
                write(PythonText.of(text), out);
              });
      case Statement.With with -> {
        Scope inner = scope.inner();
        for (int i = 0; i < with.targets().size(); i++) {
          assign(with.targets().get(i), evaluator.value(with.values().get(i), scope), inner);
        }
        return run(with.body(), inner, out);
      }
      case Statement.Group(var body) -> {
        return run(body, scope.inner(), out);
      }
      case Statement.Break _ -> {
        return End.BREAK;
      }
      case Statement.Continue _ -> {
        return End.CONTINUE;
      }
    }
    return End.REACHED;
  }

  private static void located(int line, Runnable step) {
    try {
      step.run();
    } catch (JinjaException e) {
      throw e.inLine(line);
    }
  }

  private void write(String text, StringBuilder out) {
    Budget.grow(out.length(), text.length());
    out.append(text);
  }

  private End conditional(Statement.If conditional, Scope scope, StringBuilder out) {
    for (var branch : conditional.branches()) {
      boolean[] holds = new boolean[1];
      located(conditional.line(), () -> holds[0] = evaluator.isTrue(branch.condition(), scope));
      if (holds[0]) {
        return run(branch.body(), scope, out);
      }
    }
    return run(conditional.otherwise(), scope, out);
  }

  private void loop(Statement.For loop, Object items, int depth, Scope scope, StringBuilder out) {
    List<Object> kept = Values.items(items);
    if (loop.condition().isPresent()) {
      kept = new ArrayList<>();
      for (Object item : Values.items(items)) {
        Scope trial = scope.inner();
        assign(loop.target(), item, trial);
        if (evaluator.isTrue(loop.condition().get(), trial)) {
          kept.add(item);
        }
      }
    }
    var state =
        new Loop(
            kept,
            depth,
            loop.recursive()
                ? Optional.of(arguments -> again(loop, arguments, depth, scope))
                : Optional.empty());
    for (int i = 0; i < kept.size(); i++) {
      Budget.step();
      state.at(i);
      Scope inner = scope.inner();
      inner.set("loop", state);
      assign(loop.target(), kept.get(i), inner);
      if (run(loop.body(), inner, out) == End.BREAK) {
        return;
      }
    }
    if (kept.isEmpty()) {
      run(loop.otherwise(), scope.inner(), out);
    }
  }

  private Object again(Statement.For loop, Arguments arguments, int depth, Scope scope) {
    Budget.enter();
    var out = new StringBuilder();
    loop(loop, arguments.get(0, "iterable"), depth + 1, scope, out);
    Budget.leave();
    return out.toString();
  }

  private static void assign(Target target, Object value, Scope scope) {
    switch (target) {
      case Target.ToName(var name) -> scope.set(name, value);
      case Target.ToNamespace(var name, var part) -> {
        if (!(scope.get(name) instanceof Namespace namespace)) {
          throw new JinjaException(name + " is no namespace");
        }
        namespace.set(part, value);
      }
      case Target.ToSeveral(var targets) -> {
        List<Object> values = Values.items(value);
        if (values.size() != targets.size()) {
          throw new JinjaException(targets.size() + " names for " + values.size() + " values");
        }
        for (int i = 0; i < values.size(); i++) {
          assign(targets.get(i), values.get(i), scope);
        }
      }
    }
  }

  private Callable macro(
      String name,
      List<Parameter> parameters,
      List<Statement> body,
      Scope around,
      Optional<Callable> caller) {
    return arguments -> {
      Budget.enter();
      Scope scope = around.inner();
      bind(name, parameters, arguments, scope);
      caller.ifPresent(given -> scope.set("caller", given));
      String text = text(body, scope);
      Budget.leave();
      return text;
    };
  }

  private void bind(String name, List<Parameter> parameters, Arguments arguments, Scope scope) {
    if (arguments.positional().size() > parameters.size()) {
      throw new JinjaException("macro " + name + " takes " + parameters.size() + " arguments");
    }
    var known = new HashSet<String>();
    for (int i = 0; i < parameters.size(); i++) {
      Parameter parameter = parameters.get(i);
      known.add(parameter.name());
      Object value;
      if (arguments.has(i, parameter.name())) {
        value = arguments.get(i, parameter.name());
      } else if (parameter.otherwise().isPresent()) {
        value = evaluator.value(parameter.otherwise().get(), scope);
      } else {
        value = new Undefined("'" + parameter.name() + "'");
      }
      scope.set(parameter.name(), value);
    }
    for (var given : arguments.named().entrySet()) {
      if (given.getKey().equals("caller")) {
        scope.set("caller", given.getValue());
      } else if (!known.contains(given.getKey())) {
        throw new JinjaException("macro " + name + " takes no " + given.getKey());
      }
    }
  }

  private void call(Statement.CallBlock block, Scope scope, StringBuilder out) {
    Callable caller = macro("caller", block.parameters(), block.body(), scope, Optional.empty());
    var given = evaluator.arguments(block.call().parameters(), scope);
    var named = new java.util.LinkedHashMap<>(given.named());
    named.put("caller", caller);
    Object result =
        Evaluator.call(
            evaluator.value(block.call().target(), scope),
            new Arguments(given.positional(), named));
    write(PythonText.of(result), out);
  }
}
