package studio.timbre.tokens;

import java.util.List;
import studio.timbre.model.Message;

/** SHIM. */
public final class ChatFormat {
  public Tokenizer tokenizer() {
    throw new UnsupportedOperationException();
  }

  public int[] prompt(List<Message> conversation) {
    throw new UnsupportedOperationException();
  }
}
