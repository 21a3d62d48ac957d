package studio.timbre.dataset.table;

/**
 * Text that a spreadsheet program would run as a formula is written with an apostrophe before it, as OWASP advises against CSV
 * injection, and loses it again when Timbre reads its own table.
 */
final class Defused {
  private static final String STARTS = "=+-@\t\r\n|%＝＋－＠";

  private Defused() {}

  static String of(String text) {
    return isRun(text) ? "'" + text : text;
  }

  static String restored(String text) {
    return text.startsWith("'") && isRun(text) ? text.substring(1) : text;
  }

  /** Apostrophes before it count as part of the beginning, so that each way undoes the other. */
  private static boolean isRun(String text) {
    int at = 0;
    while (at < text.length() && text.charAt(at) == '\'') {
      at++;
    }
    return at < text.length() && STARTS.indexOf(text.charAt(at)) >= 0;
  }
}
