package studio.timbre.cli;

import java.util.Locale;

/** Numbers as the terminal shows them: plain English, thousands grouped. */
final class Numbers {
  private Numbers() {}

  static String whole(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }

  /** As 1 conversation, or 2 conversations. */
  static String conversations(long number) {
    return whole(number) + (number == 1 ? " conversation" : " conversations");
  }

  /** With a tenth where there is one. */
  static String tenths(double number) {
    String text = String.format(Locale.ENGLISH, "%,.1f", number);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  /** Cents, and as many places more as a small amount needs. */
  static String dollars(double amount) {
    int places = amount == 0 || amount >= 0.1 ? 2 : 4;
    return String.format(Locale.ENGLISH, "$%,." + places + "f", amount);
  }

  static String bytes(long bytes) {
    if (bytes < 1_000_000) {
      return tenths(bytes / 1e3) + " kB";
    }
    return bytes < 1_000_000_000 ? tenths(bytes / 1e6) + " MB" : tenths(bytes / 1e9) + " GB";
  }

  /** Parameters of a model, as 134.5 M. */
  static String parameters(long count) {
    return count < 1_000_000_000 ? tenths(count / 1e6) + " M" : tenths(count / 1e9) + " B";
  }
}
