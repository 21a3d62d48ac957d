package studio.timbre.tokens;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingRegistry;
import com.knuddels.jtokkit.api.EncodingType;
import com.knuddels.jtokkit.api.IntArrayList;

/**
 * The tokenizer of a model behind an API. What looks like a special mark inside a text, as {@code <|endoftext|>}, is ordinary
 * text here: the service reads it so too.
 */
public final class ApiTokenizer implements Tokenizer {
  private static final EncodingRegistry ENCODINGS = Encodings.newLazyEncodingRegistry();

  private final EncodingType ranks;

  /** Costs nothing yet: the table, which takes about half a second to load, is read when the first text comes. */
  public ApiTokenizer(ApiEncoding encoding) {
    ranks = encoding.ranks();
  }

  private Encoding encoding() {
    return ENCODINGS.getEncoding(ranks);
  }

  @Override
  public int count(String text) {
    return encoding().countTokensOrdinary(encodable(text));
  }

  @Override
  public int[] encode(String text) {
    return encoding().encodeOrdinary(encodable(text)).toArray();
  }

  @Override
  public String decode(int[] tokens) {
    var list = new IntArrayList(tokens.length);
    for (int token : tokens) {
      list.add(token);
    }
    return encoding().decode(list);
  }

  /** Half a surrogate pair cannot be written as UTF-8; tiktoken puts U+FFFD in its place before it counts. */
  private static String encodable(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return withoutHalfPairs(text);
      }
    }
    return text;
  }

  private static String withoutHalfPairs(String text) {
    return text.codePoints()
        .map(point -> point >= 0xD800 && point <= 0xDFFF ? 0xFFFD : point)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
