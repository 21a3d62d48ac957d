package studio.timbre.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedSet;
import studio.timbre.model.Content;
import studio.timbre.model.ContentPart;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Role;

/**
 * The order of a conversation: turns are added, moved, split and merged. What cannot be done leaves it as it is; so the preferred answer
 * of a pair stays the last message.
 */
public final class Turns {
  private Turns() {}

  /** With an empty message right below another; at the top for -1. */
  public static Conversation withAdded(Conversation conversation, int below, Role role) {
    var messages = new ArrayList<>(conversation.messages());
    int end = messages.size() - (conversation.isPair() ? 1 : 0);
    messages.add(Math.clamp(below + 1, 0, end), Message.of(role, ""));
    return conversation.withMessages(messages);
  }

  /** Whether a message is one of the two answers of a pair, which has its place. */
  public static boolean isPreferred(Conversation conversation, int index) {
    return conversation.isPair() && index == conversation.messages().size() - 1;
  }

  /** Who speaks after whom. */
  public static Role next(Role role) {
    return role.isAssistant() ? Role.USER : Role.ASSISTANT;
  }

  public static Conversation without(Conversation conversation, int index) {
    var messages = new ArrayList<>(conversation.messages());
    if (index < messages.size() && !isPreferred(conversation, index)) {
      messages.remove(index);
    }
    return conversation.withMessages(messages);
  }

  /** With a message elsewhere: {@code to} is its number after the move. */
  public static Conversation moved(Conversation conversation, int from, int to) {
    var messages = new ArrayList<>(conversation.messages());
    boolean fixed = isPreferred(conversation, from) || isPreferred(conversation, to);
    if (from == to || fixed || !isIn(messages, from) || !isIn(messages, to)) {
      return conversation;
    }
    messages.add(to, messages.remove(from));
    return conversation.withMessages(messages);
  }

  private static boolean isIn(List<Message> messages, int index) {
    return index >= 0 && index < messages.size();
  }

  /**
   * With a message made into two turns. What stands before the caret stays; the rest, with the parts below, is said by whom it is
   * the turn of. A pair of surrogates is never parted, nor are white spaces at the seam kept.
   *
   * @param part which of the message's parts the caret is in
   */
  public static Conversation split(Conversation conversation, int index, int part, int caret) {
    if (!isIn(conversation.messages(), index) || isPreferred(conversation, index)) {
      return conversation;
    }
    var message = conversation.messages().get(index);
    var parts = MessageParts.of(message);
    if (part >= parts.size() || !(parts.get(part) instanceof ContentPart.Words words)) {
      return conversation;
    }
    int seam = between(words.text(), caret);
    var before = new ArrayList<>(parts.subList(0, part));
    before.add(words.withText(words.text().substring(0, seam).stripTrailing()));
    var after = new ArrayList<ContentPart>();
    after.add(words.withText(words.text().substring(seam).stripLeading()));
    after.addAll(parts.subList(part + 1, parts.size()));
    var messages = new ArrayList<>(conversation.messages());
    messages.set(index, withParts(message, before));
    var said = Message.of(splitRole(message.role()), "");
    messages.add(index + 1, withParts(said.withContent(message.content()), after));
    return conversation.withMessages(messages);
  }

  private static Role splitRole(Role role) {
    return role.isAssistant() || role.equals(Role.USER) ? next(role) : role;
  }

  private static Message withParts(Message message, List<ContentPart> parts) {
    return MessageParts.with(message, parts);
  }

  private static int between(String text, int caret) {
    int seam = Math.clamp(caret, 0, text.length());
    boolean parts =
        seam > 0
            && seam < text.length()
            && Character.isSurrogatePair(text.charAt(seam - 1), text.charAt(seam));
    return parts ? seam - 1 : seam;
  }

  /** Whether a message can be merged with the one before: not where both carry a key that only one can keep. */
  public static boolean canMerge(Conversation conversation, int index) {
    var messages = conversation.messages();
    return index > 0
        && isIn(messages, index)
        && !isPreferred(conversation, index)
        && merged(messages.get(index - 1), messages.get(index)).isPresent();
  }

  /** With a message added to the one before, which keeps its speaker. */
  public static Conversation merged(Conversation conversation, int index) {
    if (!canMerge(conversation, index)) {
      return conversation;
    }
    var messages = new ArrayList<>(conversation.messages());
    var second = messages.remove(index);
    messages.set(index - 1, merged(messages.get(index - 1), second).orElseThrow());
    return conversation.withMessages(messages);
  }

  private static Optional<Message> merged(Message first, Message second) {
    Map<String, String> extras = new LinkedHashMap<>(first.extras());
    for (var extra : second.extras().entrySet()) {
      String mine = extras.putIfAbsent(extra.getKey(), extra.getValue());
      if (mine != null && !mine.equals(extra.getValue())) {
        if (!extra.getKey().equals(ToolTalk.CALLS) || areUnread(first, second)) {
          return Optional.empty();
        }
        var calls = new ArrayList<>(ToolTalk.calls(first));
        calls.addAll(ToolTalk.calls(second));
        extras.putAll(ToolTalk.withCalls(first, calls).extras());
      }
    }
    if (second.name().isPresent() && !second.name().equals(first.name())) {
      return Optional.empty();
    }
    var weight = first.role().isAssistant() ? first.weight() : OptionalInt.empty();
    var said = new Message(first.role(), first.content(), first.name(), weight, extras);
    return said(first, second).map(said::withContent);
  }

  private static boolean areUnread(Message first, Message second) {
    return ToolTalk.calls(first).isEmpty() || ToolTalk.calls(second).isEmpty();
  }

  private static Optional<Content> said(Message first, Message second) {
    if (MessageParts.isUnread(first) || MessageParts.isUnread(second)) {
      return Optional.empty();
    }
    if (first.content() instanceof Content.Text a && second.content() instanceof Content.Text b) {
      return Optional.of(Content.of(joined(a.text(), b.text())));
    }
    var parts = new ArrayList<>(MessageParts.of(first));
    parts.addAll(MessageParts.of(second));
    return Optional.of(
        parts.isEmpty() ? first.content() : MessageParts.with(first, parts).content());
  }

  private static String joined(String first, String second) {
    return first + (first.isEmpty() || second.isEmpty() ? "" : "\n") + second;
  }

  /** A conversation of some of the messages, in their order, with the tools and other keys that belong to all of it. */
  public static Conversation stretch(Conversation conversation, SequencedSet<Integer> chosen) {
    var messages = conversation.messages();
    var taken =
        chosen.stream().sorted().filter(index -> isIn(messages, index)).map(messages::get).toList();
    var result = conversation.withMessages(taken);
    boolean keepsEnd = chosen.contains(messages.size() - 1);
    return conversation.isPair() && !keepsEnd
        ? result.withExtra(Conversation.REJECTED, Optional.empty())
        : result;
  }
}
