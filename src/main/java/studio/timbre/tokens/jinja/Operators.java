package studio.timbre.tokens.jinja;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Arithmetic as Python does it. */
final class Operators {

  private Operators() {}

  static Object arithmetic(String operator, Object left, Object right) {
    Values.refuseUndefined(left);
    Values.refuseUndefined(right);
    if (operator.equals("+")) {
      if (left instanceof String a && right instanceof String b) {
        Budget.make((long) a.length() + b.length());
        return a + b;
      }
      if (left instanceof List<?> a && right instanceof List<?> b) {
        return joined(a, b);
      }
      if (left instanceof Tuple(var a) && right instanceof Tuple(var b)) {
        return new Tuple(joined(a, b));
      }
    }
    if (operator.equals("*")) {
      if (right instanceof Long count && (left instanceof String || left instanceof List<?>)) {
        return repeated(left, count);
      }
      if (left instanceof Long count && (right instanceof String || right instanceof List<?>)) {
        return repeated(right, count);
      }
    }
    if (operator.equals("%") && left instanceof String format) {
      return Format.percent(format, right);
    }
    if (!Values.isNumber(left) || !Values.isNumber(right)) {
      throw new JinjaException(
          operator + " does not work between " + Values.kind(left) + " and " + Values.kind(right));
    }
    if (whole(left) instanceof Long a && whole(right) instanceof Long b && !operator.equals("/")) {
      return integers(operator, a, b);
    }
    if ((left instanceof BigInteger || right instanceof BigInteger)
        && !(whole(left) instanceof Double)
        && !(whole(right) instanceof Double)
        && (operator.equals("+") || operator.equals("-"))) {
      BigInteger a = new BigInteger(whole(left).toString());
      BigInteger b = new BigInteger(whole(right).toString());
      return operator.equals("+") ? a.add(b) : a.subtract(b);
    }
    return floats(operator, Values.number(left), Values.number(right));
  }

  /** True and False count as 1 and 0. */
  private static Object whole(Object value) {
    return value instanceof Boolean flag ? (Object) (flag ? 1L : 0L) : value;
  }

  private static Object integers(String operator, long a, long b) {
    try {
      return switch (operator) {
        case "+" -> Math.addExact(a, b);
        case "-" -> Math.subtractExact(a, b);
        case "*" -> Math.multiplyExact(a, b);
        case "//" -> Math.floorDiv(a, b);
        case "%" -> Math.floorMod(a, b);
        case "**" -> b >= 0 ? (Object) power(a, b) : (Object) Math.pow(a, b);
        default -> throw new JinjaException("no such operator: " + operator);
      };
    } catch (ArithmeticException e) {
      throw new JinjaException(b == 0 ? "division by zero" : "a number becomes too large");
    }
  }

  private static long power(long base, long exponent) {
    if (exponent > 64) {
      throw new ArithmeticException("no template needs that");
    }
    long result = 1;
    for (long i = 0; i < exponent; i++) {
      result = Math.multiplyExact(result, base);
    }
    return result;
  }

  private static Object floats(String operator, double a, double b) {
    if (b == 0
        && !operator.equals("+")
        && !operator.equals("-")
        && !operator.equals("*")
        && !operator.equals("**")) {
      throw new JinjaException("division by zero");
    }
    return switch (operator) {
      case "+" -> a + b;
      case "-" -> a - b;
      case "*" -> a * b;
      case "/" -> a / b;
      case "//" -> Math.floor(a / b);
      case "%" -> a - b * Math.floor(a / b);
      case "**" -> Math.pow(a, b);
      default -> throw new JinjaException("no such operator: " + operator);
    };
  }

  private static List<Object> joined(List<?> left, List<?> right) {
    Budget.make((long) left.size() + right.size());
    var joined = new ArrayList<Object>(left);
    joined.addAll(right);
    return joined;
  }

  private static Object repeated(Object value, long count) {
    long times = Math.max(count, 0);
    long length = value instanceof String text ? text.length() : ((List<?>) value).size();
    Budget.make(
        times == 0 ? 0 : length > Long.MAX_VALUE / times ? Long.MAX_VALUE / 2 : length * times);
    if (value instanceof String text) {
      return text.repeat(length == 0 ? 0 : (int) times);
    }
    var repeated = new ArrayList<Object>();
    for (long i = 0; i < times && length > 0; i++) {
      repeated.addAll((List<?>) value);
    }
    return repeated;
  }

  static Object negative(Object value) {
    Values.refuseUndefined(value);
    if (whole(value) instanceof Long number) {
      return integers("-", 0, number);
    }
    if (value instanceof Double number) {
      return -number;
    }
    throw new JinjaException("- does not work on " + Values.kind(value));
  }
}
