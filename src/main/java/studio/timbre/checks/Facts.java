package studio.timbre.checks;

import java.util.Arrays;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What two answers to the same question should agree in: the numbers they name, and whether they say yes or no. */
final class Facts {
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,:]\\d+)*");
  private static final Pattern YES =
      Pattern.compile("(?iU)^\\W*(?:yes|yep|yeah|sim|ya|iya|betul)\\b");
  private static final Pattern NO =
      Pattern.compile("(?iU)^\\W*(?:no|nope|não|tidak|bukan|belum)\\b");

  private Facts() {}

  /** A number that equal sets of numbers share, 0 for none. */
  static int numbers(String answer) {
    var numbers = new TreeSet<String>();
    for (var found = NUMBER.matcher(answer); found.find(); ) {
      numbers.add(found.group());
    }
    return numbers.isEmpty() ? 0 : Arrays.hashCode(numbers.toArray()) | 1;
  }

  /** 1 for yes, -1 for no, 0 where it begins with neither. */
  static byte yesOrNo(String answer) {
    return (byte) (YES.matcher(answer).find() ? 1 : NO.matcher(answer).find() ? -1 : 0);
  }
}
