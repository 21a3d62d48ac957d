package studio.timbre.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the columns of a table mean.
 *
 * @param columns of each column, from the left
 * @param header whether the columns have names above them
 * @param system a system message that every conversation begins with; where it has one of its own, that counts
 * @param reading how its rows are got out of the file
 * @param speakers who people are by the names that stand where rows say who speaks; other words are told by what they mean
 */
public record TableMapping(
    List<Use> columns,
    boolean header,
    Optional<String> system,
    TableReading reading,
    Map<String, Role> speakers) {

  /** What a column means. */
  public enum Use {
    /** Instructions for the model. */
    SYSTEM,
    /** What they say. Several such columns and those of answers make several turns, from left to right. */
    USER,
    /** What we say. */
    ASSISTANT,
    /** The answer that another one was preferred to. */
    REJECTED,
    /** Who speaks in this row, where each row is one message. */
    ROLE,
    /** What is said in this row, where each row is one message. */
    TEXT,
    /** A whole conversation in one cell: JSON, or a transcript. */
    TURNS,
    /** Rows one below the other with the same value here are one conversation. */
    CONVERSATION,
    /** Which message of its conversation a row is, in Timbre's own tables. */
    LINE,
    STATUS,
    SPLIT,
    /** Several parted by commas or semicolons. */
    TAGS,
    /** What the team has to say of the conversation. */
    NOTE,
    /** Stars, from 1 to 5. */
    RATING,
    /** Whose turn it is. */
    ASSIGNEE,
    /** What Timbre's own tables keep as JSON; texts beside it may be defused formulas. */
    DETAILS,
    /** Stays with the conversation under the column's name. */
    KEPT,
    LEFT_OUT
  }

  public TableMapping {
    columns = List.copyOf(columns);
    speakers = Map.copyOf(speakers);
  }

  /** With speakers that go by their words alone. */
  public TableMapping(
      List<Use> columns, boolean header, Optional<String> system, TableReading reading) {
    this(columns, header, system, reading, Map.of());
  }

  /** Of a file that tells by itself how it is read. */
  public TableMapping(List<Use> columns, boolean header, Optional<String> system) {
    this(columns, header, system, TableReading.TOLD);
  }

  /** The use of a column; one that the mapping does not know is kept. */
  public Use use(int column) {
    return column < columns.size() ? columns.get(column) : Use.KEPT;
  }

  public boolean has(Use use) {
    return columns.contains(use);
  }

  /** Whether each row is one message. */
  public boolean isMessageARow() {
    return has(Use.ROLE) && has(Use.TEXT);
  }

  /** Whether several rows may be one conversation. */
  public boolean isGrouped() {
    return isMessageARow() || has(Use.CONVERSATION);
  }

  /** What one row is. */
  public TableShape shape() {
    if (isMessageARow()) {
      return TableShape.MESSAGE;
    }
    return has(Use.CONVERSATION) ? TableShape.PART : TableShape.CONVERSATION;
  }

  /** Whether there is a column that something is said in. */
  public boolean speaks() {
    return has(Use.USER) || has(Use.ASSISTANT) || has(Use.TURNS) || isMessageARow();
  }

  /** Whether it is a table that Timbre wrote. */
  public boolean isOwn() {
    return has(Use.DETAILS);
  }

  public TableMapping withSystem(Optional<String> newSystem) {
    return new TableMapping(columns, header, newSystem, reading, speakers);
  }

  public TableMapping withHeader(boolean newHeader) {
    return new TableMapping(columns, newHeader, system, reading, speakers);
  }

  public TableMapping withReading(TableReading newReading) {
    return new TableMapping(columns, header, system, newReading, speakers);
  }

  /** That name is this speaker; nobody in particular where that is empty. */
  public TableMapping withSpeaker(String name, Optional<Role> role) {
    var changed = new HashMap<>(speakers);
    changed.remove(name);
    role.ifPresent(one -> changed.put(name, one));
    return new TableMapping(columns, header, system, reading, changed);
  }

  public TableMapping withSpeakers(Map<String, Role> newSpeakers) {
    return new TableMapping(columns, header, system, reading, newSpeakers);
  }

  public TableMapping withUse(int column, Use use) {
    var changed = new ArrayList<>(columns);
    while (changed.size() <= column) {
      changed.add(Use.KEPT);
    }
    changed.set(column, use);
    return new TableMapping(changed, header, system, reading, speakers);
  }
}
