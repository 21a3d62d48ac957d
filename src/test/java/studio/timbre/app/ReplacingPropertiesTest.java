package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import studio.timbre.app.TextPattern.Comparison;
import studio.timbre.json.ConversationJson;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.UserFacingException;

/**
 * Replacing changes the words that were looked for and not one other character. Each conversation is spelled out twice, once with the old
 * word and once with the new one where it is to be replaced; the word also stands where it must stay.
 */
class ReplacingPropertiesTest {
  /** A text that is exchanged is spelled anew, so those with the word stand as we spell; what stays is spelled oddly. */
  private static final String ODD = "caf\\u00e9 \\/ \\ud83d\\ude00";

  /** A line of a file, with a word in the places that change. */
  private static final class Writer {
    private final Random random;
    private final StringBuilder out = new StringBuilder();
    private int places;

    Writer(long seed) {
      random = new Random(seed);
    }

    /** A text as it stands between quotation marks; {@code @} stands for the word, among arguments {@code #}. */
    private String text() {
      return switch (random.nextInt(4)) {
        case 0 -> ODD;
        case 1 -> "";
        case 2 -> place("the @ kettle");
        default -> place("\\\"@\\\" é 😀\\n@");
      };
    }

    private String place(String text) {
      places++;
      return text;
    }

    private String arguments() {
      return switch (random.nextInt(4)) {
        case 0 -> "not json colour";
        case 1 -> "{ \\\"colour\\\" : 1.50, \\\"note\\\" : \\\"" + place("a # b") + "\\\" }";
        case 2 ->
            "{\\\"deep\\\":[{\\\"colour\\\":\\\""
                + place("#")
                + "\\\"},\\\"\\\\u00e9\\\",true],\\\"n\\\":1e5}";
        default -> "{}";
      };
    }

    private String part() {
      return switch (random.nextInt(5)) {
        case 0 -> "{\"type\":\"text\",\"text\":\"" + text() + "\",\"colour\":\"colour\"}";
        case 1 -> "{\"refusal\":\"" + text() + "\",\"type\":\"refusal\"}";
        case 2 ->
            "{\"image_url\":{\"detail\":\"low\",\"url\":\"https:\\/\\/colour.example\\/a\"},\"type\":\"image_url\"}";
        case 3 ->
            "{\"type\":\"input_audio\",\"input_audio\":{\"data\":\"colour\",\"text\":\"colour\"}}";
        default -> "\"" + text() + "\"";
      };
    }

    private String content() {
      if (random.nextBoolean()) {
        return "\"" + text() + "\"";
      }
      if (random.nextInt(5) == 0) {
        return "null";
      }
      var parts = new ArrayList<String>();
      for (int i = random.nextInt(4); i >= 0; i--) {
        parts.add(part());
      }
      return "[" + String.join(",", parts) + "]";
    }

    String message(String role) {
      var json = new StringBuilder("{\"role\":\"" + role + "\",\"content\":" + content());
      if (random.nextInt(4) == 0) {
        json.append(",\"name\":\"colour\"");
      }
      if (random.nextInt(3) == 0) {
        json.append(",\"refusal\":").append(random.nextBoolean() ? "null" : '"' + text() + '"');
      }
      if (random.nextInt(3) == 0) {
        json.append(",\"tool_calls\":[").append(call());
        json.append(random.nextBoolean() ? "]" : "," + call() + "]");
      }
      if (random.nextInt(5) == 0) {
        json.append(",\"function_call\":").append(function());
      }
      return json.append(",\"colour\":{\"colour\":\"" + ODD + " colour\"}}").toString();
    }

    private String call() {
      return "{\"id\":\"colour\",\"function\":"
          + function()
          + ",\"type\":\"function\",\"x\":\"colour\"}";
    }

    private String function() {
      return "{\"arguments\":\"" + arguments() + "\",\"name\":\"colour\"}";
    }

    String conversation() {
      out.append("{\"messages\":[").append(message("user"));
      for (int i = random.nextInt(3); i >= 0; i--) {
        out.append(',').append(message("assistant"));
      }
      out.append("],\"tools\":[{\"description\":\"colour\"}],\"colour\":\"colour " + ODD + "\"");
      if (random.nextBoolean()) {
        out.append(",\"non_preferred_output\":[").append(message("assistant")).append(']');
      }
      return out.append('}').toString();
    }
  }

  @Property(tries = 1000)
  void onlyTheWordsThatWereFoundChange(@ForAll long seed) throws Exception {
    var writer = new Writer(seed);
    String line = writer.conversation();
    var before = ConversationJson.parse(spelled(line, "colour", "colour"));
    var expected = ConversationJson.parse(spelled(line, "col\\\"or", "col\\\\\\\"or"));
    var after = replaced(before, "colour", "col\"or");
    assertThat(inWhole(after)).isEqualTo(inWhole(expected));
    assertThat(ConversationTexts.of(before).stream().filter(one -> one.text().contains("colour")))
        .hasSize(writer.places);
  }

  @Property(tries = 300)
  void whatIsLeftOutStaysAndBackIsAsBefore(@ForAll long seed) throws Exception {
    String line = new Writer(seed).conversation();
    var before = ConversationJson.parse(spelled(line, "colour", "colour"));
    int places = ConversationTexts.of(before).size();
    int kept = new Random(seed).nextInt(places + 1);
    var after = rewritten(before, kept, text -> text.replace("colour", "shade"));
    for (int i = 0; i < places; i++) {
      String was = ConversationTexts.of(before).get(i).text();
      assertThat(ConversationTexts.of(after).get(i).text())
          .isEqualTo(i == kept ? was : was.replace("colour", "shade"));
    }
    var back = rewritten(after, kept, text -> text.replace("shade", "colour"));
    assertThat(inWhole(back)).isEqualTo(inWhole(before));
  }

  private static String spelled(String line, String inText, String inArguments) {
    return line.replace("@", inText).replace("#", inArguments);
  }

  private static Conversation rewritten(
      Conversation conversation, int kept, UnaryOperator<String> how) {
    return ConversationTexts.rewritten(
        conversation,
        (number, place) ->
            Optional.of(how.apply(place.text()))
                .filter(text -> number != kept && !text.equals(place.text())));
  }

  private static Conversation replaced(Conversation conversation, String find, String with)
      throws UserFacingException {
    var pattern = TextPattern.of(find, with, new Comparison(false, true, false));
    return ConversationTexts.rewritten(
        conversation,
        (number, place) -> {
          try {
            return pattern.replaced(place.text()).map(TextPattern.Change::text);
          } catch (UserFacingException refused) {
            throw new AssertionError(refused);
          }
        });
  }

  /** A rejected answer may be spelled anew: it is compared by what it says. */
  private record Whole(Conversation line, List<Message> rejected) {}

  private static Whole inWhole(Conversation conversation) {
    return conversation.isPair()
        ? new Whole(Pairs.preferredAlone(conversation), Pairs.rejected(conversation))
        : new Whole(conversation, List.of());
  }
}
