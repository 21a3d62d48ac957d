package studio.timbre.tokens;

import com.knuddels.jtokkit.Encodings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import studio.timbre.tokens.bytepair.BytePairEncoding;

/**
 * The tokenizer of a model behind an API. What looks like a special mark inside a text, as {@code <|endoftext|>}, is ordinary
 * text here: the service reads it so too. Half a surrogate pair cannot be written as UTF-8; like tiktoken, it counts as U+FFFD.
 */
public final class ApiTokenizer implements Tokenizer {
  private static final Map<String, BytePairEncoding> READ = new ConcurrentHashMap<>();

  private final ApiEncoding encoding;

  /** Costs nothing yet: the table, which takes a moment to load, is read when the first text comes. */
  public ApiTokenizer(ApiEncoding encoding) {
    this.encoding = encoding;
  }

  private BytePairEncoding encoding() {
    var read = READ.get(encoding.ranks());
    return read != null ? read : READ.computeIfAbsent(encoding.ranks(), _ -> read(encoding));
  }

  /** JTokkit carries the tables. */
  private static BytePairEncoding read(ApiEncoding encoding) {
    try (var ranks = Encodings.class.getResourceAsStream(encoding.ranks() + ".tiktoken")) {
      if (ranks == null) {
        throw new IllegalStateException("no table " + encoding.ranks());
      }
      return BytePairEncoding.read(encoding.splitting(), ranks);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public int count(String text) {
    return encoding().count(text);
  }

  @Override
  public int[] encode(String text) {
    return encoding().encode(text);
  }

  @Override
  public String decode(int[] tokens) {
    return encoding().decode(tokens);
  }
}
