package studio.timbre.app;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of the English bundle, for exceptions and for the command line, which speaks English alone. */
final class EnglishTexts {
  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("studio.timbre.messages", Locale.ROOT);

  private EnglishTexts() {}

  static String get(String key, List<Object> arguments) {
    return new MessageFormat(BUNDLE.getString(key), Locale.ENGLISH).format(arguments.toArray());
  }
}
