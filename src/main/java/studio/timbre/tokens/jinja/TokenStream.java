package studio.timbre.tokens.jinja;

import java.util.List;
import studio.timbre.tokens.jinja.Token.Kind;

/** The pieces of a template, read one after the other. */
final class TokenStream {

  private final List<Token> tokens;
  private int next;

  TokenStream(List<Token> tokens) {
    this.tokens = tokens;
  }

  Token peek() {
    return tokens.get(next);
  }

  Token peekSecond() {
    return tokens.get(Math.min(next + 1, tokens.size() - 1));
  }

  Token take() {
    Token token = tokens.get(next);
    if (token.kind() != Kind.END) {
      next++;
    }
    return token;
  }

  boolean takeOperator(String text) {
    if (peek().isOperator(text)) {
      next++;
      return true;
    }
    return false;
  }

  boolean takeName(String text) {
    if (peek().isName(text)) {
      next++;
      return true;
    }
    return false;
  }

  void expectOperator(String text) {
    if (!takeOperator(text)) {
      throw unexpected("\"" + text + "\"");
    }
  }

  String expectName() {
    if (peek().kind() != Kind.NAME) {
      throw unexpected("a name");
    }
    return take().text();
  }

  void expectName(String text) {
    if (!takeName(text)) {
      throw unexpected("\"" + text + "\"");
    }
  }

  void expect(Kind kind) {
    if (peek().kind() != kind) {
      throw unexpected(kind.name());
    }
    next++;
  }

  JinjaException unexpected(String wanted) {
    Token found = peek();
    String what = found.text().isEmpty() ? found.kind().name() : "\"" + found.text() + "\"";
    return new JinjaException("expected " + wanted + ", found " + what).inLine(found.line());
  }
}
