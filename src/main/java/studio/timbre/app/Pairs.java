package studio.timbre.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.timbre.json.PairJson;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;

/** Preference pairs: a conversation that ends with the preferred answer and keeps a rejected one, see {@link Conversation#isPair}. */
public final class Pairs {
  private Pairs() {}

  /** The messages of the rejected answer; none where they cannot be read. */
  public static List<Message> rejected(Conversation pair) {
    return PairJson.rejected(pair).orElse(List.of());
  }

  /** With another rejected answer. */
  public static Conversation withRejected(Conversation conversation, List<Message> rejected) {
    return conversation.withExtra(Conversation.REJECTED, Optional.of(PairJson.messages(rejected)));
  }

  /** Whether the two answers can change places: the rejected one is one message. */
  public static boolean canSwap(Conversation pair) {
    return pair.isPair() && rejected(pair).size() == 1;
  }

  /** With the rejected answer preferred, and the other way round. */
  public static Conversation swapped(Conversation pair) {
    if (!canSwap(pair)) {
      return pair;
    }
    int last = pair.messages().size() - 1;
    var preferred = pair.messages().get(last);
    return withRejected(pair.withMessage(last, rejected(pair).getFirst()), List.of(preferred));
  }

  /** An ordinary example that ends with the preferred answer. */
  public static Conversation preferredAlone(Conversation pair) {
    return pair.withExtra(Conversation.REJECTED, Optional.empty());
  }

  /** An ordinary example that ends with the rejected answer. */
  public static Conversation rejectedAlone(Conversation pair) {
    var messages = new ArrayList<>(pair.messages().subList(0, pair.messages().size() - 1));
    messages.addAll(rejected(pair));
    return preferredAlone(pair).withMessages(messages);
  }

  /** Whether a pair can be made: the last message is an answer, and it is none yet. */
  public static boolean canBeMade(Conversation conversation) {
    return !conversation.isPair()
        && !conversation.extras().containsKey("preferred_output")
        && !conversation.messages().isEmpty()
        && conversation.messages().getLast().role().isAssistant();
  }

  /** A pair of two answers in place of the last message. */
  public static Conversation made(Conversation conversation, Message better, Message rejected) {
    return canBeMade(conversation)
        ? withRejected(
            conversation.withMessage(conversation.messages().size() - 1, better), List.of(rejected))
        : conversation;
  }
}
