package studio.timbre.voice;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * An answer in its words and sentences. Addresses of pages and mail, code in backquotes and places to be filled in, as {@code {{name}}}, are
 * no words.
 */
final class AnswerText {
  /** Behind these a full stop ends no sentence. */
  private static final Set<String> SHORT =
      Set.of(
          "mr", "mrs", "ms", "dr", "dra", "sr", "sra", "srta", "prof", "st", "vs", "no", "nr",
          "art", "av", "ex", "approx", "jl", "bpk", "sdr", "dll", "dsb", "hlm");

  private final String text;
  private final List<Word> words = new ArrayList<>();
  private final List<Sentence> sentences = new ArrayList<>();

  /**
   * A word.
   *
   * @param start in chars of the text
   * @param end behind its last char
   * @param low in small letters, with straight apostrophes
   */
  record Word(int start, int end, String low) {}

  /**
   * A sentence, or a line.
   *
   * @param first of its words
   * @param behind its last word
   */
  record Sentence(int first, int behind) {
    int words() {
      return behind - first;
    }
  }

  AnswerText(String text) {
    this.text = text;
    int first = 0;
    int at = 0;
    while (at < text.length()) {
      char sign = text.charAt(at);
      if (isLetter(at)) {
        at = word(at);
      } else if (sign == '`' || sign == '{') {
        at = skipped(at);
      } else {
        if (sign == '\n' || isEnd(sign) && endsSentence(at)) {
          first = close(first);
        }
        at++;
      }
    }
    close(first);
  }

  private int close(int first) {
    if (words.size() > first) {
      sentences.add(new Sentence(first, words.size()));
    }
    return words.size();
  }

  private static boolean isEnd(char sign) {
    return sign == '.' || sign == '!' || sign == '?' || sign == '…';
  }

  /** At the last of its signs, where a gap or the end follows, if need be behind quotes. */
  private boolean endsSentence(int at) {
    int next = at + 1;
    while (next < text.length() && ")\"'”’»*_".indexOf(text.charAt(next)) >= 0) {
      next++;
    }
    boolean gap = next >= text.length() || Character.isWhitespace(text.charAt(next));
    return gap && !(text.charAt(at) == '.' && isAbbreviation(at));
  }

  private boolean isAbbreviation(int dot) {
    if (words.isEmpty() || words.getLast().end() != dot) {
      return false;
    }
    var last = words.getLast();
    boolean letter =
        last.low().length() == 1 && dot >= 2 && text.charAt(last.start()) != 'I' && !isDigit(last);
    return letter || SHORT.contains(last.low());
  }

  private static boolean isDigit(Word word) {
    return Character.isDigit(word.low().charAt(0));
  }

  private boolean isLetter(int at) {
    char sign = text.charAt(at);
    return sign < 128
        ? sign >= 'a' && sign <= 'z' || sign >= 'A' && sign <= 'Z' || sign >= '0' && sign <= '9'
        : Character.isLetterOrDigit(text.codePointAt(at)) || isMark(sign);
  }

  private static boolean isMark(char sign) {
    int type = Character.getType(sign);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  /** Takes the word that begins here, unless it is an address; answers what is behind it. */
  private int word(int start) {
    int end = start;
    while (end < text.length() && (isLetter(end) || isInner(end))) {
      end += Character.isHighSurrogate(text.charAt(end)) ? 2 : 1;
    }
    end = Math.min(end, text.length());
    int behind = addressEnd(start, end);
    if (behind > 0) {
      return behind;
    }
    String low = text.substring(start, end).toLowerCase(Locale.ROOT).replace('’', '\'');
    words.add(new Word(start, end, low));
    return end;
  }

  /** An apostrophe or a hyphen between two letters; a point or a comma between two digits. */
  private boolean isInner(int at) {
    char sign = text.charAt(at);
    if (at + 1 >= text.length() || at == 0) {
      return false;
    }
    char next = text.charAt(at + 1);
    return switch (sign) {
      case '\'', '’', '-', '\u2011' -> isLetter(at + 1);
      case '.', ',' -> Character.isDigit(text.charAt(at - 1)) && Character.isDigit(next);
      default -> false;
    };
  }

  /** Behind an address that begins with the word, or 0 where it is none. */
  private int addressEnd(int start, int end) {
    if (end + 1 >= text.length()) {
      return 0;
    }
    char sign = text.charAt(end);
    char next = text.charAt(end + 1);
    boolean address =
        sign == '@'
            || sign == ':' && next == '/'
            || sign == '.' && (Character.isLowerCase(next) && end - start > 1)
            || sign == '_' && isLetter(end + 1);
    if (!address) {
      return 0;
    }
    int behind = end;
    while (behind < text.length() && !Character.isWhitespace(text.charAt(behind))) {
      behind++;
    }
    while (behind > end && ".,!?…)\"”".indexOf(text.charAt(behind - 1)) >= 0) {
      behind--;
    }
    return behind;
  }

  /** Behind a piece of code or a place to be filled in; the next char where it is none. */
  private int skipped(int at) {
    boolean code = text.charAt(at) == '`';
    String close = code ? text.startsWith("```", at) ? "```" : "`" : "}";
    int end = text.indexOf(close, at + close.length());
    if (end < 0 || !code && text.substring(at, end).indexOf('\n') >= 0) {
      return at + 1;
    }
    return end + close.length();
  }

  String text() {
    return text;
  }

  List<Word> words() {
    return words;
  }

  List<Sentence> sentences() {
    return sentences;
  }

  /** The letters of words, as they stand there. */
  String between(int firstWord, int behindWord) {
    return text.substring(words.get(firstWord).start(), words.get(behindWord - 1).end());
  }

  /** Whether a word is the first of its sentence. */
  boolean opens(int word) {
    return sentences.stream().anyMatch(sentence -> sentence.first() == word);
  }

  /** Whether a word begins with a capital letter. */
  boolean isCapital(int word) {
    return Character.isUpperCase(text.codePointAt(words.get(word).start()));
  }

  /** Whether two words that follow each other belong to one phrase: only gaps, hyphens and marks of emphasis lie between them. */
  boolean joined(int word) {
    int from = words.get(word).end();
    int to = words.get(word + 1).start();
    for (int at = from; at < to; at++) {
      if (" \u00a0\t-\u2011*_\"'“”‘’".indexOf(text.charAt(at)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Where a sentence begins, in chars. */
  int start(Sentence sentence) {
    return words.get(sentence.first()).start();
  }

  /** Behind the last word of a sentence. */
  int end(Sentence sentence) {
    return words.get(sentence.behind() - 1).end();
  }

  /** Of a text that has words. */
  Sentence longest() {
    return Collections.max(sentences, Comparator.comparingInt(Sentence::words));
  }
}
