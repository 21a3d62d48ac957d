package studio.timbre.model;

import java.util.List;

/**
 * Tokens of one conversation.
 *
 * @param total all of it, with what the format adds
 * @param answers of the answers alone
 * @param messages for each message its own tokens, in order
 */
public record TokenCount(int total, int answers, List<Integer> messages) {
  public TokenCount {
    messages = List.copyOf(messages);
  }
}
