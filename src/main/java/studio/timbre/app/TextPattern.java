package studio.timbre.app;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import studio.timbre.model.UserFacingException;

/** What is looked for in texts, and what takes its place. Safe for use by several threads. */
public final class TextPattern {
  private static final String NO_LETTER_BEFORE = "(?<![\\p{L}\\p{N}_])";
  private static final String NO_LETTER_BEHIND = "(?![\\p{L}\\p{N}_])";

  /** How words are compared. */
  public record Comparison(boolean regular, boolean matchCase, boolean wholeWords) {}

  /**
   * A change of a text, told by its first place.
   *
   * @param from where it begins, in characters, in the old text and in the new one
   * @param to behind the old words
   * @param newTo behind the new words
   * @param text the new text as a whole
   */
  public record Change(int from, int to, int newTo, String text) {}

  private final Pattern pattern;
  private final String replacement;

  private TextPattern(Pattern pattern, String replacement) {
    this.pattern = pattern;
    this.replacement = replacement;
  }

  /**
   * A pattern of plain words, or a regular expression as {@link Pattern} knows it.
   *
   * @param find what to look for
   * @param with what takes its place; in it a regular expression may name its groups by {@code $1} and {@code ${name}}
   * @throws UserFacingException where it is no regular expression
   */
  public static TextPattern of(String find, String with, Comparison how)
      throws UserFacingException {
    String source = how.regular() ? find : Pattern.quote(find);
    String whole =
        how.wholeWords() ? NO_LETTER_BEFORE + "(?:" + source + ")" + NO_LETTER_BEHIND : source;
    int flags =
        Pattern.MULTILINE | (how.matchCase() ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    try {
      // By itself first: an open bracket must not be closed by what is put around it.
      Pattern.compile(source, flags);
      return new TextPattern(
          Pattern.compile(whole, flags), how.regular() ? with : Matcher.quoteReplacement(with));
    } catch (PatternSyntaxException broken) {
      throw new UserFacingException(
          "error.pattern.broken",
          "This is no regular expression: " + broken.getDescription(),
          broken.getDescription());
    }
  }

  /**
   * The text with all places replaced; empty where nothing is found, or where that changes nothing.
   *
   * @throws UserFacingException where the pattern takes too long, or the replacement names a group that there is not
   */
  public Optional<Change> replaced(String text) throws UserFacingException {
    try {
      var matcher = pattern.matcher(new TimedText(text));
      if (!matcher.find()) {
        return Optional.empty();
      }
      int from = matcher.start();
      int to = matcher.end();
      var changed = new StringBuilder();
      matcher.appendReplacement(changed, replacement);
      int newTo = changed.length();
      while (matcher.find()) {
        matcher.appendReplacement(changed, replacement);
      }
      matcher.appendTail(changed);
      return changed.toString().equals(text)
          ? Optional.empty()
          : Optional.of(new Change(from, to, newTo, changed.toString()));
    } catch (TimedText.TooLong | StackOverflowError slow) {
      throw new UserFacingException(
          "error.pattern.slow", "This pattern takes too long on a text of this project", slow);
    } catch (IllegalArgumentException | IndexOutOfBoundsException group) {
      throw new UserFacingException(
          "error.pattern.group",
          "The replacement names a group that the pattern does not have",
          group);
    }
  }
}
