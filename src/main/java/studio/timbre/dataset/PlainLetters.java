package studio.timbre.dataset;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes out of a text what says nothing about its language (links, addresses, numbers, faces, laughter, letters held down), in the very way
 * in which the texts were prepared that {@link LanguageModel} was made of: the expressions are those of the normalizers of Apache
 * OpenNLP's {@code LanguageDetectorFactory}, in their order. Each is tried only where a quick look says that it may find something.
 */
final class PlainLetters {
  /** Whether an expression may find something in a text; where it says no, it finds nothing. */
  @FunctionalInterface
  private interface Sign {
    boolean isIn(String text);
  }

  private record Step(Sign sign, Pattern found, String instead) {
    Step(Sign sign, String found, String instead) {
      this(sign, Pattern.compile(found), instead);
    }

    String on(String text) {
      return sign.isIn(text) ? found.matcher(text).replaceAll(instead) : text;
    }
  }

  private static final int CASE = Pattern.CASE_INSENSITIVE;

  private static final List<Step> STEPS =
      List.of(
          // As written there, it takes hyphens too, and all that lies above the surrogates.
          new Step(PlainLetters::hasPicture, "[\\uD83C-\\uDBFF\\uDC00-\\uDFFF]+", " "),
          new Step(text -> text.contains("http"), "https?://[-_.?&~;+=/#0-9A-Za-z]+", " "),
          new Step(
              text -> text.indexOf('@') >= 0,
              "(?<![-+_.0-9A-Za-z])[-+_.0-9A-Za-z]+@[-0-9A-Za-z]+[-.0-9A-Za-z]+",
              " "),
          new Step(text -> text.indexOf('@') >= 0 || text.indexOf('#') >= 0, "[#@]\\S+", " "),
          new Step(PlainLetters::isPassedOn, Pattern.compile("\\b(rt[ :])+", CASE), " "),
          new Step(PlainLetters::hasFace, Pattern.compile("[:;x]-?[()dop]", CASE), " "),
          new Step(
              PlainLetters::laughs,
              Pattern.compile("([hj])+([aieou])+(\\1+\\2+)+", CASE),
              "$1$2$1$2"),
          new Step(PlainLetters::hasDigit, "\\d+", " "),
          new Step(PlainLetters::hasWideSpace, "\\s{2,}", " "),
          new Step(PlainLetters::isHeldDown, Pattern.compile("(.)\\1{2,}", CASE), "$1$1"));

  private PlainLetters() {}

  /** In small letters, without white space around it. */
  static String of(String text) {
    String plain = text;
    for (var step : STEPS) {
      plain = step.on(plain);
    }
    return small(plain.trim());
  }

  /** Letter by letter, whatever stands beside it; so the length stays. */
  private static String small(String text) {
    var letters = text.toCharArray();
    for (int i = 0; i < letters.length; i++) {
      letters[i] = Character.toLowerCase(letters[i]);
    }
    return new String(letters);
  }

  private static boolean hasPicture(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '-' || text.charAt(i) >= Character.MIN_SURROGATE) {
        return true;
      }
    }
    return false;
  }

  /** An "RT" at the beginning of a word, with what follows it. */
  private static boolean isPassedOn(String text) {
    for (int i = text.indexOf(' '); i >= 0; i = text.indexOf(' ', i + 1)) {
      if (endsInRt(text, i)) {
        return true;
      }
    }
    for (int i = text.indexOf(':'); i >= 0; i = text.indexOf(':', i + 1)) {
      if (endsInRt(text, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsInRt(String text, int end) {
    return end >= 2
        && small(text.charAt(end - 1)) == 't'
        && small(text.charAt(end - 2)) == 'r'
        && (end == 2 || !isAsciiLetter(text.charAt(end - 3)));
  }

  private static boolean hasFace(String text) {
    for (int i = 0; i + 1 < text.length(); i++) {
      char eyes = small(text.charAt(i));
      if ((eyes == ':' || eyes == ';' || eyes == 'x')
          && "()dop-".indexOf(small(text.charAt(i + 1))) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** An h or j, vowels, and the same consonant again. */
  private static boolean laughs(String text) {
    for (int i = 0; i + 2 < text.length(); i++) {
      char first = small(text.charAt(i));
      if ((first == 'h' || first == 'j') && isVowel(text.charAt(i + 1))) {
        int next = i + 2;
        while (next < text.length() && isVowel(text.charAt(next))) {
          next++;
        }
        if (next < text.length() && small(text.charAt(next)) == first) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isVowel(char letter) {
    return "aieou".indexOf(small(letter)) >= 0;
  }

  private static boolean hasDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
        return true;
      }
    }
    return false;
  }

  private static boolean hasWideSpace(String text) {
    for (int i = 1; i < text.length(); i++) {
      // All white space of the expression is at or below the space.
      if (text.charAt(i) <= ' ' && text.charAt(i - 1) <= ' ') {
        return true;
      }
    }
    return false;
  }

  private static boolean isHeldDown(String text) {
    for (int i = 0; i < text.length(); i++) {
      char letter = small(text.charAt(i));
      boolean half = Character.isSurrogate(letter);
      if (half
          || i > 1 && letter == small(text.charAt(i - 1)) && letter == small(text.charAt(i - 2))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAsciiLetter(char letter) {
    char small = small(letter);
    return small >= 'a' && small <= 'z';
  }

  /** Of ASCII alone, as the expressions compare. */
  private static char small(char letter) {
    return letter >= 'A' && letter <= 'Z' ? (char) (letter + ('a' - 'A')) : letter;
  }
}
