package studio.timbre.json;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import studio.timbre.model.Message;
import studio.timbre.model.Role;

/** Takes what was said out of a ChatGPT export and counts what is not taken. */
final class ChatGptTally {
  private int hidden;
  private int steps;
  private int parts;
  private int otherBranches;

  /** What a node of the branch says to the person, if anything. */
  Optional<Message> take(String node) {
    var message = ChatGptMessage.ofNode(node);
    return message.flatMap(
        found ->
            switch (found.kind()) {
              case HIDDEN -> {
                hidden += found.saysSomething() ? 1 : 0;
                yield Optional.empty();
              }
              case STEP -> {
                steps++;
                yield Optional.empty();
              }
              case SAID -> {
                parts += found.otherParts();
                yield found.text().isEmpty()
                    ? Optional.empty()
                    : Optional.of(Message.of(new Role(found.speaker()), found.text()));
              }
            });
  }

  /** A node of another branch. */
  void passOver(String node) {
    var message = ChatGptMessage.ofNode(node);
    boolean said =
        message
            .filter(found -> found.kind() == ChatGptMessage.Kind.SAID && found.saysSomething())
            .isPresent();
    otherBranches += said ? 1 : 0;
  }

  /**
   * @param title of the chat
   */
  void tell(String title, Consumer<LeftOut> leftOut) {
    tell("dataset.leftOut.branches", "messages of other branches", otherBranches, title, leftOut);
    tell("dataset.leftOut.parts", "pictures and other parts", parts, title, leftOut);
    tell("dataset.leftOut.steps", "steps with tools", steps, title, leftOut);
    tell("dataset.leftOut.hidden", "hidden messages", hidden, title, leftOut);
    leftOut.accept(
        new LeftOut(
            "dataset.leftOut.messageData",
            "dates, numbers and other data of the single messages",
            List.of(),
            true));
  }

  private static void tell(
      String key, String what, int count, String title, Consumer<LeftOut> leftOut) {
    if (count > 0) {
      leftOut.accept(
          new LeftOut(key, what + " of \"" + title + "\": " + count, List.of(count, title), false));
    }
  }
}
