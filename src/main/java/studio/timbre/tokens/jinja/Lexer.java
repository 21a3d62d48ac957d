package studio.timbre.tokens.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.timbre.tokens.jinja.Token.Kind;

/**
 * Cuts a template into pieces and settles its white space: the line break after a block goes (trim_blocks), as do blanks between
 * the beginning of a line and a block (lstrip_blocks); {@code -} takes all white space on its side, {@code +} keeps it.
 */
final class Lexer {

  private static final Pattern RAW_BEGIN = Pattern.compile("\\{%[-+]?\\s*raw\\s*(-?)%\\}");
  private static final Pattern RAW_END = Pattern.compile("\\{%([-+]?)\\s*endraw\\s*([-+]?)%\\}");
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{Nd}_]*");
  private static final Pattern FLOAT =
      Pattern.compile("\\d+(_\\d+)*(\\.\\d+(_\\d+)*([eE][+-]?\\d+)?|[eE][+-]?\\d+)");
  private static final Pattern INTEGER = Pattern.compile("\\d+(_\\d+)*");
  private static final Pattern OPERATOR =
      Pattern.compile("//|\\*\\*|==|!=|<=|>=|[-+*/%~<>=.,:|()\\[\\]{}]");

  private final String source;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int line = 1;

  /** True where the last tag took the line break after it, so that a new line begins here. */
  private boolean lineStarts = true;

  private Lexer(String source) {
    this.source = source;
  }

  static List<Token> tokens(String template) {
    String source = template.replace("\r\n", "\n").replace('\r', '\n');
    if (source.endsWith("\n")) {
      source = source.substring(0, source.length() - 1);
    }
    var lexer = new Lexer(source);
    lexer.run();
    return lexer.tokens;
  }

  private void run() {
    while (at < source.length()) {
      int tag = nextTag();
      char kind = tag < source.length() ? source.charAt(tag + 1) : ' ';
      char sign = tag + 2 < source.length() ? source.charAt(tag + 2) : ' ';
      text(source.substring(at, tag), tag < source.length(), kind, sign);
      if (tag == source.length()) {
        at = tag;
      } else if (kind == '#') {
        moveTo(tag);
        comment();
      } else if (kind == '%' && region(RAW_BEGIN, tag).lookingAt()) {
        moveTo(tag);
        raw();
      } else {
        moveTo(tag + (sign == '-' || sign == '+' ? 3 : 2));
        tag(kind == '%');
      }
    }
    add(Kind.END, "");
  }

  private int nextTag() {
    for (int i = at; i + 1 < source.length(); i++) {
      char next = source.charAt(i + 1);
      if (source.charAt(i) == '{' && (next == '{' || next == '%' || next == '#')) {
        return i;
      }
    }
    return source.length();
  }

  /** The text before a tag, with the white space that the tag leaves of it. */
  private void text(String text, boolean tagFollows, char kind, char sign) {
    String kept = text;
    if (tagFollows && sign == '-') {
      kept = PythonText.stripRight(text);
    } else if (tagFollows && kind != '{' && sign != '+') {
      int lineStart = text.lastIndexOf('\n') + 1;
      boolean onlyBlanks = PythonText.strip(text.substring(lineStart)).isEmpty();
      if ((lineStart > 0 || lineStarts) && onlyBlanks) {
        kept = text.substring(0, lineStart);
      }
    }
    if (!kept.isEmpty()) {
      add(Kind.TEXT, kept);
    }
  }

  private void comment() {
    boolean signed = source.startsWith("-", at + 2) || source.startsWith("+", at + 2);
    int start = at + (signed ? 3 : 2);
    int end = source.indexOf("#}", start);
    if (end < 0) {
      throw problem("a comment has no end");
    }
    moveTo(end + 2);
    afterBlock(end > start ? source.charAt(end - 1) : ' ');
  }

  private void raw() {
    Matcher begin = region(RAW_BEGIN, at);
    begin.lookingAt();
    moveTo(begin.end());
    afterBlock(begin.group(1).isEmpty() ? '+' : '-');
    Matcher end = RAW_END.matcher(source);
    if (!end.find(at)) {
      throw problem("raw has no end");
    }
    text(source.substring(at, end.start()), true, '%', first(end.group(1)));
    moveTo(end.end());
    afterBlock(first(end.group(2)));
  }

  private static char first(String sign) {
    return sign.isEmpty() ? ' ' : sign.charAt(0);
  }

  /** What {@code -} or trim_blocks takes behind a block or a comment. */
  private void afterBlock(char sign) {
    int end = at;
    if (sign == '-') {
      while (end < source.length() && PythonText.isSpace(source.charAt(end))) {
        end++;
      }
    } else if (sign != '+' && end < source.length() && source.charAt(end) == '\n') {
      end++;
    }
    moveTo(end);
    lineStarts = source.charAt(end - 1) == '\n';
  }

  private void tag(boolean block) {
    add(block ? Kind.BLOCK_BEGIN : Kind.OUTPUT_BEGIN, "");
    String end = block ? "%}" : "}}";
    int open = 0;
    while (true) {
      skipBlanks();
      if (at >= source.length()) {
        throw problem("a tag has no end");
      }
      char next = source.charAt(at);
      if (open == 0) {
        boolean signed = next == '-' || next == '+' && block;
        if (source.startsWith(end, at + (signed ? 1 : 0))) {
          add(block ? Kind.BLOCK_END : Kind.OUTPUT_END, "");
          moveTo(at + (signed ? 3 : 2));
          if (block || signed) {
            afterBlock(signed ? next : ' ');
          } else {
            lineStarts = false;
          }
          return;
        }
      }
      if (next == '\'' || next == '"') {
        string(next);
      } else if (!matched(Kind.FLOAT, FLOAT)
          && !matched(Kind.INTEGER, INTEGER)
          && !matched(Kind.NAME, NAME)) {
        if (!matched(Kind.OPERATOR, OPERATOR)) {
          throw problem("unexpected " + next);
        }
        open += "([{".indexOf(next) >= 0 ? 1 : ")]}".indexOf(next) >= 0 ? -1 : 0;
        if (open < 0) {
          throw problem("unexpected " + next);
        }
      }
    }
  }

  private void skipBlanks() {
    int end = at;
    while (end < source.length() && PythonText.isSpace(source.charAt(end))) {
      end++;
    }
    moveTo(end);
  }

  private boolean matched(Kind kind, Pattern pattern) {
    Matcher matcher = region(pattern, at);
    if (!matcher.lookingAt()) {
      return false;
    }
    add(kind, matcher.group());
    moveTo(matcher.end());
    return true;
  }

  private void string(char quote) {
    int end = at + 1;
    while (end < source.length() && source.charAt(end) != quote) {
      end += source.charAt(end) == '\\' ? 2 : 1;
    }
    if (end >= source.length()) {
      throw problem("a text in quotes has no end");
    }
    add(Kind.STRING, Escapes.read(source.substring(at + 1, end)));
    moveTo(end + 1);
  }

  private Matcher region(Pattern pattern, int from) {
    return pattern.matcher(source).region(from, source.length());
  }

  private void add(Kind kind, String text) {
    tokens.add(new Token(kind, text, line));
  }

  private void moveTo(int place) {
    for (int i = at; i < place; i++) {
      if (source.charAt(i) == '\n') {
        line++;
      }
    }
    at = place;
  }

  private JinjaException problem(String message) {
    return new JinjaException(message).inLine(line);
  }
}
