package studio.timbre.checks;

import java.util.List;
import java.util.regex.Pattern;

/** Keys and tokens by the shapes that their makers give them, and passwords that somebody tells. */
final class Secrets {
  private static final Pattern KEY =
      Pattern.compile(
          String.join(
              "|",
              List.of(
                  "\\bsk-[A-Za-z0-9_-]{20,}",
                  "\\b[sr]k_(?:live|test)_[0-9A-Za-z]{16,}",
                  "\\bAKIA[0-9A-Z]{16}\\b",
                  "\\bgh[pousr]_[A-Za-z0-9]{36,}",
                  "\\bgithub_pat_\\w{22,}",
                  "\\bglpat-[\\w-]{20,}",
                  "\\bhf_[A-Za-z]{30,}",
                  "\\bxox[abprs]-[A-Za-z0-9-]{10,}",
                  "\\bAIza[0-9A-Za-z_-]{35}",
                  "\\beyJ[\\w-]{10,}\\.eyJ[\\w-]{10,}\\.[\\w-]{10,}",
                  "-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----(?:[A-Za-z0-9+/=\\s]+-----END (?:[A-Z]+ )?PRIVATE KEY-----)?")));

  private static final Pattern PASSWORD =
      Pattern.compile(
          "(?iU)\\b(?:password|passcode|pwd|senha|kata sandi|sandi)\\b(?: (?:is|was|é|era|adalah|saya|saya adalah))?\\s*[:=]?\\s*[\"'“‘]?"
              + "(?<secret>[^\\s\"'“”‘’,;]{6,64})");

  /** Looked for first, which is quicker. */
  private static final List<String> OF_PASSWORDS = List.of("pass", "pwd", "senha", "sandi");

  /** Every key is at least that long, without a space. */
  private static final int KEY_LENGTH = 15;

  private Secrets() {}

  static void find(Said said, TextChecks.Taker taker) {
    String text = said.text();
    if (hasLongWord(text)) {
      var keys = KEY.matcher(text);
      while (keys.find()) {
        taker.take(TextProblem.SECRET, keys.start(), keys.end());
      }
    }
    if (OF_PASSWORDS.stream().anyMatch(said.low()::contains)) {
      passwords(text, taker);
    }
  }

  private static void passwords(String text, TextChecks.Taker taker) {
    var passwords = PASSWORD.matcher(text);
    while (passwords.find()) {
      String secret = passwords.group("secret").replaceAll("[.!?)]+$", "");
      if (looksChosen(secret)) {
        int start = passwords.start("secret");
        taker.take(TextProblem.SECRET, start, start + secret.length());
      }
    }
  }

  private static boolean hasLongWord(String text) {
    int length = 0;
    for (int at = 0; at < text.length(); at++) {
      length = text.charAt(at) <= ' ' ? 0 : length + 1;
      if (length == KEY_LENGTH) {
        return true;
      }
    }
    return text.contains("PRIVATE KEY");
  }

  /** Letters and digits together, as no word has them: what somebody is asked to type, not what is said about it. */
  private static boolean looksChosen(String word) {
    return word.length() >= 6
        && word.chars().anyMatch(Character::isDigit)
        && word.chars().anyMatch(Character::isLetter);
  }
}
