package studio.timbre.tokens;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.timbre.model.Content;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.UserFacingException;

/**
 * Finds the messages of a conversation in its rendered text, whatever the template does with them.
 *
 * <p>An answer begins where the prompt ends that the model would be given for it, which is the template on the messages before, with
 * a generation prompt. Templates that write earlier messages differently once more follow (dropping thoughts, or putting the system
 * message before the last question) break that; there a stand-in takes the content's place, and what stands around it is compared.
 */
final class AnswerFinder {

  /** Private-use characters: no template looks for them, trims them or changes their case. */
  private static final String STAND_IN = "\uE0F1\uE0F2\uE0F3";

  private final ChatTemplate template;
  private final HuggingFaceTokenizer tokenizer;

  AnswerFinder(ChatTemplate template, HuggingFaceTokenizer tokenizer) {
    this.template = template;
    this.tokenizer = tokenizer;
  }

  /**
   * Where a message stands, in characters of the text.
   *
   * @param content where what it says begins
   * @param contentEnd where that ends
   * @param end where the next message begins
   */
  record Span(int content, int contentEnd, int end) {}

  /** A span for each message, in order. */
  List<Span> find(Conversation conversation, String text) throws UserFacingException {
    List<Message> messages = conversation.messages();
    var spans = new ArrayList<Span>();
    int begin = 0;
    for (int m = 0; m < messages.size(); m++) {
      boolean last = m == messages.size() - 1;
      int end = last ? text.length() : prefix(conversation, m + 1, false, text).orElse(-1);
      int from = begin;
      boolean answer = messages.get(m).role().isAssistant();
      Span span;
      if (answer || end < begin) {
        Optional<Integer> prompt =
            answer ? prefix(conversation, m, true, text) : Optional.<Integer>empty();
        span =
            prompt.filter(start -> start >= from).isPresent() && end >= prompt.get()
                ? after(prompt.get(), end, messages.get(m), text)
                : aroundStandIn(conversation, m, from, end, text);
      } else {
        span = new Span(begin, end, end);
      }
      spans.add(span);
      begin = span.end();
    }
    return spans;
  }

  /** The length of the first messages' rendering, if the text begins with it. */
  private Optional<Integer> prefix(
      Conversation conversation, int count, boolean addGenerationPrompt, String text) {
    try {
      String rendered =
          template.render(
              conversation.withMessages(conversation.messages().subList(0, count)),
              addGenerationPrompt);
      return text.startsWith(rendered) ? Optional.of(rendered.length()) : Optional.empty();
    } catch (UserFacingException e) {
      // Half a conversation may be refused where the whole is not.
      return Optional.empty();
    }
  }

  /** The content somewhere between the end of the prompt and the end of the message. */
  private Span after(int start, int end, Message message, String text) {
    if (message.content() instanceof Content.Text(var content)
        && !message.extras().containsKey("tool_calls")) {
      for (String written : List.of(content, content.strip())) {
        int at = text.indexOf(written, start);
        if (at >= 0 && at + written.length() <= end && (!written.isEmpty() || content.isEmpty())) {
          return new Span(start, at + written.length(), end);
        }
      }
    }
    return new Span(start, lastMark(text, start, end), end);
  }

  /** Where an answer of another form ends: before the last mark, or before the white space at its end. */
  private int lastMark(String text, int start, int end) {
    Encoded encoded = tokenizer.encodeWithOffsets(text.substring(start, end));
    for (int i = encoded.length() - 1; i >= 0; i--) {
      if (tokenizer.isMark(encoded.ids()[i])) {
        return start + encoded.starts()[i];
      }
    }
    return start + text.substring(start, end).stripTrailing().length();
  }

  private Span aroundStandIn(
      Conversation conversation, int index, int begin, int knownEnd, String text)
      throws UserFacingException {
    var replaced =
        conversation.withMessage(index, conversation.messages().get(index).withText(STAND_IN));
    String other;
    try {
      other = template.render(replaced, false);
    } catch (UserFacingException e) {
      other = "";
    }
    int at = other.indexOf(STAND_IN);
    if (at < 0) {
      // The template leaves this message out.
      int end = Math.max(begin, knownEnd);
      return new Span(end, end, end);
    }
    int content = Math.max(begin, common(text, other.substring(0, at)));
    String after = other.substring(at + STAND_IN.length());
    int contentEnd = Math.max(content, text.length() - commonAtEnd(text, after));
    int end = knownEnd >= contentEnd ? knownEnd : endOfTurn(conversation, index, contentEnd, text);
    // A blank before a word is part of the word's token.
    boolean blankBefore = content > begin && text.charAt(content - 1) == ' ';
    return new Span(blankBefore ? content - 1 : content, contentEnd, end);
  }

  /** Where the mark after the content ends, with white space after it; the text's end for the last message. */
  private int endOfTurn(Conversation conversation, int index, int contentEnd, String text) {
    if (index == conversation.messages().size() - 1) {
      return text.length();
    }
    Encoded encoded = tokenizer.encodeWithOffsets(text.substring(contentEnd));
    boolean marked = encoded.length() > 0 && tokenizer.isMark(encoded.ids()[0]);
    int end = contentEnd + (marked ? encoded.ends()[0] : 0);
    while (end < text.length() && text.charAt(end) == '\n') {
      end++;
    }
    return end;
  }

  /** How many characters both begin with. */
  private static int common(String text, String other) {
    int length = Math.min(text.length(), other.length());
    int same = 0;
    while (same < length && text.charAt(same) == other.charAt(same)) {
      same++;
    }
    return same;
  }

  private static int commonAtEnd(String text, String other) {
    int length = Math.min(text.length(), other.length());
    int same = 0;
    while (same < length
        && text.charAt(text.length() - 1 - same) == other.charAt(other.length() - 1 - same)) {
      same++;
    }
    return same;
  }
}
