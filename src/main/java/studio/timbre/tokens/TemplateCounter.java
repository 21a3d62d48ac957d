package studio.timbre.tokens;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.TokenCount;
import studio.timbre.model.UserFacingException;

/**
 * Counts conversations for a local model, with its own tokenizer and template. A message counts with its header and its end; an
 * answer counts what can be learned of it. A conversation that the template refuses counts as its texts alone.
 */
public final class TemplateCounter implements ConversationCounter {

  private final ChatFormat format;
  private final String name;

  public TemplateCounter(ChatFormat format) {
    this.format = format;
    this.name =
        "local:" + fingerprint(format.tokenizer().fingerprint() + format.template().source());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public TokenCount count(Conversation conversation) {
    try {
      var rendered = format.render(conversation, message -> true);
      var messages = new ArrayList<>(Collections.nCopies(conversation.messages().size(), 0));
      int answers = 0;
      for (int i = 0; i < rendered.length(); i++) {
        int message = rendered.messageOfToken()[i];
        messages.set(message, messages.get(message) + 1);
        answers += rendered.trained()[i] ? 1 : 0;
      }
      return new TokenCount(rendered.length(), answers, messages);
    } catch (UserFacingException e) {
      return countTexts(conversation);
    }
  }

  private TokenCount countTexts(Conversation conversation) {
    var messages = new ArrayList<Integer>();
    int answers = 0;
    for (Message message : conversation.messages()) {
      int tokens = format.tokenizer().count(message.text());
      messages.add(tokens);
      answers += message.role().isAssistant() ? tokens : 0;
    }
    return new TokenCount(messages.stream().mapToInt(Integer::intValue).sum(), answers, messages);
  }

  /** Twelve hexadecimal digits of the text's SHA-256. */
  static String fingerprint(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
