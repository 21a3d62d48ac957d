package studio.timbre.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.UserFacingException;

/**
 * Chats as ChatGPT's data export has them in {@code conversations.json}: {@code {"title":…,"mapping":{id:{"message":…,"parent":id}},
 * "current_node":id}}, a tree in which each edited question begins a branch. The branch that ends at the current node is taken, and of it
 * what the person saw in words, see {@link ChatGptMessage}. What is left out is told.
 */
final class ChatGptJson {
  static final String MAPPING = "mapping";

  private static final String CURRENT = "current_node";
  private static final int LONGEST_TITLE = 60;

  /** What says nothing, of which exports hold a dozen for each chat. */
  private static final Set<String> NOTHING = Set.of("null", "[]", "{}", "\"\"");

  private ChatGptJson() {}

  static Conversation read(Map<String, String> fields, Consumer<LeftOut> leftOut)
      throws UserFacingException {
    String title = RawObject.text(fields.getOrDefault("title", "")).orElse("");
    var nodes = RawObject.fields(fields.remove(MAPPING)).orElseThrow(ChatGptJson::broken);
    var branch = branch(nodes, new SpelledFields(fields).needText(CURRENT));
    var tally = new ChatGptTally();
    var messages = new ArrayList<Message>();
    for (String id : branch) {
      tally.take(nodes.get(id)).ifPresent(messages::add);
    }
    if (messages.isEmpty()) {
      throw MessageJson.refused(
          "dataset.refused.chatEmpty", "nothing was said in words in this chat");
    }
    nodes.keySet().removeAll(branch);
    nodes.values().forEach(tally::passOver);
    tally.tell(shortened(title), leftOut);
    fields.values().removeIf(NOTHING::contains);
    return new Conversation(messages, fields);
  }

  /** The numbers of the nodes from the beginning to the end of the branch. */
  private static List<String> branch(Map<String, String> nodes, String last)
      throws UserFacingException {
    var branch = new ArrayList<String>();
    var seen = new HashSet<String>();
    Optional<String> next = Optional.of(last);
    while (next.isPresent()) {
      String id = next.get();
      if (!nodes.containsKey(id) || !seen.add(id)) {
        throw broken();
      }
      branch.add(id);
      var node = RawObject.fields(nodes.get(id)).orElseThrow(ChatGptJson::broken);
      next = RawObject.takeText(node, "parent");
    }
    Collections.reverse(branch);
    return branch;
  }

  private static String shortened(String title) {
    return title.codePointCount(0, title.length()) <= LONGEST_TITLE
        ? title
        : title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE)) + "…";
  }

  private static UserFacingException broken() {
    return MessageJson.refused(
        "dataset.refused.chatBroken",
        "the messages of this chat do not hang together up to its beginning");
  }
}
