package studio.timbre.voice;

import java.util.function.Function;

/** An answer while it is held against the rules. */
final class Judged {
  private final AnswerText text;
  private final boolean first;
  private final boolean last;
  private final Function<String, String> guess;
  private String language = "";
  private boolean told;

  /**
   * @param first of the answers of its conversation
   * @param last of them
   * @param guess tells its language
   */
  Judged(AnswerText text, boolean first, boolean last, Function<String, String> guess) {
    this.text = text;
    this.first = first;
    this.last = last;
    this.guess = guess;
  }

  AnswerText text() {
    return text;
  }

  boolean first() {
    return first;
  }

  boolean last() {
    return last;
  }

  /** Told once, and only where somebody asks. */
  String language() {
    if (!told) {
      language = guess.apply(text.text());
      told = true;
    }
    return language;
  }
}
