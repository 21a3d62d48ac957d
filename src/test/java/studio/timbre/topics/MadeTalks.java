package studio.timbre.topics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Role;

/** Conversations of known topics, made of the words of each and of words that all of them share. */
public final class MadeTalks {
  /** What is said of each topic. */
  public static final Map<String, List<String>> TOPICS =
      Map.of(
          "delivery",
              List.of("parcel", "courier", "delivery", "tracking", "doorstep", "postage", "late"),
          "refund", List.of("refund", "charged", "bank", "card", "invoice", "twice", "receipt"),
          "grinder", List.of("grinder", "handle", "burr", "coarse", "setting", "espresso", "dial"),
          "visit", List.of("shop", "parking", "wheelchair", "Sunday", "opening", "table", "dog"));

  private static final List<String> COMMON =
      List.of("coffee", "Gull", "bag", "beans", "kettle", "cup", "milk", "spoon", "scale");

  private MadeTalks() {}

  /** A conversation about a topic; numbers make different ones. */
  public static Conversation about(String topic, int number) {
    var random = new Random(31L * number + topic.hashCode());
    var words = TOPICS.getOrDefault(topic, COMMON);
    return Conversation.of(
        Message.of(Role.SYSTEM, "You answer for Gull, who sells parcels of refunds."),
        Message.of(
            Role.USER,
            "Hello, what about the %s and the %s of my %s?"
                .formatted(one(words, random), one(words, random), one(COMMON, random))),
        Message.of(
            Role.ASSISTANT,
            "We will see to the %s with your %s. (%d)"
                .formatted(one(words, random), one(COMMON, random), number)));
  }

  private static String one(List<String> words, Random random) {
    return words.get(random.nextInt(words.size()));
  }

  /** So many of each topic, one topic after the other. */
  public static List<Conversation> ofEach(int count) {
    var talks = new ArrayList<Conversation>();
    for (var topic : TOPICS.keySet().stream().sorted().toList()) {
      for (int i = 0; i < count; i++) {
        talks.add(about(topic, i));
      }
    }
    return talks;
  }
}
