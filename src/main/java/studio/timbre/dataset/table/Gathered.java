package studio.timbre.dataset.table;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.timbre.dataset.ConversationReader.Line;
import studio.timbre.dataset.PlacingWords;
import studio.timbre.json.ConversationJson;
import studio.timbre.json.PairJson;
import studio.timbre.model.Conversation;
import studio.timbre.model.ImportReport.Refusal;
import studio.timbre.model.Message;
import studio.timbre.model.Placing;
import studio.timbre.model.Role;
import studio.timbre.model.SheetLanguage;
import studio.timbre.model.SheetPlace;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.model.TableMapping;
import studio.timbre.model.TableMapping.Use;
import studio.timbre.model.UserFacingException;

/** The rows of one conversation while they come. */
final class Gathered {
  static final int MOST_MESSAGES = 10_000;
  static final long MOST_CHARS = 64_000_000;

  private final TableMapping mapping;
  private final List<String> header;
  private final String group;
  private final long number;
  private final String sheet;
  private final List<Message> messages = new ArrayList<>();
  private final Map<String, String> extras = new LinkedHashMap<>();
  private final List<Refusal> leftOut = new ArrayList<>();
  private final List<String> tags = new ArrayList<>();
  private final List<Message> rejected = new ArrayList<>();
  private final OwnRows own = new OwnRows();
  private final Set<Use> unread = EnumSet.noneOf(Use.class);
  private Optional<SheetPlace.Stamp> stamp = Optional.empty();
  private List<Integer> lines = List.of();
  private Optional<Status> status = Optional.empty();
  private Optional<Split> split = Optional.empty();
  private String note = "";
  private int rating;
  private String assignee = "";
  private Optional<Refusal> refused = Optional.empty();
  private long rows;
  private long chars;

  Gathered(TableMapping mapping, List<String> header, TableRow first, String group) {
    this.mapping = mapping;
    this.header = header;
    this.group = group;
    this.number = first.number();
    this.sheet = first.sheet();
  }

  String group() {
    return group;
  }

  /**
   * What its rows tell of it in a table of ours.
   *
   * @param newLines see {@link SheetPlace#lines}
   */
  void isOf(Optional<SheetPlace.Stamp> newStamp, List<Integer> newLines) {
    stamp = newStamp;
    lines = newLines;
  }

  void take(TableRow row) {
    rows++;
    chars += row.cells().stream().mapToLong(String::length).sum();
    if (refused.isPresent()) {
      return;
    }
    if (rows > MOST_MESSAGES || chars > MOST_CHARS) {
      refuse(
          row,
          "dataset.refused.tooManyRows",
          "more than " + MOST_MESSAGES + " rows or 64 million characters in one conversation",
          MOST_MESSAGES);
      return;
    }
    try {
      if (mapping.isOwn()) {
        own.take(row, mapping);
      } else {
        messages.addAll(new RowMessages(mapping, row).read(rejected, extras));
      }
    } catch (UserFacingException e) {
      refused =
          Optional.of(
              new Refusal(
                  row.number(),
                  row.sheet(),
                  e.key(),
                  String.valueOf(e.getMessage()),
                  e.arguments()));
    }
    for (int column = 0; column < row.cells().size(); column++) {
      takeBeside(row, column, row.cell(column).strip());
    }
  }

  private void takeBeside(TableRow row, int column, String cell) {
    if (cell.isEmpty()) {
      return;
    }
    switch (mapping.use(column)) {
      case STATUS -> {
        var found = PlacingWords.status(cell);
        if (found.isEmpty()) {
          unknown(row, column, cell);
        } else if (status.isPresent() && !status.equals(found)) {
          otherValue(row, cell, name(column));
        }
        status = status.or(() -> found);
      }
      case SPLIT -> {
        var found = PlacingWords.split(cell);
        if (found.isEmpty()) {
          unknown(row, column, cell);
        } else if (split.isPresent() && !split.equals(found)) {
          otherValue(row, cell, name(column));
        }
        split = split.or(() -> found);
      }
      case TAGS ->
          OwnRows.tags(cell).stream().filter(tag -> !tags.contains(tag)).forEach(tags::add);
      case NOTE -> takeNote(row, row.cell(column), cell);
      case RATING -> {
        var found = PlacingWords.stars(cell);
        if (found.isEmpty()) {
          unknown(row, column, cell);
        } else if (rating > 0 && rating != found.getAsInt()) {
          otherValue(row, cell, name(column));
        }
        rating = rating > 0 ? rating : found.orElse(0);
      }
      case ASSIGNEE -> takeAssignee(row, column, mapping.isOwn() ? Defused.restored(cell) : cell);
      case KEPT -> keep(row, column, row.cell(column));
      case CONVERSATION -> {
        if (!mapping.isOwn()) {
          keep(row, column, row.cell(column));
        }
      }
      default -> {}
    }
  }

  /** A note of ours goes on in the rows that go on with the text; people may have written one in several rows. */
  private void takeNote(TableRow row, String whole, String cell) {
    if (mapping.isOwn() && RowMessages.continues(row, mapping)) {
      note += Defused.restored(whole);
    } else {
      String said = mapping.isOwn() ? Defused.restored(whole) : cell;
      note = note.isEmpty() || note.equals(said) ? said : note + "\n" + said;
    }
  }

  private void takeAssignee(TableRow row, int column, String name) {
    if (assignee.isEmpty()) {
      assignee = name;
    } else if (!assignee.equals(name)) {
      otherValue(row, name, name(column));
    }
  }

  private void keep(TableRow row, int column, String cell) {
    String name = name(column);
    String key =
        name.equals("messages") || name.isBlank() ? "column " + CellPlace.letters(column) : name;
    String json = ConversationJson.quoted(cell);
    String before = extras.putIfAbsent(key, json);
    if (before != null && !before.equals(json)) {
      otherValue(row, cell, key);
    }
  }

  private void otherValue(TableRow row, String cell, String key) {
    tell(
        row,
        "dataset.leftOut.otherValue",
        "\""
            + shown(cell)
            + "\" under \""
            + key
            + "\", as an earlier row of the conversation says something else",
        shown(cell),
        key);
  }

  private String name(int column) {
    return column < header.size() && !header.get(column).isBlank()
        ? header.get(column).strip()
        : "column " + CellPlace.letters(column);
  }

  private void unknown(TableRow row, int column, String cell) {
    unread.add(mapping.use(column));
    tell(
        row,
        "dataset.leftOut.unknownWord",
        "\"" + shown(cell) + "\" under \"" + name(column) + "\" is no word that Timbre knows there",
        shown(cell),
        name(column));
  }

  private static String shown(String cell) {
    return cell.length() > 80 ? cell.substring(0, 80) + "…" : cell;
  }

  private void tell(TableRow row, String key, String english, Object... arguments) {
    leftOut.add(new Refusal(row.number(), row.sheet(), key, english, List.of(arguments)));
  }

  private void refuse(TableRow row, String key, String english, Object... arguments) {
    refused = Optional.of(new Refusal(row.number(), row.sheet(), key, english, List.of(arguments)));
  }

  Line finish() {
    try {
      if (refused.isEmpty()) {
        var conversation = mapping.isOwn() ? ownConversation() : conversation();
        return new Line.Good(number, conversation, List.copyOf(leftOut), placing());
      }
    } catch (UserFacingException e) {
      return new Line.Refused(
          number,
          new Refusal(number, sheet, e.key(), String.valueOf(e.getMessage()), e.arguments()));
    }
    return new Line.Refused(number, refused.get());
  }

  /** With what a colleague has written into columns of his own. */
  private Conversation ownConversation() throws UserFacingException {
    var conversation = own.conversation();
    if (extras.isEmpty()) {
      return conversation;
    }
    var all = new LinkedHashMap<>(conversation.extras());
    extras.forEach(all::putIfAbsent);
    return new Conversation(conversation.messages(), all);
  }

  private Placing placing() {
    var placing = new Placing(status, split, tags, note, rating, assignee);
    if (!mapping.isOwn()) {
      return placing;
    }
    var told = EnumSet.noneOf(Use.class);
    mapping.columns().stream()
        .filter(use -> SheetLanguage.COLUMNS.contains(use) && !unread.contains(use))
        .forEach(told::add);
    return placing.in(new SheetPlace(group, stamp, told, lines));
  }

  private Conversation conversation() throws UserFacingException {
    if (messages.isEmpty()) {
      throw new UserFacingException(
          "dataset.refused.rowSaysNothing", "the cells for what is said are empty");
    }
    if (!rejected.isEmpty()) {
      extras.put(Conversation.REJECTED, PairJson.messages(rejected));
    }
    boolean hasSystem = messages.getFirst().role().equals(Role.SYSTEM);
    if (mapping.system().isPresent() && !hasSystem) {
      messages.addFirst(Message.of(Role.SYSTEM, mapping.system().get()));
    }
    return new Conversation(messages, extras);
  }
}
