package studio.timbre.jobs.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.timbre.tokens.Tokenizer;

/**
 * Turns tokens into text as they come. A character may be spread over several tokens, and what a token reads as depends on
 * the one before it; so a short end of what was said is read again with each token, and text is handed over only once its last
 * character is whole.
 */
final class TextPieces {
  private static final String BROKEN = "\uFFFD";

  private final Tokenizer tokenizer;
  private final List<Integer> tokens = new ArrayList<>();

  /** Where reading begins: the tokens before it cannot change any more. */
  private int from;

  /** Up to here the text was handed over. */
  private int told;

  TextPieces(Tokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  /** The text that this token completes, if it completes any. */
  Optional<String> add(int token) {
    tokens.add(token);
    String known = read(from, told);
    String now = read(from, tokens.size());
    if (now.length() <= known.length() || now.endsWith(BROKEN)) {
      return Optional.empty();
    }
    from = told;
    told = tokens.size();
    return Optional.of(now.substring(known.length()));
  }

  private String read(int start, int end) {
    return tokenizer.decode(
        tokens.subList(start, end).stream().mapToInt(Integer::intValue).toArray());
  }
}
