package studio.timbre.voice;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import studio.timbre.model.voice.VoiceRule.Sign;

/** Finds signs and habits of punctuation. */
final class Signs {
  private static final Map<Sign, Pattern> PATTERNS = new EnumMap<>(Sign.class);

  static {
    PATTERNS.put(Sign.SEMICOLON, Pattern.compile(";(?![-)(DP])"));
    PATTERNS.put(
        Sign.DASH,
        Pattern.compile("[—―]|(?<=\\s)[–-]{1,2}(?=\\s\\S)(?<!\\n[–-]{1,2})(?<!^[–-]{1,2})"));
    PATTERNS.put(Sign.ELLIPSIS, Pattern.compile("…|\\.{3,}"));
    PATTERNS.put(
        Sign.CAPITALS, Pattern.compile("(?U)\\b\\p{Lu}{2,}(?: \\p{Lu}{2,})+\\b|\\b\\p{Lu}{5,}\\b"));
    PATTERNS.put(Sign.REPEATED, Pattern.compile("[!?]{2,}"));
    PATTERNS.put(
        Sign.BRACKETS, Pattern.compile("(?<![\\]:;-])\\((?=[^)\\n]*\\s[^)\\n]*\\)|[^)\\n]*\\))"));
    PATTERNS.put(Sign.CURLY_QUOTES, Pattern.compile("[“”„]|‘(?=\\S)"));
    PATTERNS.put(Sign.STRAIGHT_QUOTES, Pattern.compile("\""));
    PATTERNS.put(Sign.DOUBLE_SPACE, Pattern.compile("(?<=\\S) {2,}(?=\\S)"));
  }

  /** Without any of these a text has none of the sign; to look for them takes a tenth of the time. */
  private static final Map<Sign, List<String>> NEEDED =
      Map.of(
          Sign.SEMICOLON, List.of(";"),
          Sign.DASH, List.of("—", "―", "–", " -"),
          Sign.ELLIPSIS, List.of("…", "..."),
          Sign.REPEATED, List.of("!!", "??", "!?", "?!"),
          Sign.BRACKETS, List.of("("),
          Sign.CURLY_QUOTES, List.of("“", "”", "„", "‘"),
          Sign.STRAIGHT_QUOTES, List.of("\""),
          Sign.DOUBLE_SPACE, List.of("  "));

  private Signs() {}

  private static boolean mayHave(String text, Sign sign) {
    var needed = NEEDED.get(sign);
    return needed == null || needed.stream().anyMatch(text::contains);
  }

  /** In the order of the signs, and for each in that of the text. */
  static void find(String text, Collection<Sign> wanted, Phrases.Taker<Sign> taker) {
    PATTERNS.forEach(
        (sign, pattern) -> {
          if (wanted.contains(sign) && mayHave(text, sign)) {
            for (var found = pattern.matcher(text); found.find(); ) {
              taker.take(found.start(), found.end(), sign);
            }
          }
        });
  }

  static boolean has(String text, Sign sign) {
    var pattern = PATTERNS.get(sign);
    return pattern != null && mayHave(text, sign) && pattern.matcher(text).find();
  }
}
