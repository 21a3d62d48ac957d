package studio.timbre.tokens.jinja;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A template that has been read. Safe for use by several threads. */
public final class JinjaTemplate {

  private static final int LONGEST_SOURCE = 1 << 20;

  private final List<Statement> statements;

  private JinjaTemplate(List<Statement> statements) {
    this.statements = statements;
  }

  /**
   * @throws JinjaException if it is no Jinja, or uses a part of Jinja that chat templates do without
   */
  public static JinjaTemplate read(String source) {
    if (source.length() > LONGEST_SOURCE) {
      throw new JinjaException("the template is too long");
    }
    try {
      return new JinjaTemplate(TemplateParser.parse(Lexer.tokens(source)));
    } catch (StackOverflowError e) {
      throw new JinjaException("the template is nested too deep");
    }
  }

  /**
   * Fills the template in.
   *
   * @param variables String, Long, Double, Boolean, {@link None}, and List and Map of these
   * @param clock what {@code strftime_now} reads
   * @throws JinjaException if the template refuses, fails, or wants more than its share
   */
  public String render(Map<String, Object> variables, Supplier<LocalDateTime> clock) {
    try {
      return Budget.spend(
          () -> {
            var scope = new Scope(Functions.all(clock));
            variables.forEach(scope::set);
            return new Renderer().text(statements, scope.inner());
          });
    } catch (StackOverflowError e) {
      throw new JinjaException("the template is nested too deep");
    }
  }
}
