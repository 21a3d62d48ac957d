package studio.timbre.topics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Role;

/**
 * The words of a conversation that may tell what it is about, by their stems.
 *
 * @param language in which it is held as a two-letter code, by its short words; empty where that is not clear
 * @param words each once, in the order in which they are said first
 */
record Talk(String language, List<Word> words) {
  /**
   * A word of it.
   *
   * @param form as people write it
   * @param next the stem of the word right behind it, where it is said first; empty where there is none that tells anything
   * @param weight how loud it is said, more than 0: what people ask counts most, and first questions more than later ones
   */
  record Word(String stem, String form, String next, float weight) {}

  /** What is said further behind does not change what it is about. */
  private static final int MOST_WORDS = 400;

  private static final float FIRST_QUESTION = 1;
  private static final float LATER_QUESTION = 0.5f;
  private static final float ANSWER = 0.35f;
  private static final int FEWEST_LETTERS = 2;
  private static final int MOST_LETTERS = 30;

  /** A word as it is written, in which message, and how much it counts. */
  private record Said(String written, String low, Message in, float weight) {}

  static Talk of(Conversation conversation) {
    var words = new ArrayList<Said>();
    var hits = new StopWords.Hits();
    boolean asked = false;
    for (var message : conversation.messages()) {
      float weight = weight(message, asked);
      asked |= message.role().equals(Role.USER);
      if (weight > 0 && words.size() < MOST_WORDS) {
        eachWord(
            message.text(),
            word -> {
              String low = word.toLowerCase(Locale.ROOT);
              hits.add(low);
              words.add(new Said(word, low, message, weight));
            });
      }
    }
    return of(words, hits);
  }

  private static float weight(Message message, boolean asked) {
    if (message.role().equals(Role.USER)) {
      return asked ? LATER_QUESTION : FIRST_QUESTION;
    }
    return message.role().isAssistant() ? ANSWER : 0;
  }

  private static Talk of(List<Said> words, StopWords.Hits hits) {
    int heard = hits.heard();
    var byStem = new LinkedHashMap<String, Word>();
    for (int i = 0; i < words.size(); i++) {
      var said = words.get(i);
      if (!StopWords.has(said.low(), heard)) {
        String stem = Stem.of(said.low());
        String next = i + 1 < words.size() ? next(said, words.get(i + 1), heard) : "";
        byStem.merge(stem, new Word(stem, said.written(), next, said.weight()), Talk::both);
      }
    }
    return new Talk(hits.language(), List.copyOf(byStem.values()));
  }

  private static String next(Said said, Said next, int heard) {
    boolean tells = said.in() == next.in() && !StopWords.has(next.low(), heard);
    return tells ? Stem.of(next.low()) : "";
  }

  /** In lower case where it is ever written so: the first word of a sentence says nothing. */
  private static Word both(Word one, Word other) {
    boolean keeps = isLow(one.form()) || !isLow(other.form());
    String form = keeps ? one.form() : other.form();
    return new Word(one.stem(), form, one.next(), one.weight() + other.weight());
  }

  /** With strings that it shares with others. */
  Talk sharing(UnaryOperator<String> shared) {
    return new Talk(
        shared.apply(language),
        words.stream()
            .map(
                word ->
                    new Word(
                        shared.apply(word.stem()),
                        shared.apply(word.form()),
                        shared.apply(word.next()),
                        word.weight()))
            .toList());
  }

  private static boolean isLow(String word) {
    return Character.isLowerCase(word.codePointAt(0));
  }

  /** Words of letters alone; what has digits, a stroke or an at sign in it is a number, a name or an address. */
  private static void eachWord(String text, Consumer<String> taker) {
    int at = 0;
    int length = text.length();
    while (at < length) {
      int end = at;
      boolean odd = false;
      while (end < length && !Character.isWhitespace(text.charAt(end))) {
        char sign = text.charAt(end);
        odd |= isOdd(sign) && !(sign == '/' && isBetweenWords(text, end));
        end++;
      }
      if (!odd) {
        lettersOf(text, at, end, taker);
      }
      at = end + 1;
    }
  }

  private static boolean isOdd(char sign) {
    return Character.isDigit(sign) || "@_{/\\".indexOf(sign) >= 0;
  }

  private static boolean isBetweenWords(String text, int at) {
    return at > 0
        && at + 1 < text.length()
        && Character.isLetter(text.charAt(at - 1))
        && Character.isLetter(text.charAt(at + 1));
  }

  private static void lettersOf(String text, int from, int to, Consumer<String> taker) {
    int start = -1;
    for (int at = from; at <= to; ) {
      int sign = at < to ? text.codePointAt(at) : ' ';
      boolean inside =
          Character.isLetter(sign)
              || Character.getType(sign) == Character.NON_SPACING_MARK
              || (start >= 0 && isJoint(text, at, to));
      if (inside && Character.isIdeographic(sign)) {
        // Two signs of Chinese or Japanese are about a word.
        pair(text, at, to, taker);
      } else if (inside && start < 0) {
        start = at;
      } else if (!inside && start >= 0) {
        take(text.substring(start, at), taker);
        start = -1;
      }
      at += Character.charCount(sign);
    }
  }

  private static void pair(String text, int at, int to, Consumer<String> taker) {
    int next = at + Character.charCount(text.codePointAt(at));
    if (next < to && Character.isIdeographic(text.codePointAt(next))) {
      taker.accept(text.substring(at, next + Character.charCount(text.codePointAt(next))));
    }
  }

  /** An apostrophe or a hyphen within a word. */
  private static boolean isJoint(String text, int at, int to) {
    return at + 1 < to
        && "'’-".indexOf(text.charAt(at)) >= 0
        && Character.isLetter(text.charAt(at + 1));
  }

  private static void take(String word, Consumer<String> taker) {
    if (word.length() >= FEWEST_LETTERS && word.length() <= MOST_LETTERS) {
      taker.accept(word.replace('’', '\''));
    }
  }
}
