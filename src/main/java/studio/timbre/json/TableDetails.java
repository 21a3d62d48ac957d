package studio.timbre.json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import studio.timbre.model.Content;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.UserFacingException;

/**
 * What a row of Timbre's own tables says besides role and text: the other keys of a message as JSON, and in the first row of a
 * conversation, under {@value #CONVERSATION}, its keys besides the messages.
 */
public final class TableDetails {
  private static final String CONVERSATION = "conversation";
  private static final String CONTENT = "content";

  /** The stamp of the table that the row was written into. */
  private static final String SHEET = "timbre_sheet";

  /** Which message of which conversation of which table the row was written for; see {@link #mark}. */
  private static final String LINE = "timbre_line";

  /** A quotation mark within a text is escaped, so these stand for keys wherever they are found. */
  private static final Pattern STAMPED = Pattern.compile("\"" + SHEET + "\":\"([^\"\\\\]{1,80})\"");

  private static final Pattern MARKED = Pattern.compile("\"" + LINE + "\":\"([^\"\\\\]{1,80})\"");

  /** Of a message that has no content at all. */
  private static final String NO_CONTENT = "no_content";

  /** Of a row that stands for a conversation without messages. */
  private static final String NO_MESSAGE = "no_message";

  private TableDetails() {}

  /**
   * The details of each row of a conversation: one a message, or one in all where there are none. Empty texts where there is nothing to
   * say.
   *
   * @param textFits whether a text can stand in a cell as it is
   * @param stamp of the table, if it has one
   * @param marks of each row, empty where the table has no stamp
   */
  public static List<String> rows(
      Conversation conversation,
      List<Boolean> textFits,
      Optional<String> stamp,
      List<String> marks) {
    var rows = new ArrayList<String>();
    for (int i = 0; i < Math.max(1, conversation.messages().size()); i++) {
      // What tells the row comes first, so that it is also found where the rest goes on in another
      // cell.
      var fields = new LinkedHashMap<String, String>();
      if (i < marks.size()) {
        fields.put(LINE, RawObject.quoted(marks.get(i)));
      }
      stamp.ifPresent(text -> fields.put(SHEET, RawObject.quoted(text)));
      if (conversation.messages().isEmpty()) {
        fields.put(NO_MESSAGE, "true");
      } else {
        take(conversation.messages().get(i), textFits.get(i), fields);
      }
      if (i == 0 && !conversation.extras().isEmpty()) {
        fields.put(CONVERSATION, RawObject.write(conversation.extras()));
      }
      rows.add(fields.isEmpty() ? "" : RawObject.write(fields));
    }
    return rows;
  }

  private static void take(Message message, boolean textFits, Map<String, String> fields) {
    switch (message.content()) {
      case Content.Text text -> {
        if (!textFits) {
          fields.put(CONTENT, RawObject.quoted(text.text()));
        }
      }
      case Content.Other other -> fields.put(CONTENT, other.json());
      case Content.Missing _ -> fields.put(NO_CONTENT, "true");
    }
    message.name().ifPresent(name -> fields.put("name", RawObject.quoted(name)));
    message.weight().ifPresent(weight -> fields.put("weight", String.valueOf(weight)));
    message.extras().forEach(fields::putIfAbsent);
  }

  /** The stamp in the details of a row, if its conversation came out of a project; they need not be whole. */
  public static Optional<String> stamp(String details) {
    return found(STAMPED, details);
  }

  /** What tells which row of a table it is, if it was written into one; the details need not be whole. */
  public static Optional<String> mark(String details) {
    return found(MARKED, details);
  }

  private static Optional<String> found(Pattern sought, String details) {
    if (!details.contains("timbre_")) {
      return Optional.empty();
    }
    var match = sought.matcher(details);
    return match.find() ? Optional.of(match.group(1)) : Optional.empty();
  }

  /** The conversation as a line of JSON. */
  public static String line(List<String> roles, List<String> texts, List<String> details)
      throws UserFacingException {
    var messages = new ArrayList<String>();
    var conversation = new LinkedHashMap<String, String>();
    for (int i = 0; i < roles.size(); i++) {
      var fields =
          details.get(i).isBlank() ? new LinkedHashMap<String, String>() : parsed(details.get(i));
      fields.remove(SHEET);
      fields.remove(LINE);
      String extras = fields.remove(CONVERSATION);
      if (extras != null) {
        conversation.putAll(RawObject.fields(extras).orElseThrow(TableDetails::broken));
      }
      if (fields.remove(NO_MESSAGE) == null) {
        messages.add(message(roles.get(i), texts.get(i), fields));
      }
    }
    var line = new LinkedHashMap<String, String>();
    line.put("messages", RawObject.write(messages));
    conversation.forEach(line::putIfAbsent);
    return RawObject.write(line);
  }

  private static Map<String, String> parsed(String json) throws UserFacingException {
    return new LinkedHashMap<>(RawObject.fields(json).orElseThrow(TableDetails::broken));
  }

  private static UserFacingException broken() {
    return MessageJson.refused(
        "dataset.refused.detailsBroken", "the column timbre_details does not hold JSON any more");
  }

  private static String message(String role, String text, Map<String, String> fields) {
    var message = new LinkedHashMap<String, String>();
    message.put("role", RawObject.quoted(role));
    if (fields.remove(NO_CONTENT) == null || !text.isEmpty()) {
      message.put(CONTENT, RawObject.quoted(text));
    }
    // A colleague who has written over the words of a message with parts means the new ones.
    String content = fields.remove(CONTENT);
    if (content != null && sameWords(content, text)) {
      message.put(CONTENT, content);
    }
    fields.forEach(message::putIfAbsent);
    return RawObject.write(message);
  }

  private static boolean sameWords(String content, String text) {
    try {
      String words = MessageJson.content(content, 1).text();
      return words.equals(text)
          || shown(words).equals(text)
          || unified(shown(words)).equals(unified(text));
    } catch (IOException | UserFacingException e) {
      return false;
    }
  }

  /** Spreadsheet programs write line ends in their own way. */
  private static String unified(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }

  /** A text without what no table can hold. */
  public static String shown(String text) {
    var out = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xfffd : c)
        .forEach(out::appendCodePoint);
    return out.toString().replace('\0', '\ufffd');
  }

  /** A list of texts; empty for what is none. */
  public static Optional<List<String>> texts(String json) {
    return json.startsWith("[")
        ? RawObject.items(json)
            .map(items -> items.stream().flatMap(item -> RawObject.text(item).stream()).toList())
        : Optional.empty();
  }

  public static String list(Collection<String> texts) {
    return texts.stream().map(RawObject::quoted).collect(Collectors.joining(",", "[", "]"));
  }
}
