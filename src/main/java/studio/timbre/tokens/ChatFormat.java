package studio.timbre.tokens;

import java.util.Arrays;
import java.util.List;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.UserFacingException;

/** How one model reads conversations: its chat template and its tokenizer together. Safe for use by several threads. */
public final class ChatFormat {

  private final HuggingFaceTokenizer tokenizer;
  private final ChatTemplate template;
  private final AnswerFinder answers;

  public ChatFormat(HuggingFaceTokenizer tokenizer, ChatTemplate template) {
    this.tokenizer = tokenizer;
    this.template = template;
    this.answers = new AnswerFinder(template, tokenizer);
  }

  HuggingFaceTokenizer tokenizer() {
    return tokenizer;
  }

  ChatTemplate template() {
    return template;
  }

  /**
   * A conversation as the model reads it.
   *
   * @param text all of it
   * @param ids the tokens of the text, cut as one
   * @param trained for each token, true where it is learned: the content of an answer whose weight is not 0, and the mark that ends
   *     it; neither its header nor what follows the mark
   * @param messageOfToken for each token, the message to which it belongs with its header
   */
  public record Rendered(String text, int[] ids, boolean[] trained, int[] messageOfToken) {
    public int length() {
      return ids.length;
    }
  }

  /**
   * @throws UserFacingException if the template refuses the conversation
   */
  public Rendered render(Conversation conversation) throws UserFacingException {
    return render(conversation, Message::isTrained);
  }

  /** Which messages count as learned. */
  interface Choice {
    boolean takes(Message message);
  }

  Rendered render(Conversation conversation, Choice learned) throws UserFacingException {
    String text = template.render(conversation, false);
    Encoded encoded = tokenizer.encodeWithOffsets(text);
    var trained = new boolean[encoded.length()];
    var messageOfToken = new int[encoded.length()];
    List<Message> messages = conversation.messages();
    List<AnswerFinder.Span> spans = answers.find(conversation, text);
    int token = 0;
    for (int m = 0; m < messages.size(); m++) {
      var span = spans.get(m);
      boolean learns = learned.takes(messages.get(m)) && messages.get(m).role().isAssistant();
      // Headers belong to the message after them, so a message reaches from the end of the one
      // before to its own end.
      while (token < encoded.length()
          && (encoded.starts()[token] < span.end() || m == messages.size() - 1)) {
        messageOfToken[token] = m;
        token++;
      }
      if (learns) {
        mark(encoded, span, trained);
      }
    }
    return new Rendered(text, encoded.ids(), trained, messageOfToken);
  }

  /** The tokens of the content, and the mark right behind it. */
  private void mark(Encoded encoded, AnswerFinder.Span span, boolean[] trained) {
    int first = Arrays.binarySearch(encoded.starts(), span.content());
    int token = first >= 0 ? first : -first - 1;
    while (token > 0 && encoded.starts()[token - 1] == span.content()) {
      token--;
    }
    for (; token < encoded.length() && encoded.starts()[token] < span.contentEnd(); token++) {
      trained[token] = true;
    }
    if (token < encoded.length()
        && encoded.starts()[token] < span.end()
        && tokenizer.isMark(encoded.ids()[token])) {
      trained[token] = true;
    }
  }

  /** The tokens after which the model answers. */
  public int[] prompt(List<Message> messages) throws UserFacingException {
    return tokenizer.encode(template.render(messages, true));
  }
}
